#include "console/rules/plate_term_rules.hpp"

#include "console/rules/days.hpp"
#include "console/rules/evidence.hpp"
#include "console/rules/permit_state.hpp"

#include <algorithm>
#include <array>

namespace xiaoan::rules {

namespace {

using data::DateCell;
using data::Plate;
using std::chrono::days;

/// A plate's validity is fixed by law (机动车登记规定, article 61): "none" there means that it is not valid.
std::optional<Verdict> judge_expired(const BusOnDate& bus)
{
    if (bus.plate_held == nullptr) return std::nullopt;
    const PlateFacts& plate = *bus.plate_held;
    if (plate.valid_to.not_given()) return gap_in_the_data();
    if (plate.valid_to.is_none()) return Verdict{.severity = Severity::stop, .since = plate.issued_on};
    if (!has_ended(plate.valid_to, bus.as_of)) return std::nullopt;
    return Verdict{.severity = Severity::stop, .since = DateCell{plate.valid_to.date() + days{1}}};
}

Explanation explain_expired(const BusOnDate& bus, const Finding& finding)
{
    const PlateFacts& plate = *bus.plate_held;
    EvidenceList list(bus.dossiers.snapshot());
    list.add(bus.record(plate), &Plate::number, &Plate::issued_on, &Plate::valid_to);
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
    const PlateFacts& plate = *bus.plate_held;
    if (plate.valid_to.not_given()) return gap_in_the_data();
    const auto left = days_left(plate.valid_to, bus.as_of);
    if (!left || *left > bus.params.notice_days) return std::nullopt;
    const auto first_day = std::max(plate.valid_to.date() - days{bus.params.notice_days}, plate.issued_on.date());
    return Verdict{.severity = Severity::notice, .since = DateCell{first_day}, .due = plate.valid_to};
}

Explanation explain_due(const BusOnDate& bus, const Finding& finding)
{
    const PlateFacts& plate = *bus.plate_held;
    EvidenceList list(bus.dossiers.snapshot());
    list.add(bus.record(plate), &Plate::number, &Plate::issued_on, &Plate::valid_to);
    if (finding.gap) return {list.take(), "rule.PLATE-DUE-30.gap", {}};
    return {list.take(),
            "rule.PLATE-DUE-30.text",
            {data::iso(plate.valid_to.date()), days_text(plate.valid_to.date() - bus.as_of)}};
}

// -- beyond ----------------------------------------------------------------------------------------------------------

/// How a plate's last valid day stands to that of the inspection and that of the permit (机动车登记规定, article 61):
/// it is the inspection's, and may not pass the permit's.
struct Beyond {
    bool permit = false;
    bool later = false;    // than the inspection's
    bool earlier = false;  // than the inspection's, and not because the permit ends
    bool gap = false;
};

/// The permit that a plate goes by: the one judged, else the one decided last, though it begins only later.
const PermitFacts* permit_of(const BusOnDate& bus)
{
    if (bus.permit_judged != nullptr) return bus.permit_judged;
    const PermitFacts* last = nullptr;
    for (const PermitFacts& permit : bus.dossier.permits)
        if (is_granted(permit, bus.as_of) && (last == nullptr || permit.decided_on.date() >= last->decided_on.date()))
            last = &permit;
    return last;
}

/// Where the permit ends before the inspection, so must the plate: that is not too early.
Beyond beyond(const BusOnDate& bus)
{
    Beyond found;
    const PlateFacts& plate = *bus.plate_held;
    if (plate.valid_to.not_given()) return {.gap = true};
    if (!plate.valid_to.has_date()) return found;
    const data::Date end = plate.valid_to.date();
    const PermitFacts* permit_held = permit_of(bus);
    const DateCell permit = permit_held != nullptr ? permit_held->valid_to : DateCell{};
    const DateCell& inspection = bus.facts.inspection_end;
    found.permit = permit.has_date() && end > permit.date();
    found.gap = inspection.not_given();
    if (!inspection.has_date()) return found;
    found.later = end > inspection.date();
    found.earlier = end < inspection.date() && permit != plate.valid_to;
    return found;
}

std::optional<Verdict> judge_beyond(const BusOnDate& bus)
{
    if (bus.plate_held == nullptr) return std::nullopt;
    const Beyond found = beyond(bus);
    if (!found.permit && !found.later && !found.earlier)
        return found.gap ? std::optional{gap_in_the_data()} : std::nullopt;
    const DateCell& issued = bus.plate_held->issued_on;
    const bool inspected_since = by(bus.facts.last_inspection_on, bus.as_of);
    DateCell since;
    if (found.permit) since = later(issued, permit_of(bus)->decided_on);
    if (found.later || found.earlier)
        since = earlier(since, later(issued, inspected_since ? bus.facts.last_inspection_on : DateCell{}));
    return Verdict{.severity = found.permit || found.later ? Severity::rectify : Severity::data, .since = since};
}

Explanation explain_beyond(const BusOnDate& bus, const Finding& finding)
{
    const PlateFacts& plate = *bus.plate_held;
    EvidenceList list(bus.dossiers.snapshot());
    list.add(bus.record(plate), &Plate::number, &Plate::issued_on, &Plate::valid_to);
    list.add(bus.record(), &data::Bus::inspection_until, &data::Bus::last_inspection_on);
    if (const PermitFacts* permit = permit_of(bus))
        list.add(bus.record(*permit), &data::Permit::number, &data::Permit::valid_to);
    Explanation why{.evidence = list.take(), .text = "rule.PLATE-BEYOND.gap"};
    if (finding.gap) return why;
    const Beyond found = beyond(bus);
    why.text = found.permit  ? "rule.PLATE-BEYOND.permit"
               : found.later ? "rule.PLATE-BEYOND.text"
                             : "rule.PLATE-BEYOND.earlier";
    const DateCell& other = found.permit ? permit_of(bus)->valid_to : bus.facts.inspection_end;
    why.arguments = {data::iso(plate.valid_to.date()), data::iso(other.date())};
    return why;
}

}  // namespace

std::span<const Rule> plate_term_rules()
{
    static constexpr std::array table{
        Rule{"PLATE-EXPIRED", Severity::stop, Department::police_traffic,
             "《校车安全管理条例》第十六条、第十八条；《机动车登记规定》第六十一条",
             "School Bus Safety Regulations (Decree 617), arts. 16, 18; Vehicle Registration Provisions (Order 164), "
             "art. 61",
             Fix::law, judge_expired, explain_expired},
        Rule{"PLATE-DUE-30", Severity::notice, Department::bus_operator, "《机动车登记规定》第六十二条",
             "Vehicle Registration Provisions (Order 164), art. 62", Fix::law, judge_due, explain_due},
        Rule{"PLATE-BEYOND", Severity::rectify, Department::police_traffic, "《机动车登记规定》第六十一条",
             "Vehicle Registration Provisions (Order 164), art. 61", Fix::law, judge_beyond, explain_beyond},
    };
    return table;
}

}  // namespace xiaoan::rules
