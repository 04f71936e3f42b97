#include "console/water/season_calendar.hpp"

#include <algorithm>
#include <tuple>

namespace xiaoan::water {

namespace {

using std::chrono::days;
using std::chrono::year;
using std::chrono::year_month_day;

SeasonSpan season_around(data::Date date, const Habits& habits)
{
    const SeasonName name = *season_of(date, habits).name;
    SeasonSpan span{name, date, date};
    while (season_of(span.from - days{1}, habits).name == name) span.from -= days{1};
    while (season_of(span.to + days{1}, habits).name == name) span.to += days{1};
    return span;
}

bool touches(const CalendarSpan& span, data::Date from, data::Date to)
{
    return span.from <= to && span.to >= from;
}

void add_seasons(std::vector<CalendarSpan>& all, data::Date from, data::Date to, const Habits& habits)
{
    for (SeasonSpan span = season_around(from, habits); span.from <= to;
         span = season_around(span.to + days{1}, habits))
        all.push_back(
            {CalendarPart::season, std::string{season_words[static_cast<std::size_t>(span.name)]}, span.from, span.to});
}

void add_school_holidays(std::vector<CalendarSpan>& all, data::Date from, data::Date to,
                         const rules::SchoolHolidays& schools)
{
    const year first = year_month_day{from}.year() - std::chrono::years{1}, last = year_month_day{to}.year();
    for (std::size_t i = 0; i < schools.size(); ++i)
        for (year each = first; each <= last; ++each) {
            const bool over_new_year = schools[i].to < schools[i].from;
            CalendarSpan span{CalendarPart::school_holiday, std::string{rules::school_holiday_words[i]},
                              rules::day_in(each, schools[i].from),
                              rules::day_in(over_new_year ? each + std::chrono::years{1} : each, schools[i].to)};
            if (touches(span, from, to)) all.push_back(std::move(span));
        }
}

void add_public_holidays(std::vector<CalendarSpan>& all, data::Date from, data::Date to,
                         std::span<const data::Holiday> holidays)
{
    std::vector<CalendarSpan> runs;
    for (const data::Holiday& day : holidays) {
        if (!day.off) continue;
        const bool goes_on = !runs.empty() && runs.back().name == day.name && runs.back().to + days{1} == day.date;
        if (goes_on)
            runs.back().to = day.date;
        else
            runs.push_back({CalendarPart::public_holiday, day.name, day.date, day.date});
    }
    for (CalendarSpan& run : runs)
        if (touches(run, from, to)) all.push_back(std::move(run));
}

}  // namespace

std::array<SeasonSpan, season_words.size()> seasons_from(data::Date as_of, const Habits& habits)
{
    std::array<SeasonSpan, season_words.size()> spans;
    spans.front() = season_around(as_of, habits);
    for (std::size_t i = 1; i < spans.size(); ++i) spans[i] = season_around(spans[i - 1].to + days{1}, habits);
    return spans;
}

std::vector<CalendarSpan> calendar_spans(data::Date from, data::Date to, const Habits& habits,
                                         const rules::SchoolHolidays& schools, std::span<const data::Holiday> holidays)
{
    std::vector<CalendarSpan> all;
    add_seasons(all, from, to, habits);
    add_school_holidays(all, from, to, schools);
    add_public_holidays(all, from, to, holidays);
    std::ranges::stable_sort(all, {}, [](const CalendarSpan& span) { return std::tuple{span.from, span.part}; });
    return all;
}

std::vector<CalendarSpan> calendar_ahead(data::Date as_of, const Habits& habits, const rules::SchoolHolidays& schools,
                                         std::span<const data::Holiday> holidays)
{
    return calendar_spans(as_of, seasons_from(as_of, habits).back().to, habits, schools, holidays);
}

}  // namespace xiaoan::water
