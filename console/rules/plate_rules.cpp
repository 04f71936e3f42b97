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

bool withdrawn(const PlateFacts& plate, data::Date as_of)
{
    return by(plate.withdrawn_on, as_of);
}

/// A plate, not a claim, of which nobody wrote down when it was issued; null where there is none.
const PlateFacts* undated(const BusOnDate& bus)
{
    for (const PlateFacts& plate : bus.dossier.plates)
        if (plate.issued_on.not_given() && !plate.claimed_on.has_date() && !withdrawn(plate, bus.as_of) &&
            (plate.state == PlateState::valid || plate.state == PlateState::not_given))
            return &plate;
    return nullptr;
}

/// The plate that the bus last had: issued by the date and no longer held; null where there is none.
const PlateFacts* last_held(const BusOnDate& bus)
{
    const PlateFacts* last = nullptr;
    for (const PlateFacts& plate : bus.dossier.plates)
        if (by(plate.issued_on, bus.as_of) && (last == nullptr || plate.issued_on.date() >= last->issued_on.date()))
            last = &plate;
    return last;
}

const PlateFacts* newest_claim(const BusOnDate& bus)
{
    const PlateFacts* newest = nullptr;
    for (const PlateFacts& plate : bus.dossier.plates)
        if (is_open_claim(plate, bus.as_of) &&
            (newest == nullptr || plate.claimed_on.date() >= newest->claimed_on.date()))
            newest = &plate;
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
    const PlateFacts* last = last_held(bus);
    if (last != nullptr && !withdrawn(*last, bus.as_of) && since < bus.as_of) return verdict;
    verdict.since = DateCell{since};
    return verdict;
}

Explanation explain_none(const BusOnDate& bus, const Finding& finding)
{
    EvidenceList list(bus.dossiers.snapshot());
    list.add(bus.record(*bus.permit_in_force), &data::Permit::number, &data::Permit::decided_on,
             &data::Permit::valid_to);
    Explanation why{.text = "rule.PLATE-NONE.text"};
    if (finding.gap) {
        why.text = "rule.PLATE-NONE.gap";
        list.add(bus.record(*undated(bus)), &Plate::number, &Plate::claimed_on, &Plate::issued_on);
    } else if (const PlateFacts* claim = newest_claim(bus)) {
        why.text = "rule.PLATE-NONE.claimed";
        why.arguments = {data::iso(claim->claimed_on.date())};
        list.add(bus.record(*claim), &Plate::claimed_on, &Plate::issued_on);
    } else if (const PlateFacts* last = last_held(bus)) {
        const bool has_day = withdrawn(*last, bus.as_of);
        why.text = has_day ? "rule.PLATE-NONE.withdrawn" : "rule.PLATE-NONE.not_valid";
        if (has_day) why.arguments = {data::iso(last->withdrawn_on.date())};
        list.add(bus.record(*last), &Plate::number, &Plate::issued_on, &Plate::withdrawn_on, &Plate::state);
    } else
        list.absent("plate");
    why.evidence = list.take();
    return why;
}

// -- late ------------------------------------------------------------------------------------------------------------

/// 机动车登记规定, article 60: the police issue the plate within 3 working days of the claim form.
constexpr int issue_workdays = 3;
/// 行政许可法, article 44: a licence is handed over within 10 working days of the decision.
constexpr int handover_workdays = 10;

/// The clock of a plate that is not issued: from the oldest open claim, which the decision may follow; without one,
/// from the decision.
struct IssueClock {
    data::Date from{};
    int workdays = 0;
    const PlateFacts* claim = nullptr;
};

IssueClock issue_clock(const BusOnDate& bus)
{
    const data::Date granted_on = bus.permit_in_force->decided_on.date();
    IssueClock clock{granted_on, handover_workdays, nullptr};
    for (const PlateFacts& plate : bus.dossier.plates) {
        if (!is_open_claim(plate, bus.as_of)) continue;
        const data::Date from = std::max(plate.claimed_on.date(), granted_on);
        if (clock.claim == nullptr || from < clock.from) clock = {from, issue_workdays, &plate};
    }
    return clock;
}

std::optional<Verdict> judge_late(const BusOnDate& bus)
{
    if (bus.permit_in_force == nullptr || bus.plate_held != nullptr || undated(bus) != nullptr) return std::nullopt;
    const IssueClock clock = issue_clock(bus);
    const auto& calendar = bus.dossiers.working_days();
    const auto late = calendar.more_than(clock.workdays, clock.from, bus.as_of);
    if (!late) return gap_in_the_data();
    if (!*late) return std::nullopt;
    Verdict verdict{.severity = Severity::rectify};
    if (const auto first = calendar.later(clock.from, clock.workdays + 1)) verdict.since = DateCell{*first};
    return verdict;
}

Explanation explain_late(const BusOnDate& bus, const Finding& finding)
{
    const IssueClock clock = issue_clock(bus);
    EvidenceList list(bus.dossiers.snapshot());
    list.add(bus.record(*bus.permit_in_force), &data::Permit::number, &data::Permit::decided_on);
    if (clock.claim != nullptr)
        list.add(bus.record(*clock.claim), &Plate::claimed_on, &Plate::issued_on);
    else
        list.absent("plate");
    Explanation why{.evidence = list.take(), .text = "rule.PLATE-LATE.gap", .arguments = {data::iso(clock.from)}};
    if (finding.gap) return why;
    why.text = clock.claim != nullptr ? "rule.PLATE-LATE.text" : "rule.PLATE-LATE.granted";
    why.arguments.push_back(std::to_string(clock.workdays));
    if (clock.claim != nullptr && clock.claim->claimed_on.date() < clock.from) {
        why.text = "rule.PLATE-LATE.decided";
        why.arguments = {data::iso(clock.claim->claimed_on.date()), data::iso(clock.from), why.arguments.back()};
    }
    return why;
}

// -- not returned ----------------------------------------------------------------------------------------------------

/// Why a plate must go back, and since which day: the earliest of what ended.
struct Ended {
    enum class By : std::uint8_t { nothing, permit, scrap_age } by = By::nothing;
    data::Date on{};
};

Ended ended(const BusOnDate& bus)
{
    Ended first;
    const auto take = [&](const DateCell& on, Ended::By what) {
        if (by(on, bus.as_of) && (first.by == Ended::By::nothing || on.date() < first.on)) first = {what, on.date()};
    };
    if (bus.permit_in_force == nullptr && bus.permit_judged != nullptr) {
        take(bus.permit_judged->revoked_on, Ended::By::permit);
        if (has_ended(bus.permit_judged->valid_to, bus.as_of)) take(bus.permit_judged->valid_to, Ended::By::permit);
    }
    take(bus.facts.scrap_age.surely_on, Ended::By::scrap_age);
    return first;
}

/// When a bus was deregistered is recorded nowhere: whether its plate is late cannot be told.
std::optional<Verdict> judge_not_returned(const BusOnDate& bus)
{
    const bool any_held =
        std::ranges::any_of(bus.dossier.plates, [&](const PlateFacts& plate) { return is_held(plate, bus.as_of); });
    if (!any_held) return std::nullopt;
    const Ended end = ended(bus);
    const auto& calendar = bus.dossiers.working_days();
    const int allowed = bus.params.plate_return_workdays;
    std::optional<bool> late = false;
    if (end.by != Ended::By::nothing) late = calendar.more_than(allowed, end.on, bus.as_of);
    if (!late.value_or(false)) {
        const bool cannot_tell = !late || bus.facts.state == data::BusState::deregistered;
        return cannot_tell ? std::optional{gap_in_the_data()} : std::nullopt;
    }
    Verdict verdict{.severity = Severity::rectify};
    const auto first = calendar.later(end.on, allowed + 1);
    if (!first) return verdict;
    DateCell issued;
    for (const PlateFacts& plate : bus.dossier.plates)
        if (is_held(plate, bus.as_of)) issued = earlier(issued, plate.issued_on);
    verdict.since = later(DateCell{*first}, issued);
    return verdict;
}

Explanation explain_not_returned(const BusOnDate& bus, const Finding& finding)
{
    EvidenceList list(bus.dossiers.snapshot());
    for (const PlateFacts& plate : bus.dossier.plates)
        if (is_held(plate, bus.as_of))
            list.add(bus.record(plate), &Plate::number, &Plate::issued_on, &Plate::withdrawn_on, &Plate::state);
    const Ended end = ended(bus);
    Explanation why{.text = "rule.PLATE-NOT-RETURNED.gap"};
    if (end.by == Ended::By::permit)
        list.add(bus.record(*bus.permit_judged), &data::Permit::number, &data::Permit::valid_to,
                 &data::Permit::revoked_on);
    if (end.by == Ended::By::scrap_age) list.add(bus.record(), &data::Bus::registered_on, &data::Bus::manufactured_on);
    list.add(bus.record(), &data::Bus::state);
    why.evidence = list.take();
    if (finding.gap && end.by == Ended::By::nothing) return why;
    why.text = finding.gap                   ? "rule.PLATE-NOT-RETURNED.uncounted"
               : end.by == Ended::By::permit ? "rule.PLATE-NOT-RETURNED.text"
                                             : "rule.PLATE-NOT-RETURNED.scrap";
    why.arguments = {data::iso(end.on), std::to_string(bus.params.plate_return_workdays)};
    return why;
}

}  // namespace

std::span<const Rule> plate_rules()
{
    static constexpr std::array table{
        Rule{"PLATE-NONE", Severity::stop, Department::police_traffic, "《校车安全管理条例》第十八条、第四十五条第一款",
             "School Bus Safety Regulations (Decree 617), arts. 18, 45(1)", Fix::law, judge_none, explain_none},
        Rule{"PLATE-LATE", Severity::rectify, Department::police_traffic,
             "《机动车登记规定》第六十条；《行政许可法》第四十四条",
             "Vehicle Registration Provisions (Order 164), art. 60; Administrative Licensing Law, art. 44",
             Fix::law_with_number, judge_late, explain_late},
        Rule{
            "PLATE-NOT-RETURNED", Severity::rectify, Department::police_traffic,
            "《校车安全管理条例》第十九条；《机动车登记规定》第六十三条",
            "School Bus Safety Regulations (Decree 617), art. 19; Vehicle Registration Provisions (Order 164), art. 63",
            Fix::law_with_number, judge_not_returned, explain_not_returned, 7, false},
    };
    return table;
}

}  // namespace xiaoan::rules
