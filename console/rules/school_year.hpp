// The year of schools: their holidays, and the days on which there is school.
#pragma once

#include "console/rules/calendar.hpp"
#include "data/register/judging.hpp"

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::rules {

/// A part of every year, both days included; where its end comes before its begin it goes over New Year.
struct YearSpan {
    std::chrono::month_day from{}, to{};
    friend bool operator==(const YearSpan&, const YearSpan&) = default;
};
/// 07-10..08-25; empty for any other text or a day that no year has. 29 February is the last day of February.
[[nodiscard]] std::optional<YearSpan> year_span_from(std::string_view text);
[[nodiscard]] std::string text_of(const YearSpan& span);
/// The day of a year; the last of its month where the year does not have it.
[[nodiscard]] data::Date day_in(std::chrono::year of, const std::chrono::month_day& day);
[[nodiscard]] bool contains(const YearSpan& span, data::Date date);

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

/// Why there is no school on a day.
enum class NoSchool : std::uint8_t { weekend, public_holiday, summer, winter };
inline constexpr std::array<std::string_view, 4> no_school_words{"weekend", "public_holiday", "summer", "winter"};
[[nodiscard]] std::string_view word_of(NoSchool why);

/// What tells a school day: the working days of the state, and the holidays of schools.
struct SchoolDays {
    WorkingDays working_days{};
    std::vector<data::Date> public_holidays{};  // days off of the holiday table, ascending
    SchoolHolidays holidays = usual_school_holidays;
};
[[nodiscard]] SchoolDays school_days_of(std::span<const data::Holiday> holidays,
                                        std::span<const data::Setting> settings);

/// Empty on a school day: a working day of the holiday table outside the schools' holidays. In years that the table
/// does not hold, Monday to Friday: what was seen or driven on a day must not be lost for want of a table.
[[nodiscard]] std::optional<NoSchool> no_school(const SchoolDays& days, data::Date date);
[[nodiscard]] bool is_school_day(const SchoolDays& days, data::Date date);
/// The first one after a day; empty where none comes within a year.
[[nodiscard]] std::optional<data::Date> next_school_day(const SchoolDays& days, data::Date after);
/// Whether a run is made on a day. `weekdays` are digits, 1 (Monday) to 7: a named one holds but in the holidays of
/// state and schools, at weekends too (boarders come back on Sundays); without any the run is made on school days.
[[nodiscard]] bool is_run_day(const SchoolDays& days, std::string_view weekdays, data::Date date);
/// Whether the digits name the weekday of this day.
[[nodiscard]] bool names_weekday(std::string_view weekdays, data::Date date);

}  // namespace xiaoan::rules
