#include "console/rules/school_year.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace xiaoan::rules {

using namespace std::chrono;

namespace {

std::optional<month_day> month_day_from(std::string_view text)
{
    if (text.size() != 5 || text[2] != '-') return std::nullopt;
    unsigned month_number = 0, day_number = 0;
    const auto read = [](std::string_view part, unsigned& into) {
        const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), into);
        return error == std::errc{} && end == part.data() + part.size();
    };
    if (!read(text.substr(0, 2), month_number) || !read(text.substr(3), day_number)) return std::nullopt;
    const month_day made{month{month_number}, day{day_number}};
    return made.ok() ? std::optional{made} : std::nullopt;
}

bool is_weekend(data::Date date)
{
    return weekday{date} == Saturday || weekday{date} == Sunday;
}

}  // namespace

std::optional<YearSpan> year_span_from(std::string_view text)
{
    if (text.size() != 12 || text.substr(5, 2) != "..") return std::nullopt;
    const auto from = month_day_from(text.substr(0, 5)), to = month_day_from(text.substr(7));
    return from && to ? std::optional{YearSpan{*from, *to}} : std::nullopt;
}

std::string text_of(const YearSpan& span)
{
    return fmt::format("{:02}-{:02}..{:02}-{:02}", static_cast<unsigned>(span.from.month()),
                       static_cast<unsigned>(span.from.day()), static_cast<unsigned>(span.to.month()),
                       static_cast<unsigned>(span.to.day()));
}

data::Date day_in(year of, const month_day& day)
{
    const year_month_day date{of, day.month(), day.day()};
    if (date.ok()) return data::Date{date};
    return data::Date{year_month_day_last{of, month_day_last{day.month()}}};
}

bool contains(const YearSpan& span, data::Date date)
{
    const year of = year_month_day{date}.year();
    const bool begun = day_in(of, span.from) <= date, goes_on = date <= day_in(of, span.to);
    return span.to < span.from ? begun || goes_on : begun && goes_on;
}

SchoolHolidays school_holidays_of(std::span<const data::Setting> settings)
{
    SchoolHolidays holidays = usual_school_holidays;
    for (std::size_t i = 0; i < holidays.size(); ++i) {
        const auto set = std::ranges::find(settings, school_holiday_settings[i], &data::Setting::name);
        if (set == settings.end()) continue;
        if (const auto span = year_span_from(set->value)) holidays[i] = *span;
    }
    return holidays;
}

std::string_view word_of(NoSchool why)
{
    return no_school_words[static_cast<std::size_t>(why)];
}

SchoolDays school_days_of(std::span<const data::Holiday> holidays, std::span<const data::Setting> settings)
{
    SchoolDays days{WorkingDays(holidays), {}, school_holidays_of(settings)};
    for (const data::Holiday& each : holidays)
        if (each.off) days.public_holidays.push_back(each.date);
    return days;
}

std::optional<NoSchool> no_school(const SchoolDays& days, data::Date date)
{
    static constexpr std::array of_holiday{NoSchool::summer, NoSchool::winter};
    static_assert(of_holiday.size() == school_holiday_words.size());
    for (std::size_t i = 0; i < days.holidays.size(); ++i)
        if (contains(days.holidays[i], date)) return of_holiday[i];
    if (std::ranges::binary_search(days.public_holidays, date)) return NoSchool::public_holiday;
    if (days.working_days.is_working_day(date).value_or(!is_weekend(date))) return std::nullopt;
    return NoSchool::weekend;
}

bool is_school_day(const SchoolDays& days, data::Date date)
{
    return !no_school(days, date);
}

bool is_run_day(const SchoolDays& days, std::string_view weekdays, data::Date date)
{
    const auto off = no_school(days, date);
    if (weekdays.empty()) return !off;
    return names_weekday(weekdays, date) && (!off || off == NoSchool::weekend);
}

bool names_weekday(std::string_view weekdays, data::Date date)
{
    return weekdays.find(static_cast<char>('0' + weekday{date}.iso_encoding())) != std::string_view::npos;
}

std::optional<data::Date> next_school_day(const SchoolDays& days, data::Date after)
{
    constexpr int days_a_year = 366;
    for (int i = 1; i <= days_a_year; ++i)
        if (is_school_day(days, after + std::chrono::days{i})) return after + std::chrono::days{i};
    return std::nullopt;
}

}  // namespace xiaoan::rules
