#include "console/rules/plate_rules.hpp"

#include "console/rules/days.hpp"
#include "console/rules/evidence.hpp"
#include "console/rules/permit_state.hpp"
#include "console/rules/unbroken.hpp"

#include <algorithm>
#include <array>

namespace xiaoan::rules {

namespace {

using data::DateCell;
using data::Plate;
using data::PlateState;
using std::chrono::days;

bool withdrawn(const Plate& plate, data::Date as_of)
{
    return plate.withdrawn_on.has_date() && plate.withdrawn_on.date() <= as_of;
}

/// A plate, not a claim, of which nobody wrote down when it was issued; null where there is none.
const Plate* undated(const BusOnDate& bus)
{
    const auto found = std::ranges::find_if(bus.dossier.plates, [&](const Plate* plate) {
        return plate->issued_on.not_given() && !plate->claimed_on.has_date() && !withdrawn(*plate, bus.as_of) &&
               (plate->state == PlateState::valid || plate->state == PlateState::not_given);
    });
    return found == bus.dossier.plates.end() ? nullptr : *found;
}

/// The plate that the bus last had: issued by the date and no longer held; null where there is none.
const Plate* last_held(const BusOnDate& bus)
{
    const Plate* last = nullptr;
    for (const Plate* plate : bus.dossier.plates)
        if (plate->issued_on.has_date() && plate->issued_on.date() <= bus.as_of &&
            (last == nullptr || plate->issued_on.date() >= last->issued_on.date()))
            last = plate;
    return last;
}

const Plate* newest_claim(const BusOnDate& bus)
{
    const Plate* newest = nullptr;
    for (const Plate* plate : bus.dossier.plates)
        if (!plate->issued_on.has_date() && plate->claimed_on.has_date() && plate->claimed_on.date() <= bus.as_of &&
            (newest == nullptr || plate->claimed_on.date() >= newest->claimed_on.date()))
            newest = plate;
    return newest;
}

/// Since when one permit after another was in force, and no plate held.
data::Date permitted_without_plate_since(const BusOnDate& bus)
{
    const data::Date alone = holds_from(*bus.permit_in_force);
    if (bus.dossier.permits.size() == 1 && bus.dossier.plates.empty()) return alone;
    const auto since = unbroken_since(bus.as_of, paper_changes(bus.dossier), [&](data::Date day) {
        const Papers then = papers_on(bus.dossier, day);
        return then.permit_in_force != nullptr && then.plate_held == nullptr;
    });
    return since.has_date() ? since.date() : alone;
}

std::optional<Verdict> judge_none(const BusOnDate& bus)
{
    if (bus.permit_in_force == nullptr || bus.plate_held != nullptr) return std::nullopt;
    if (undated(bus) != nullptr) return gap_in_the_data();
    Verdict verdict{.severity = Severity::stop};
    data::Date since = permitted_without_plate_since(bus);
    if (const auto service = in_service_since(bus); service.has_date()) since = std::max(since, service.date());
    // Lost or void since a day that nobody wrote down: unless that can only be this one.
    const Plate* last = last_held(bus);
    if (last != nullptr && !withdrawn(*last, bus.as_of) && since < bus.as_of) return verdict;
    verdict.since = DateCell{since};
    return verdict;
}

Explanation explain_none(const BusOnDate& bus, const Finding& finding)
{
    EvidenceList list(bus.dossiers.snapshot());
    list.add(*bus.permit_in_force, &data::Permit::number, &data::Permit::decided_on, &data::Permit::valid_to);
    Explanation why{.text = "rule.PLATE-NONE.text"};
    if (finding.gap) {
        why.text = "rule.PLATE-NONE.gap";
        list.add(*undated(bus), &Plate::number, &Plate::claimed_on, &Plate::issued_on);
    } else if (const Plate* claim = newest_claim(bus)) {
        why.text = "rule.PLATE-NONE.claimed";
        why.arguments = {data::iso(claim->claimed_on.date())};
        list.add(*claim, &Plate::claimed_on, &Plate::issued_on);
    } else if (const Plate* last = last_held(bus)) {
        const bool has_day = withdrawn(*last, bus.as_of);
        why.text = has_day ? "rule.PLATE-NONE.withdrawn" : "rule.PLATE-NONE.not_valid";
        if (has_day) why.arguments = {data::iso(last->withdrawn_on.date())};
        list.add(*last, &Plate::number, &Plate::issued_on, &Plate::withdrawn_on, &Plate::state);
    } else
        list.absent("plate");
    why.evidence = list.take();
    return why;
}

/// A plate's validity is fixed by law (机动车登记规定, article 61): "none" there means that it is not valid.
std::optional<Verdict> judge_expired(const BusOnDate& bus)
{
    if (bus.plate_held == nullptr) return std::nullopt;
    const Plate& plate = *bus.plate_held;
    if (plate.valid_to.not_given()) return gap_in_the_data();
    if (plate.valid_to.is_none()) return Verdict{.severity = Severity::stop, .since = plate.issued_on};
    if (!has_ended(plate.valid_to, bus.as_of)) return std::nullopt;
    return Verdict{.severity = Severity::stop, .since = DateCell{plate.valid_to.date() + days{1}}};
}

Explanation explain_expired(const BusOnDate& bus, const Finding& finding)
{
    const Plate& plate = *bus.plate_held;
    EvidenceList list(bus.dossiers.snapshot());
    list.add(plate, &Plate::number, &Plate::issued_on, &Plate::valid_to);
    Explanation why{.evidence = list.take(), .text = "rule.PLATE-EXPIRED.gap"};
    if (finding.gap) return why;
    why.text = plate.valid_to.is_none() ? "rule.PLATE-EXPIRED.none" : "rule.PLATE-EXPIRED.text";
    if (plate.valid_to.has_date())
        why.arguments = {data::iso(plate.valid_to.date()), days_text(bus.as_of - plate.valid_to.date())};
    return why;
}

std::optional<Verdict> judge_due(const BusOnDate& bus)
{
    if (bus.plate_held == nullptr) return std::nullopt;
    const Plate& plate = *bus.plate_held;
    if (plate.valid_to.not_given()) return gap_in_the_data();
    const auto left = days_left(plate.valid_to, bus.as_of);
    if (!left || *left > notice_days) return std::nullopt;
    const auto first_day = std::max(plate.valid_to.date() - days{notice_days}, plate.issued_on.date());
    return Verdict{.severity = Severity::notice, .since = DateCell{first_day}, .due = plate.valid_to};
}

Explanation explain_due(const BusOnDate& bus, const Finding& finding)
{
    const Plate& plate = *bus.plate_held;
    EvidenceList list(bus.dossiers.snapshot());
    list.add(plate, &Plate::number, &Plate::issued_on, &Plate::valid_to);
    if (finding.gap) return {list.take(), "rule.PLATE-DUE-30.gap", {}};
    return {list.take(),
            "rule.PLATE-DUE-30.text",
            {data::iso(plate.valid_to.date()), days_text(plate.valid_to.date() - bus.as_of)}};
}

}  // namespace

std::span<const Rule> plate_rules()
{
    static constexpr std::array table{
        Rule{"PLATE-NONE", Severity::stop, Department::police_traffic, "《校车安全管理条例》第十八条、第四十五条第一款",
             "School Bus Safety Regulations (Decree 617), arts. 18, 45(1)", true, judge_none, explain_none},
        Rule{"PLATE-EXPIRED", Severity::stop, Department::police_traffic,
             "《校车安全管理条例》第十六条、第十八条；《机动车登记规定》第六十一条",
             "School Bus Safety Regulations (Decree 617), arts. 16, 18; Vehicle Registration Provisions (Order 164), "
             "art. 61",
             true, judge_expired, explain_expired},
        Rule{"PLATE-DUE-30", Severity::notice, Department::bus_operator, "《机动车登记规定》第六十二条",
             "Vehicle Registration Provisions (Order 164), art. 62", true, judge_due, explain_due},
    };
    return table;
}

}  // namespace xiaoan::rules
