// The year at the water as dates: its seasons, the holidays of schools and of the state, where a date stands in them.
#pragma once

#include "console/water/season.hpp"
#include "data/register/judging.hpp"
#include "data/register/region.hpp"

#include <array>
#include <optional>
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

/// A part of every year, both days included; where its end comes before its begin it goes over New Year.
struct YearSpan {
    std::chrono::month_day from{}, to{};
    friend bool operator==(const YearSpan&, const YearSpan&) = default;
};
/// 07-10..08-25; empty for any other text or a day that no year has. 29 February is the last day of February.
[[nodiscard]] std::optional<YearSpan> year_span_from(std::string_view text);
[[nodiscard]] std::string text_of(const YearSpan& span);

/// When pupils are off school. The dates are set by the education bureau year by year; the defaults are the usual ones
/// of the province, an assumption until a bureau sets its own.
inline constexpr std::array<std::string_view, 2> school_holiday_words{"summer", "winter"};
inline constexpr std::array<std::string_view, 2> school_holiday_settings{"school_holiday_summer",
                                                                         "school_holiday_winter"};
using SchoolHolidays = std::array<YearSpan, school_holiday_words.size()>;
inline constexpr SchoolHolidays usual_school_holidays{
    {{std::chrono::July / 10, std::chrono::August / 25}, {std::chrono::January / 6, std::chrono::February / 28}}};
/// The usual ones with those that were set. A text that is no span changes nothing.
[[nodiscard]] SchoolHolidays school_holidays_of(std::span<const data::Setting> settings);

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
                                                       const SchoolHolidays& schools,
                                                       std::span<const data::Holiday> holidays);

/// The year that begins with the season of `as_of`: what is not over, soonest first.
[[nodiscard]] std::vector<CalendarSpan> calendar_ahead(data::Date as_of, const Habits& habits,
                                                       const SchoolHolidays& schools,
                                                       std::span<const data::Holiday> holidays);

/// {"as_of","season","day","days","ahead":[{"part","name","from","to","in_days"}]}: of a span that has begun in_days is
/// 0.
[[nodiscard]] std::string season_calendar_json(data::Date as_of, const SeasonSpan& season,
                                               std::span<const CalendarSpan> ahead);

}  // namespace xiaoan::water
