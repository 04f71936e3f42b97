#include "console/rules/permit_state.hpp"

#include <algorithm>

namespace xiaoan::rules {

using data::Decision;
using data::Permit;
using std::chrono::days;

namespace {

bool by(const data::DateCell& cell, data::Date as_of)
{
    return cell.has_date() && cell.date() <= as_of;
}

bool is_undecided(const Permit& permit, data::Date as_of)
{
    if (permit.decided_on.has_date()) return permit.decided_on.date() > as_of;
    return permit.decision == Decision::not_given;
}

}  // namespace

bool is_granted(const Permit& permit, data::Date as_of)
{
    return permit.decision == Decision::granted && by(permit.decided_on, as_of);
}

bool is_revoked(const Permit& permit, data::Date as_of)
{
    return by(permit.revoked_on, as_of);
}

bool is_in_force(const Permit& permit, data::Date as_of)
{
    return is_granted(permit, as_of) && holds_from(permit) <= as_of && !is_revoked(permit, as_of) &&
           (!permit.valid_to.has_date() || as_of <= permit.valid_to.date());
}

bool is_judged(const Permit& permit, data::Date as_of)
{
    return is_granted(permit, as_of) && (holds_from(permit) <= as_of || is_revoked(permit, as_of));
}

bool is_incomplete(const Permit& permit, data::Date as_of)
{
    if (permit.decision == Decision::granted) return !permit.decided_on.has_date();
    if (permit.decision == Decision::refused) return false;
    if (permit.decided_on.has_date()) return permit.decided_on.date() <= as_of;
    return permit.valid_from.has_date() || permit.valid_to.has_date();
}

data::Date holds_from(const Permit& permit)
{
    return permit.valid_from.has_date() ? std::max(permit.decided_on.date(), permit.valid_from.date())
                                        : permit.decided_on.date();
}

Renewal renewal_of(const Permit& permit, const BusOnDate& bus)
{
    const data::Date end = permit.valid_to.date();
    auto renewal = Renewal::none;
    for (const Permit* other : bus.dossier.permits) {
        if (other == &permit || is_revoked(*other, bus.as_of)) continue;
        if (is_granted(*other, bus.as_of)) {
            const bool in_time = !other->valid_from.has_date() || other->valid_from.date() <= end + days{1};
            const bool beyond = !other->valid_to.has_date() || other->valid_to.date() > end;
            if (in_time && beyond) return Renewal::filed;
        } else if (is_undecided(*other, bus.as_of)) {
            const auto& applied = other->applied_on.has_date() ? other->applied_on : other->accepted_on;
            if (!applied.has_date())
                renewal = Renewal::cannot_tell;
            else if (applied.date() > permit.decided_on.date() && applied.date() <= bus.as_of)
                return Renewal::filed;
        } else if (is_incomplete(*other, bus.as_of)) {
            const bool later = !other->valid_to.has_date() || other->valid_to.date() > end;
            if (later) renewal = Renewal::cannot_tell;
        }
    }
    return renewal;
}

bool is_held(const data::Plate& plate, data::Date as_of)
{
    return by(plate.issued_on, as_of) && !by(plate.withdrawn_on, as_of) &&
           (plate.state == data::PlateState::valid || plate.state == data::PlateState::not_given);
}

data::DateCell in_service_since(const BusOnDate& bus)
{
    if (bus.current_runs.empty()) return {};
    data::Date since = bus.as_of;
    for (const data::Run* run : bus.current_runs) {
        if (!run->from_on.has_date()) return {};
        since = std::min(since, run->from_on.date());
    }
    for (bool moved = true; moved;) {
        moved = false;
        for (const data::Run* run : bus.dossier.runs) {
            const bool reaches = !run->to_on.has_date() || run->to_on.date() + days{1} >= since;
            if (!run->from_on.has_date()) {
                if (run->to_on.has_date() && reaches) return {};
                continue;
            }
            if (run->from_on.date() < since && reaches) {
                since = run->from_on.date();
                moved = true;
            }
        }
    }
    return data::DateCell{since};
}

}  // namespace xiaoan::rules
