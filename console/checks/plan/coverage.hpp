// What teams see that stand where a person put them: a plan that was moved by hand, or written from the start.
#pragma once

#include "console/checks/plan/check_plan.hpp"

#include <span>
#include <vector>

namespace xiaoan::checks {

/// A team's stand as it is given. From `from` until just before `to`.
struct GivenStand {
    std::size_t team = 1;
    data::TimeOfDay from;
    data::TimeOfDay to;
    CheckPlace place;  // the name may be empty
};

/// The flagged buses that these stands see: those whose route comes within the wish's `sight_m` of one while it is
/// kept. `bound` is the weight of all flagged buses, `proved` where all of it is covered. Unmet are those that neither
/// these stands nor any stop or gate could see. A stand that its team reaches too late says so. Hours and teams of the
/// wish are not looked at, its day, sight and driving are.
[[nodiscard]] CheckPlan coverage(const rules::Dossiers& dossiers, std::span<const FlaggedBus> flagged,
                                 const PlanWish& wish, std::span<const GivenStand> stands);

[[nodiscard]] std::vector<GivenStand> given_stands(const CheckPlan& plan);

/// Moves one of them; next to a stop or gate (30 m) it is that place, else a place without a name.
void move_stand(GivenStand& stand, const geo::Position& to, std::span<const CheckPlace> places);

}  // namespace xiaoan::checks
