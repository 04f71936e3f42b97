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

/// This day of that month, else the month's last day.
data::Date clamped(const year_month& month, day wanted)
{
    const auto date = month / wanted;
    return date.ok() ? sys_days{date} : sys_days{month / last};
}

}  // namespace

data::Date months_later(data::Date date, int months)
{
    const year_month_day civil{date};
    return clamped(year_month{civil.year(), civil.month()} + std::chrono::months{months}, civil.day());
}

data::Date years_later(data::Date date, int years)
{
    return months_later(date, months_a_year * years);
}

std::optional<data::Date> last_anniversary(data::Date of, data::Date as_of)
{
    const year_month_day begun{of};
    const year this_year = year_of(as_of);
    const auto in_year = [&](year year) { return clamped(year / begun.month(), begun.day()); };
    auto anniversary = in_year(this_year);
    if (anniversary > as_of) anniversary = in_year(this_year - years{1});
    if (anniversary <= of) return std::nullopt;
    return anniversary;
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
    if (working_days <= 0) return from;
    const Count before = up_to(from);
    const auto found = std::ranges::partition_point(
        days_, [&](const Day& day) { return day.count.working < before.working + working_days; });
    if (found == days_.end() || found->count.unknown != before.unknown) return std::nullopt;
    return first_ + days{found - days_.begin()};
}

std::optional<data::Date> WorkingDays::on_or_before(data::Date date) const
{
    for (;; date -= days{1}) {
        const auto works = is_working_day(date);
        if (!works || *works) return works ? std::optional{date} : std::nullopt;
    }
}

}  // namespace xiaoan::rules
