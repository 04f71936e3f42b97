#include "console/rules/calendar.hpp"

#include <algorithm>

namespace xiaoan::rules {

using namespace std::chrono;

data::Date months_later(data::Date date, int months)
{
    const year_month_day civil{date};
    const auto month = year_month{civil.year(), civil.month()} + std::chrono::months{months};
    const auto last = year_month_day_last{month.year(), month_day_last{month.month()}}.day();
    return sys_days{month / std::min(civil.day(), last)};
}

std::optional<bool> WorkingDays::is_working_day(data::Date date) const
{
    const auto year_first = sys_days{year_month_day{date}.year() / January / 1};
    const auto in_year = std::ranges::lower_bound(holidays_, year_first, {}, &data::Holiday::date);
    if (in_year == holidays_.end() || year_month_day{in_year->date}.year() != year_month_day{date}.year())
        return std::nullopt;
    const auto entry = std::ranges::lower_bound(holidays_, date, {}, &data::Holiday::date);
    if (entry != holidays_.end() && entry->date == date) return !entry->off;
    return weekday{date}.iso_encoding() <= 5;
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
