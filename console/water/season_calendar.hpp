// The year at the water as dates: its seasons, the holidays of schools and of the state, where a date stands in them.
#pragma once

#include "console/rules/school_year.hpp"
#include "console/water/season.hpp"
#include "data/register/region.hpp"

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::water {

/// A season of one year, both days included.
struct SeasonSpan {
    SeasonName name{};
    data::Date from{}, to{};
    friend bool operator==(const SeasonSpan&, const SeasonSpan&) = default;
};

/// The season that the date lies in and the five after it: one year without a gap.
[[nodiscard]] std::array<SeasonSpan, season_words.size()> seasons_from(data::Date as_of, const Habits& habits);

enum class CalendarPart : std::uint8_t { season, school_holiday, public_holiday };
inline constexpr std::array<std::string_view, 3> calendar_words{"season", "school_holiday", "public_holiday"};

struct CalendarSpan {
    CalendarPart part{};
    std::string name;  // word of the season or of the school holiday; the public holiday's own name
    data::Date from{}, to{};
    friend bool operator==(const CalendarSpan&, const CalendarSpan&) = default;
};

/// Everything that has a day within [from, to], by its first day, then by part. A public holiday is a run of days off
/// under one name.
[[nodiscard]] std::vector<CalendarSpan> calendar_spans(data::Date from, data::Date to, const Habits& habits,
                                                       const rules::SchoolHolidays& schools,
                                                       std::span<const data::Holiday> holidays);

/// The year that begins with the season of `as_of`: what is not over, soonest first.
[[nodiscard]] std::vector<CalendarSpan> calendar_ahead(data::Date as_of, const Habits& habits,
                                                       const rules::SchoolHolidays& schools,
                                                       std::span<const data::Holiday> holidays);

/// {"as_of","season","day","days","ahead":[{"part","name","from","to","in_days"}]}: of a span that has begun in_days is
/// 0.
[[nodiscard]] std::string season_calendar_json(data::Date as_of, const SeasonSpan& season,
                                               std::span<const CalendarSpan> ahead);

}  // namespace xiaoan::water
