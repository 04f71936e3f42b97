#include "console/enforcement/case_plan.hpp"
#include "console/rules/calendar.hpp"

#include <algorithm>

namespace xiaoan::enforcement {

namespace {

constexpr int report_working_days = 3;
constexpr int data_days = 7;

}  // namespace

UsualDue usual_due(const rules::Finding& finding, data::Date as_of, const data::Region& region)
{
    const rules::WorkingDays working(region.holidays);
    switch (finding.severity) {
    case rules::Severity::stop: {
        const auto report = working.later(as_of, report_working_days);
        return {as_of, report.value_or(as_of + std::chrono::days{report_working_days}), !report};
    }
    case rules::Severity::rectify:
        return {as_of + std::chrono::days{rules::rules()[finding.rule].rectify_days}, std::nullopt, false};
    case rules::Severity::notice: {
        const auto lapses = finding.due.maybe().value_or(as_of);
        const auto last = working.on_or_before(lapses);
        return {std::max(as_of, last.value_or(lapses)), std::nullopt, !last};
    }
    case rules::Severity::data: break;
    }
    return {as_of + std::chrono::days{data_days}, std::nullopt, false};
}

}  // namespace xiaoan::enforcement
