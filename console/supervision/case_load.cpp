#include "console/supervision/case_load.hpp"

#include "console/rules/calendar.hpp"
#include "console/supervision/case_on.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace xiaoan::supervision {

namespace {

using data::CaseStep;

/// The last step of a kind, up to and with the date; null where there is none.
const data::CaseEvent* last(const data::Case& of, CaseStep step, data::Date as_of)
{
    const data::CaseEvent* found = nullptr;
    for (const data::CaseEvent& event : of.events)
        if (event.what == data::word(step) && data::day_of(event) <= as_of) found = &event;
    return found;
}

bool is_within(data::Date day, data::Date from, data::Date to)
{
    return day >= from && day <= to;
}

void add(CaseLoad& load, const CaseRow& row, data::Date from, data::Date as_of)
{
    const data::Case& of = *row.opened;
    if (!has_ended(of.state)) {
        ++load.living;
        if (waiting_for(row.next) == Waiting::bureau) ++load.bureau;
        if (row.overdue_days > 0) ++load.overdue;
        if (times(of, CaseStep::urged, as_of) > 0) ++load.urged;
        if (times(of, CaseStep::escalated, as_of) > 0) ++load.escalated;
    }
    if (is_within(of.opened_on, from, as_of)) ++load.opened;
    if (of.state == data::CaseState::closed && of.closed_on.has_date() && is_within(of.closed_on.date(), from, as_of))
        ++load.closed;
    if (of.state == data::CaseState::cancelled)
        if (const auto* end = last(of, CaseStep::cancelled, as_of); end && data::day_of(*end) >= from) ++load.cancelled;
    if (const auto day = rectified_on(of, as_of); day && *day >= from)
        load.days.push_back(static_cast<int>((*day - of.opened_on).count()));
}

}  // namespace

std::optional<double> CaseLoad::median_days() const
{
    if (days.empty()) return std::nullopt;
    const std::size_t middle = days.size() / 2;
    if (days.size() % 2 == 1) return days[middle];
    return (days[middle - 1] + days[middle]) / 2.0;
}

std::optional<data::Date> rectified_on(const data::Case& of, data::Date as_of)
{
    if (of.state != data::CaseState::verified && of.state != data::CaseState::closed) return std::nullopt;
    std::optional<data::Date> found;
    for (const data::CaseEvent& event : of.events) {
        const auto on = data::day_of(event);
        if (on > as_of) continue;
        const auto step = data::value_of_word<CaseStep>(event.what);
        if (begins_anew(event)) found.reset();
        const bool by_check = step == CaseStep::verified && !event.document.empty();
        const bool proved =
            step == CaseStep::verified || (step == CaseStep::closed && event.stands == data::Answer::no);
        if (!found && (by_check || (proved && event.stands != data::Answer::yes))) found = on;
    }
    return found;
}

CaseReport case_report(std::span<const CaseRow> rows, data::Date from, data::Date as_of)
{
    CaseReport report{.from = from, .as_of = as_of, .loads = {}, .counties = {}, .total = {}};
    std::map<std::pair<std::string, data::Adcode>, CaseLoad> loads;
    std::map<data::Adcode, CaseLoad> counties;
    for (const CaseRow& row : rows) {
        const data::Case& of = *row.opened;
        if (of.opened_on > as_of) continue;
        add(loads[{of.department, of.county}], row, from, as_of);
        add(counties[of.county], row, from, as_of);
        add(report.total, row, from, as_of);
    }
    for (auto& [place, load] : loads) {
        load.department = place.first;
        load.county = place.second;
        std::ranges::sort(load.days);
        report.loads.push_back(std::move(load));
    }
    for (auto& [county, load] : counties) {
        load.county = county;
        std::ranges::sort(load.days);
        report.counties.push_back(std::move(load));
    }
    std::ranges::sort(report.total.days);
    return report;
}

std::vector<DueDay> due_calendar(std::span<const CaseRow> rows, const data::Region& region, data::Date first, int days)
{
    const rules::WorkingDays working(region.holidays);
    std::vector<DueDay> calendar;
    for (int i = 0; i < days; ++i) {
        const data::Date date = first + std::chrono::days{i};
        calendar.push_back({date, working.is_working_day(date)});
    }
    for (const CaseRow& row : rows) {
        if (has_ended(row.opened->state) || !row.opened->due_on.has_date()) continue;
        const auto at = (row.opened->due_on.date() - first).count();
        if (at >= 0 && at < days) ++calendar[static_cast<std::size_t>(at)].due;
    }
    return calendar;
}

}  // namespace xiaoan::supervision
