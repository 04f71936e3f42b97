// A plan with what stands behind it: which buses were to be met and what for, what the search found, and what a hand
// made of it.
#pragma once

#include "console/checks/plan/coverage.hpp"

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace xiaoan::checks {

/// A bus to be met: what for, gravest first.
struct WantedBus {
    FlaggedBus flagged;
    std::vector<rules::Finding> findings;  // that stop it or must be put right
};

struct PlannedCheck {
    PlanWish wish;
    data::Adcode county{};  // of the buses; not given: all
    std::shared_ptr<const rules::Dossiers> dossiers;
    std::vector<WantedBus> wanted;  // in the order of the dossiers
    int total_weight = 0;           // of them all
    CheckPlan plan;
    std::optional<CheckPlan> searched{};  // what the search found, where a hand moved stands since
};

/// Judges as of the day of the check (a permit may end before) and plans for what is found wrong.
[[nodiscard]] PlannedCheck planned_check(std::shared_ptr<const rules::Dossiers> dossiers, const PlanWish& wish,
                                         data::Adcode county, const PlanControl& control = {});
/// The same buses with stands moved by hand.
[[nodiscard]] PlannedCheck with_stands(const PlannedCheck& before, std::span<const GivenStand> stands);
/// As the search left it.
[[nodiscard]] PlannedCheck as_searched(const PlannedCheck& moved);

/// Null where the bus was not to be met.
[[nodiscard]] const WantedBus* wanted(const PlannedCheck& of, std::string_view registration_number);
/// The weight that a stand sees, and the part of it that no stand before it in the plan sees.
struct StandWeight {
    int all = 0;
    int alone = 0;
};
[[nodiscard]] std::vector<StandWeight> stand_weights(const PlannedCheck& of);

/// What the form begins with: the next school day after the as-of date, the hours in which buses are under way, a team
/// a county that has flagged buses (at least one, at most six). Of a county: one team.
[[nodiscard]] PlanWish usual_wish(const rules::Dossiers& dossiers, std::span<const rules::Finding> findings,
                                  data::Date as_of, data::Adcode county);

}  // namespace xiaoan::checks
