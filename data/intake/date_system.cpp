#include "data/intake/date_system.hpp"

#include <fmt/format.h>

#include <cmath>

namespace xiaoan::data {

namespace {

constexpr std::int64_t seconds_a_day = 86'400;
constexpr double last_serial = 2'958'466;  // the day after 9999-12-31 in the 1900 system

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
    const int second = moment.second_of_day;
    const auto time = fmt::format("{:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60);
    if (!moment.date) return time;
    return timed || moment.has_time ? iso(*moment.date) + "T" + time : iso(*moment.date);
}

}  // namespace xiaoan::data
