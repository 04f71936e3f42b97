// The page of the season as people read it: where the year stands, what comes, what the season asks for.
#pragma once

#include "console/language/language.hpp"
#include "console/water/season_calendar.hpp"

#include <string>
#include <vector>

namespace xiaoan::water {

/// A part of the year, between 0 and 1 of it.
struct YearPart {
    CalendarPart part{};
    std::string name;
    float from = 0, to = 0;
    bool running = false;  // the day shown lies in it
};

struct DateAhead {
    std::string from;  // 2026-12-21; with its end where it is a holiday
    std::string what;  // 冰期开始
    std::string when;  // 24 天后, or that it is running and until when
    CalendarPart part{};
};

struct Asked {
    std::string of_whom;  // 学校
    std::string text;
};

struct SeasonView {
    SeasonSpan season;
    std::string title;  // 封冻期第 27 天，共 50 天
    std::string next;   // 再过 24 天进入冰期（2026-12-21 起）
    std::vector<Asked> asks;
    std::vector<YearPart> parts;  // of the year that begins with the season
    float today = 0;              // where the day stands in it
    std::vector<DateAhead> ahead;
};

[[nodiscard]] SeasonView season_view(data::Date as_of, const Habits& habits, const rules::SchoolHolidays& schools,
                                     std::span<const data::Holiday> holidays, language::Language language);

}  // namespace xiaoan::water
