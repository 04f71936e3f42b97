#include "console/rules/permit_state.hpp"

#include "console/rules/days.hpp"

#include <algorithm>

namespace xiaoan::rules {

using data::Decision;
using std::chrono::days;

namespace {

/// Whether a later date means a later record, and of equal dates the later entry.
template <class Record>
bool follows(const Record& row, const Record* other, data::DateCell Record::* date)
{
    return other == nullptr || (row.*date).date() >= (other->*date).date();
}

}  // namespace

bool is_undecided(const PermitFacts& permit, data::Date as_of)
{
    if (permit.decided_on.has_date()) return permit.decided_on.date() > as_of;
    return permit.decision == Decision::not_given;
}

bool is_granted(const PermitFacts& permit, data::Date as_of)
{
    return permit.decision == Decision::granted && by(permit.decided_on, as_of);
}

bool is_revoked(const PermitFacts& permit, data::Date as_of)
{
    return by(permit.revoked_on, as_of);
}

bool is_in_force(const PermitFacts& permit, data::Date as_of)
{
    return is_granted(permit, as_of) && holds_from(permit) <= as_of && !is_revoked(permit, as_of) &&
           (!permit.valid_to.has_date() || as_of <= permit.valid_to.date());
}

bool is_in_force(const data::Permit& permit, data::Date as_of)
{
    PermitFacts facts;
    facts.decision = permit.decision;
    facts.decided_on = permit.decided_on;
    facts.valid_from = permit.valid_from;
    facts.valid_to = permit.valid_to;
    facts.revoked_on = permit.revoked_on;
    return is_in_force(facts, as_of);
}

bool is_judged(const PermitFacts& permit, data::Date as_of)
{
    return is_granted(permit, as_of) &&
           (holds_from(permit) <= as_of || is_revoked(permit, as_of) || has_ended(permit.valid_to, as_of));
}

bool is_incomplete(const PermitFacts& permit, data::Date as_of)
{
    if (permit.decision == Decision::granted) return !permit.decided_on.has_date();
    if (permit.decision == Decision::refused) return false;
    if (permit.decided_on.has_date()) return permit.decided_on.date() <= as_of;
    return permit.valid_from.has_date() || permit.valid_to.has_date();
}

data::Date holds_from(const PermitFacts& permit)
{
    return permit.valid_from.has_date() ? std::max(permit.decided_on.date(), permit.valid_from.date())
                                        : permit.decided_on.date();
}

Renewal renewal_of(const PermitFacts& permit, const Dossier& dossier, data::Date as_of)
{
    const data::Date end = permit.valid_to.date();
    auto renewal = Renewal::none;
    for (const PermitFacts& other : dossier.permits) {
        if (&other == &permit || is_revoked(other, as_of)) continue;
        if (is_granted(other, as_of)) {
            const bool in_time = !other.valid_from.has_date() || other.valid_from.date() <= end + days{1};
            const bool beyond = !other.valid_to.has_date() || other.valid_to.date() > end;
            if (in_time && beyond) return Renewal::filed;
        } else if (is_undecided(other, as_of)) {
            const auto& applied = other.applied_on.has_date() ? other.applied_on : other.accepted_on;
            if (!applied.has_date())
                renewal = Renewal::cannot_tell;
            else if (applied.date() > permit.decided_on.date() && applied.date() <= as_of)
                return Renewal::filed;
        } else if (is_incomplete(other, as_of)) {
            const bool decided_later =
                !other.decided_on.has_date() || other.decided_on.date() > permit.decided_on.date();
            const bool beyond = !other.valid_to.has_date() || other.valid_to.date() > end;
            if (decided_later && beyond) renewal = Renewal::cannot_tell;
        }
    }
    return renewal;
}

bool is_held(const PlateFacts& plate, data::Date as_of)
{
    return by(plate.issued_on, as_of) && !by(plate.withdrawn_on, as_of) &&
           (plate.state == data::PlateState::valid || plate.state == data::PlateState::not_given);
}

bool is_open_claim(const PlateFacts& plate, data::Date as_of)
{
    if (!by(plate.claimed_on, as_of) || by(plate.issued_on, as_of) || by(plate.withdrawn_on, as_of)) return false;
    return plate.issued_on.has_date() || plate.state == data::PlateState::valid ||
           plate.state == data::PlateState::not_given;
}

bool is_held(const data::Plate& plate, data::Date as_of)
{
    PlateFacts facts;
    facts.issued_on = plate.issued_on;
    facts.withdrawn_on = plate.withdrawn_on;
    facts.state = plate.state;
    return is_held(facts, as_of);
}

Papers papers_on(const Dossier& dossier, data::Date as_of)
{
    Papers papers;
    for (const PermitFacts& permit : dossier.permits) {
        if (is_in_force(permit, as_of) && follows(permit, papers.permit_in_force, &PermitFacts::decided_on))
            papers.permit_in_force = &permit;
        if (is_judged(permit, as_of) && follows(permit, papers.permit_judged, &PermitFacts::decided_on))
            papers.permit_judged = &permit;
    }
    if (papers.permit_in_force != nullptr) papers.permit_judged = papers.permit_in_force;
    for (const PlateFacts& plate : dossier.plates)
        if (is_held(plate, as_of) && follows(plate, papers.plate_held, &PlateFacts::issued_on))
            papers.plate_held = &plate;
    return papers;
}

std::vector<data::Date> paper_changes(const Dossier& dossier)
{
    std::vector<data::Date> changes;
    const auto add = [&](const data::DateCell& cell, int later = 0) {
        if (cell.has_date()) changes.push_back(cell.date() + days{later});
    };
    for (const PermitFacts& permit : dossier.permits) {
        add(permit.decided_on);
        add(permit.valid_from);
        add(permit.valid_to, 1);
        add(permit.revoked_on);
    }
    for (const PlateFacts& plate : dossier.plates) {
        add(plate.issued_on);
        add(plate.withdrawn_on);
    }
    return changes;
}

data::DateCell in_service_since(const BusOnDate& bus)
{
    if (bus.current_runs.empty()) return {};
    data::Date since = bus.as_of;
    for (const RunFacts* run : bus.current_runs) {
        if (!run->from_on.has_date()) return {};
        since = std::min(since, run->from_on.date());
    }
    for (bool moved = true; moved;) {
        moved = false;
        for (const RunFacts& run : bus.dossier.runs) {
            const bool reaches = !run.to_on.has_date() || run.to_on.date() + days{1} >= since;
            if (!run.from_on.has_date()) {
                if (run.to_on.has_date() && reaches) return {};
                continue;
            }
            if (run.from_on.date() < since && reaches) {
                since = run.from_on.date();
                moved = true;
            }
        }
    }
    return data::DateCell{since};
}

}  // namespace xiaoan::rules
