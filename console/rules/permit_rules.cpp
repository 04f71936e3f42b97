#include "console/rules/permit_rules.hpp"

#include "console/rules/days.hpp"
#include "console/rules/evidence.hpp"
#include "console/rules/permit_state.hpp"
#include "console/rules/unbroken.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace xiaoan::rules {

namespace {

using data::DateCell;
using data::Permit;
using std::chrono::days;

/// 行政许可法, article 50: renewal is applied for at least 30 days before the end; calendar days, since article 82
/// counts working days for the agency only.
constexpr int renewal_days = 30;

/// A granted permit that begins only after the date; null where there is none.
const PermitFacts* to_come(const BusOnDate& bus)
{
    for (const PermitFacts& permit : bus.dossier.permits)
        if (is_granted(permit, bus.as_of) && holds_from(permit) > bus.as_of) return &permit;
    return nullptr;
}

const PermitFacts* incomplete(const BusOnDate& bus)
{
    for (const PermitFacts& permit : bus.dossier.permits)
        if (is_incomplete(permit, bus.as_of)) return &permit;
    return nullptr;
}

/// Runs and the schools they serve: what a bus without a permit is in service for.
void add_service(EvidenceList& list, const BusOnDate& bus)
{
    for (const RunFacts* facts : bus.current_runs) {
        const data::Run& run = bus.record(*facts);
        list.add(run, &data::Run::route, &data::Run::from_on);
        const auto* route = bus.dossiers.route(run.route);
        if (route != nullptr && !route->school.empty()) list.add(*route, &data::Route::school);
    }
    if (!bus.has_roster) list.absent("run");
}

std::optional<Verdict> judge_none(const BusOnDate& bus)
{
    if (!bus.needs_permit || bus.permit_judged != nullptr) return std::nullopt;
    if (to_come(bus) != nullptr || incomplete(bus) != nullptr) return gap_in_the_data();
    return Verdict{.severity = Severity::stop, .since = in_service_since(bus)};
}

/// The application that says most: the newest by its date of application.
const PermitFacts* newest_application(const BusOnDate& bus)
{
    const PermitFacts* newest = nullptr;
    for (const PermitFacts& each : bus.dossier.permits) {
        if (each.applied_on.has_date() && each.applied_on.date() > bus.as_of) continue;
        if (newest == nullptr || !newest->applied_on.has_date() ||
            (each.applied_on.has_date() && each.applied_on.date() >= newest->applied_on.date()))
            newest = &each;
    }
    return newest;
}

Explanation explain_none(const BusOnDate& bus, const Finding& finding)
{
    EvidenceList list(bus.dossiers.snapshot());
    Explanation why{.text = "rule.PERMIT-NONE.text"};
    if (finding.gap) {
        if (const PermitFacts* permit = to_come(bus)) {
            why.text = "rule.PERMIT-NONE.later";
            why.arguments = {data::iso(holds_from(*permit))};
            list.add(bus.record(*permit), &Permit::number, &Permit::decided_on, &Permit::valid_from);
        } else if (const PermitFacts* lacking = incomplete(bus)) {
            why.text = "rule.PERMIT-NONE.gap";
            list.add(bus.record(*lacking), &Permit::number, &Permit::decision, &Permit::decided_on);
        }
    } else if (const PermitFacts* application = newest_application(bus); application != nullptr) {
        const bool refused = application->decision == data::Decision::refused && application->decided_on.has_date() &&
                             application->decided_on.date() <= bus.as_of;
        if (refused) {
            why.text = "rule.PERMIT-NONE.refused";
            why.arguments = {data::iso(application->decided_on.date())};
        } else if (application->decision != data::Decision::refused && application->applied_on.has_date()) {
            why.text = "rule.PERMIT-NONE.pending";
            why.arguments = {data::iso(application->applied_on.date())};
        }
        list.add(bus.record(*application), &Permit::applied_on, &Permit::decision, &Permit::decided_on);
    } else
        list.absent("permit");
    add_service(list, bus);
    why.evidence = list.take();
    return why;
}

/// Since when no permit is in force and the one judged is such; `alone` is the day where it is the only permit.
template <class Is>
DateCell without_permit_since(const BusOnDate& bus, data::Date alone, Is is)
{
    if (bus.dossier.permits.size() == 1) return DateCell{alone};
    return unbroken_since(bus.as_of, paper_changes(bus.dossier), [&](data::Date day) {
        const Papers then = papers_on(bus.dossier, day);
        return then.permit_in_force == nullptr && then.permit_judged != nullptr && is(*then.permit_judged, day);
    });
}

std::optional<Verdict> judge_expired(const BusOnDate& bus)
{
    if (!bus.needs_permit || bus.permit_judged == nullptr || bus.permit_in_force != nullptr) return std::nullopt;
    const PermitFacts& permit = *bus.permit_judged;
    if (is_revoked(permit, bus.as_of) || !has_ended(permit.valid_to, bus.as_of)) return std::nullopt;
    return Verdict{.severity = Severity::stop,
                   .since = without_permit_since(bus, permit.valid_to.date() + days{1},
                                                 [](const PermitFacts& judged, data::Date day) {
                                                     return !is_revoked(judged, day) && has_ended(judged.valid_to, day);
                                                 })};
}

Explanation explain_expired(const BusOnDate& bus, const Finding&)
{
    const PermitFacts& permit = *bus.permit_judged;
    EvidenceList list(bus.dossiers.snapshot());
    list.add(bus.record(permit), &Permit::number, &Permit::decided_on, &Permit::valid_from, &Permit::valid_to);
    return {list.take(),
            "rule.PERMIT-EXPIRED.text",
            {data::iso(permit.valid_to.date()), days_text(bus.as_of - permit.valid_to.date())}};
}

std::optional<Verdict> judge_revoked(const BusOnDate& bus)
{
    if (!bus.needs_permit || bus.permit_judged == nullptr || bus.permit_in_force != nullptr) return std::nullopt;
    const PermitFacts& permit = *bus.permit_judged;
    if (!is_revoked(permit, bus.as_of)) return std::nullopt;
    return Verdict{.severity = Severity::stop,
                   .since = without_permit_since(bus, permit.revoked_on.date(), is_revoked)};
}

Explanation explain_revoked(const BusOnDate& bus, const Finding&)
{
    const PermitFacts& permit = *bus.permit_judged;
    EvidenceList list(bus.dossiers.snapshot());
    list.add(bus.record(permit), &Permit::number, &Permit::decided_on, &Permit::valid_to, &Permit::revoked_on);
    return {list.take(), "rule.PERMIT-REVOKED.text", {data::iso(permit.revoked_on.date())}};
}

/// Since when the end is near and no renewal filed: an application that was refused meanwhile had silenced it.
DateCell due_since(const BusOnDate& bus)
{
    const PermitFacts& permit = *bus.permit_in_force;
    const data::Date first = std::max(permit.valid_to.date() - days{renewal_days}, holds_from(permit));
    if (bus.dossier.permits.size() == 1) return DateCell{first};
    auto changes = paper_changes(bus.dossier);
    changes.push_back(first);
    for (const PermitFacts& other : bus.dossier.permits)
        for (const auto& cell : {other.applied_on, other.accepted_on})
            if (cell.has_date()) changes.push_back(cell.date());
    return unbroken_since(bus.as_of, std::move(changes), [&](data::Date day) {
        if (day < first || papers_on(bus.dossier, day).permit_in_force != &permit) return false;
        return renewal_of(permit, bus.dossier, day) == Renewal::none;
    });
}

std::optional<Verdict> judge_due(const BusOnDate& bus)
{
    if (!bus.needs_permit || bus.permit_in_force == nullptr) return std::nullopt;
    const PermitFacts& permit = *bus.permit_in_force;
    const auto left = days_left(permit.valid_to, bus.as_of);
    if (!left || *left > renewal_days) return std::nullopt;
    const auto renewal = renewal_of(permit, bus.dossier, bus.as_of);
    if (renewal == Renewal::filed) return std::nullopt;
    if (renewal == Renewal::cannot_tell) return gap_in_the_data();
    const auto since = due_since(bus);
    if (*left < renewal_days) return Verdict{.severity = Severity::rectify, .since = since};
    return Verdict{.severity = Severity::notice, .since = since, .due = permit.valid_to};
}

Explanation explain_due(const BusOnDate& bus, const Finding& finding)
{
    const PermitFacts& permit = *bus.permit_in_force;
    EvidenceList list(bus.dossiers.snapshot());
    list.add(bus.record(permit), &Permit::number, &Permit::valid_from, &Permit::valid_to);
    Explanation why;
    why.arguments = {data::iso(permit.valid_to.date()), days_text(permit.valid_to.date() - bus.as_of)};
    why.text = finding.severity == Severity::notice ? "rule.PERMIT-DUE-30.text" : "rule.PERMIT-DUE-30.late";
    if (finding.gap) {
        why.text = "rule.PERMIT-DUE-30.gap";
        why.arguments.pop_back();
        for (const PermitFacts& other : bus.dossier.permits)
            if (&other != &permit && !is_granted(other, bus.as_of))
                list.add(bus.record(other), &Permit::number, &Permit::applied_on, &Permit::decision,
                         &Permit::decided_on);
    }
    why.evidence = list.take();
    return why;
}

}  // namespace

std::span<const Rule> permit_rules()
{
    static constexpr std::array table{
        Rule{"PERMIT-NONE", Severity::stop, Department::education, "《校车安全管理条例》第十四条、第四十五条第一款",
             "School Bus Safety Regulations (Decree 617), arts. 14, 45(1)", Fix::law, judge_none, explain_none},
        Rule{"PERMIT-EXPIRED", Severity::stop, Department::government,
             "《校车安全管理条例》第十四条；《行政许可法》第七十条",
             "School Bus Safety Regulations (Decree 617), art. 14; Administrative Licensing Law, art. 70", Fix::law,
             judge_expired, explain_expired},
        Rule{
            "PERMIT-REVOKED", Severity::stop, Department::police_traffic,
            "《校车安全管理条例》第五十四条；《机动车登记规定》第六十三条",
            "School Bus Safety Regulations (Decree 617), art. 54; Vehicle Registration Provisions (Order 164), art. 63",
            Fix::law, judge_revoked, explain_revoked},
        Rule{"PERMIT-DUE-30", Severity::rectify, Department::education, "《行政许可法》第五十条",
             "Administrative Licensing Law, art. 50", Fix::law, judge_due, explain_due},
    };
    return table;
}

}  // namespace xiaoan::rules
