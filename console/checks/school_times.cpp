#include "console/checks/school_times.hpp"

namespace xiaoan::checks {

namespace {

constexpr std::int64_t day_s = 86'400;

constexpr int at(int hour, int minute = 0)
{
    return hour * 60 + minute;
}

}  // namespace

data::Date date_of(data::Timestamp moment)
{
    return std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds{std::chrono::seconds{moment.seconds}});
}

int minute_of_day(data::Timestamp moment)
{
    return static_cast<int>(((moment.seconds % day_s + day_s) % day_s) / 60);
}

bool is_school_time(data::Timestamp moment)
{
    const int minute = minute_of_day(moment);
    return (at(5) <= minute && minute <= at(8)) || (at(15) <= minute && minute <= at(18, 30));
}

bool is_boarders_travel(const rules::SchoolDays& days, data::Timestamp moment)
{
    if (minute_of_day(moment) < at(12)) return false;
    const data::Date day = date_of(moment);
    return rules::is_school_day(days, day) != rules::is_school_day(days, day + std::chrono::days{1});
}

}  // namespace xiaoan::checks
