#include "console/rules/calendar.hpp"

#include <algorithm>

namespace xiaoan::rules {

using namespace std::chrono;

namespace {

constexpr int months_a_year = 12;

year year_of(data::Date date)
{
    return year_month_day{date}.year();
}

}  // namespace

data::Date months_later(data::Date date, int months)
{
    const year_month_day civil{date};
    const auto month = year_month{civil.year(), civil.month()} + std::chrono::months{months};
    const auto last = year_month_day_last{month.year(), month_day_last{month.month()}}.day();
    return sys_days{month / std::min(civil.day(), last)};
}

data::Date years_later(data::Date date, int years)
{
    return months_later(date, months_a_year * years);
}

std::optional<data::Date> last_anniversary(data::Date of, data::Date as_of)
{
    const int years = static_cast<int>(year_of(as_of)) - static_cast<int>(year_of(of));
    const auto this_year = years_later(of, years);
    const bool is_past = this_year <= as_of;
    if (years < (is_past ? 1 : 2)) return std::nullopt;
    return is_past ? this_year : years_later(of, years - 1);
}

WorkingDays::WorkingDays(std::span<const data::Holiday> holidays)
{
    if (holidays.empty()) return;
    first_ = sys_days{year_of(holidays.front().date) / January / 1};
    const data::Date end = sys_days{(year_of(holidays.back().date) + years{1}) / January / 1};
    days_.resize(static_cast<std::size_t>((end - first_).count()));
    for (const data::Holiday& each : holidays)  // a year with an entry is a year that the table knows
        for (data::Date day = sys_days{year_of(each.date) / January / 1};
             year_of(day) == year_of(each.date) && !days_[static_cast<std::size_t>((day - first_).count())].known;
             day += days{1})
            days_[static_cast<std::size_t>((day - first_).count())] = {true, weekday{day}.iso_encoding() <= 5, {}};
    for (const data::Holiday& each : holidays)
        days_[static_cast<std::size_t>((each.date - first_).count())].works = !each.off;
    Count count;
    for (Day& day : days_) {
        count.working += day.known && day.works ? 1 : 0;
        count.unknown += day.known ? 0 : 1;
        day.count = count;
    }
}

WorkingDays::Count WorkingDays::up_to(data::Date date) const
{
    const auto at = (date - first_).count();
    if (days_.empty() || at < 0) return {0, static_cast<int>(at + 1)};  // days before the table count as negative ones
    if (at < static_cast<std::ptrdiff_t>(days_.size())) return days_[static_cast<std::size_t>(at)].count;
    const Count& all = days_.back().count;
    return {all.working, all.unknown + static_cast<int>(at + 1) - static_cast<int>(days_.size())};
}

std::optional<bool> WorkingDays::is_working_day(data::Date date) const
{
    const auto at = (date - first_).count();
    if (at < 0 || at >= static_cast<std::ptrdiff_t>(days_.size())) return std::nullopt;
    const Day& day = days_[static_cast<std::size_t>(at)];
    return day.known ? std::optional{day.works} : std::nullopt;
}

WorkingDays::Bounds WorkingDays::bounds(data::Date from, data::Date to) const
{
    if (to <= from) return {};
    const Count before = up_to(from), with = up_to(to);
    const int working = with.working - before.working;
    return {working, working + with.unknown - before.unknown};
}

std::optional<int> WorkingDays::between(data::Date from, data::Date to) const
{
    const Bounds found = bounds(from, to);
    return found.exact() ? std::optional{found.at_least} : std::nullopt;
}

std::optional<bool> WorkingDays::more_than(int working_days, data::Date from, data::Date to) const
{
    return bounds(from, to).more_than(working_days);
}

std::optional<data::Date> WorkingDays::later(data::Date from, int working_days) const
{
    auto date = from;
    for (int counted = 0; counted < working_days;) {
        date += days{1};
        const auto works = is_working_day(date);
        if (!works) return std::nullopt;
        if (*works) ++counted;
    }
    return date;
}

std::optional<data::Date> WorkingDays::on_or_before(data::Date date) const
{
    for (;; date -= days{1}) {
        const auto works = is_working_day(date);
        if (!works || *works) return works ? std::optional{date} : std::nullopt;
    }
}

}  // namespace xiaoan::rules
