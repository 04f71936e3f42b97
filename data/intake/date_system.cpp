#include "data/intake/date_system.hpp"

#include <cmath>

namespace xiaoan::data {

namespace {

constexpr std::int64_t seconds_a_day = 86'400;
constexpr double last_serial = 2'958'466;  // the day after 9999-12-31 in the 1900 system

/// By hand: a workbook of 100,000 rows has half a million dates, and a format string is read anew for each.
void put_two_digits(std::string& text, unsigned number)
{
    text += static_cast<char>('0' + number / 10);
    text += static_cast<char>('0' + number % 10);
}

}  // namespace

std::optional<SerialMoment> moment_from_serial(double serial, DateSystem system)
{
    using namespace std::chrono;
    if (!(serial >= 0) || serial >= last_serial) return std::nullopt;
    const auto seconds_in_all = std::llround(serial * static_cast<double>(seconds_a_day));
    const std::int64_t day = seconds_in_all / seconds_a_day;
    SerialMoment moment;
    moment.second_of_day = static_cast<std::int32_t>(seconds_in_all % seconds_a_day);
    moment.has_time = moment.second_of_day != 0;
    if (day == 0) {
        moment.has_time = true;
        return moment;
    }
    constexpr std::int64_t leap_day_that_never_was = 60;
    if (system == DateSystem::from_1904) {
        moment.date = sys_days{1904y / January / 1} + days{day};
    } else {
        if (day == leap_day_that_never_was) return std::nullopt;
        moment.date = sys_days{1899y / December / 30} + days{day < leap_day_that_never_was ? day + 1 : day};
    }
    return moment;
}

std::string iso(const SerialMoment& moment, bool timed)
{
    const auto second = static_cast<unsigned>(moment.second_of_day);
    std::string text;
    if (moment.date) {
        const std::chrono::year_month_day day{*moment.date};
        const auto year = static_cast<unsigned>(static_cast<int>(day.year()));
        put_two_digits(text, year / 100);
        put_two_digits(text, year % 100);
        text += '-';
        put_two_digits(text, static_cast<unsigned>(day.month()));
        text += '-';
        put_two_digits(text, static_cast<unsigned>(day.day()));
        if (!timed && !moment.has_time) return text;
        text += 'T';
    }
    put_two_digits(text, second / 3600);
    text += ':';
    put_two_digits(text, second / 60 % 60);
    text += ':';
    put_two_digits(text, second % 60);
    return text;
}

}  // namespace xiaoan::data
