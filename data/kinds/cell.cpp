#include "data/kinds/cell.hpp"

#include <fmt/format.h>

namespace xiaoan::data {

namespace {

/// The number that `text` consists of, digits only; -1 for anything else.
int digits(std::string_view text)
{
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return -1;
        value = value * 10 + (c - '0');
    }
    return text.empty() ? -1 : value;
}

constexpr std::int64_t seconds_a_day = 86'400;

}  // namespace

std::string iso(Date date)
{
    const std::chrono::year_month_day day{date};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

std::string hh_mm(TimeOfDay time)
{
    return time.given() ? fmt::format("{:02}:{:02}", time.minutes / 60, time.minutes % 60) : std::string{};
}

std::string iso(Timestamp moment)
{
    if (!moment.given()) return {};
    const auto days =
        std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds{std::chrono::seconds{moment.seconds}});
    const auto rest = moment.seconds - days.time_since_epoch().count() * seconds_a_day;
    return fmt::format("{}T{:02}:{:02}:{:02}", iso(days), rest / 3600, rest / 60 % 60, rest % 60);
}

std::optional<Date> date_from_iso(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const int year = digits(text.substr(0, 4)), month = digits(text.substr(5, 2)), day = digits(text.substr(8, 2));
    if (year < 0 || month < 0 || day < 0) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    return date.ok() ? std::optional{Date{date}} : std::nullopt;
}

TimeOfDay time_from_hh_mm(std::string_view text)
{
    if (text.size() != 5 || text[2] != ':') return {};
    const int hours = digits(text.substr(0, 2)), minutes = digits(text.substr(3, 2));
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return {};
    return {static_cast<std::int16_t>(hours * 60 + minutes)};
}

Timestamp timestamp_from_iso(std::string_view text)
{
    if (text.size() != 19 || text[10] != 'T' || text[16] != ':') return {};
    const auto day = date_from_iso(text.substr(0, 10));
    const TimeOfDay time = time_from_hh_mm(text.substr(11, 5));
    const int seconds = digits(text.substr(17, 2));
    if (!day || !time.given() || seconds < 0 || seconds > 59) return {};
    return {day->time_since_epoch().count() * seconds_a_day + time.minutes * 60 + seconds};
}

}  // namespace xiaoan::data
