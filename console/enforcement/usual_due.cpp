#include "console/enforcement/case_plan.hpp"
#include "console/rules/calendar.hpp"

#include <algorithm>

namespace xiaoan::enforcement {

namespace {

constexpr int report_working_days = 3;
constexpr int data_days = 7;

/// A term that ends on a holiday or at a weekend ends on the next working day (民法典, article 203); where the holiday
/// table does not reach, on the day itself.
UsualDue within(int calendar_days, data::Date as_of, const rules::WorkingDays& working)
{
    const data::Date last = as_of + std::chrono::days{calendar_days};
    const auto moved = working.later(last - std::chrono::days{1}, 1);
    return {moved.value_or(last), std::nullopt, !moved};
}

}  // namespace

UsualDue usual_due(const rules::Finding& finding, data::Date as_of, const data::Region& region)
{
    const rules::WorkingDays working(region.holidays);
    switch (finding.severity) {
    case rules::Severity::stop: {
        const auto report = working.later(as_of, report_working_days);
        return {as_of, report.value_or(as_of + std::chrono::days{report_working_days}), !report};
    }
    case rules::Severity::rectify: return within(rules::rules()[finding.rule].rectify_days, as_of, working);
    case rules::Severity::notice: {
        const auto lapses = finding.due.maybe().value_or(as_of);
        const auto last = working.on_or_before(lapses);
        return {std::max(as_of, last.value_or(lapses)), std::nullopt, !last};
    }
    case rules::Severity::data: break;
    }
    return within(data_days, as_of, working);
}

}  // namespace xiaoan::enforcement
