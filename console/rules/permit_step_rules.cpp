#include "console/rules/permit_step_rules.hpp"

#include "console/rules/days.hpp"
#include "console/rules/evidence.hpp"
#include "console/rules/permit_clock.hpp"
#include "console/rules/permit_state.hpp"

#include <array>

namespace xiaoan::rules {

namespace {

using data::DateCell;
using data::Permit;

/// The application of a bus that is late, with the clock that counts; of several the one that became late first. Where
/// none is known to be late, one of which it cannot be told.
struct LateStep {
    const PermitFacts* application = nullptr;
    StepClock clock{};
};

LateStep late_step(const BusOnDate& bus)
{
    LateStep found, untold;
    for (const PermitFacts& permit : bus.dossier.permits) {
        if (!is_open_application(permit, bus.as_of)) continue;
        for (const StepClock& clock : step_clocks(permit, bus.as_of, bus.dossiers.working_days(), bus.params)) {
            if (!clock.late && untold.application == nullptr) untold = {&permit, clock};
            if (!clock.late.value_or(false)) continue;
            const bool earlier_late =
                found.application == nullptr || (clock.last_day.has_date() && found.clock.last_day.has_date() &&
                                                 clock.last_day.date() < found.clock.last_day.date());
            if (earlier_late) found = {&permit, clock};
        }
    }
    return found.application != nullptr ? found : untold;
}

std::optional<Verdict> judge_step(const BusOnDate& bus)
{
    if (!bus.needs_permit) return std::nullopt;
    const LateStep late = late_step(bus);
    if (late.application == nullptr) return std::nullopt;
    const StepClock& clock = late.clock;
    Verdict verdict{.gap = !clock.late, .severity = Severity::notice, .department = clock.holder};
    if (verdict.gap || !clock.last_day.has_date()) return verdict;
    // The working day after it: on a day off nobody is later than on the day before.
    if (const auto first = bus.dossiers.working_days().later(clock.last_day.date(), 1))
        verdict.since = DateCell{*first};
    verdict.due = clock.last_day;
    return verdict;
}

Explanation explain_step(const BusOnDate& bus, const Finding& finding)
{
    const LateStep late = late_step(bus);
    EvidenceList list(bus.dossiers.snapshot());
    list.add(bus.record(*late.application), &Permit::number, &Permit::applied_on, &Permit::accepted_on,
             &Permit::consulted_on, &Permit::called_on, &Permit::presented_on, &Permit::police_replied_on,
             &Permit::transport_replied_on, &Permit::reported_on, &Permit::extended_to);
    const StepClock& clock = late.clock;
    Explanation why{.evidence = list.take(), .text = "rule.PERMIT-STEP-LATE."};
    const std::string step{data::word(clock.step)};
    if (finding.gap && !clock.since.has_date()) {
        why.text += "gap";
        return why;
    }
    why.arguments.push_back(data::iso(clock.since.date()));
    if (finding.gap) {
        why.text += "uncounted";
        return why;
    }
    // Late by the least extension or the most; or by the days that the table knows, where it does not know them all.
    why.text += step;
    why.arguments.push_back(std::to_string(clock.limit.value_or(0)));
    return why;
}

std::optional<Verdict> judge_no_term(const BusOnDate& bus)
{
    if (!bus.needs_permit || bus.permit_in_force == nullptr) return std::nullopt;
    const DateCell& until = bus.permit_in_force->valid_to;
    if (until.has_date() && until.date() != data::no_end) return std::nullopt;
    return Verdict{.severity = Severity::data, .since = DateCell{holds_from(*bus.permit_in_force)}};
}

Explanation explain_no_term(const BusOnDate& bus, const Finding&)
{
    EvidenceList list(bus.dossiers.snapshot());
    list.add(bus.record(*bus.permit_in_force), &Permit::number, &Permit::decided_on, &Permit::valid_from,
             &Permit::valid_to);
    return {list.take(), "rule.PERMIT-NO-TERM.text", {}};
}

}  // namespace

std::span<const Rule> permit_step_rules()
{
    static constexpr std::array table{
        Rule{"PERMIT-STEP-LATE", Severity::notice, Department::education,
             "《校车安全管理条例》第十五条；《机动车登记规定》第五十八条至第六十条；《行政许可法》第四十二条",
             "School Bus Safety Regulations (Decree 617), art. 15; Vehicle Registration Provisions (Order 164), arts. "
             "58 "
             "to 60; Administrative Licensing Law, art. 42",
             Fix::law, judge_step, explain_step},
        Rule{"PERMIT-NO-TERM", Severity::data, Department::education, "条例未规定许可期限，依当地规定",
             "The Regulations set no term for the permit: local rules", Fix::habit, judge_no_term, explain_no_term, 7,
             false},
    };
    return table;
}

}  // namespace xiaoan::rules
