// A plan of equipment with the ranking that it was reckoned on, made off the frame; and what one water would gain.
#pragma once

#include "console/water/equipment/equipment_plan.hpp"
#include "console/water/ranked_waters.hpp"

#include <memory>

namespace xiaoan::water {

struct PlannedEquipment {
    std::shared_ptr<const RankedWaters> of;
    data::Adcode county{};
    PlanQuestion question;
    std::size_t waters = 0;             // of the county, or all
    std::optional<EquipmentPlan> plan;  // empty: the budget is too large for the exact search
};

/// Ranks in it are those within the county, where one is given.
[[nodiscard]] std::shared_ptr<const PlannedEquipment> plan_equipment(std::shared_ptr<const RankedWaters> of,
                                                                     data::Adcode county, const PlanQuestion& question);

/// What the measures would change at one of the ranked waters: the same as effects_of, without ranking all anew.
/// `index` is its place in `ranked`.
[[nodiscard]] WaterEffect effect_at(std::span<const WaterRisk> ranked, std::size_t index,
                                    std::span<const std::string_view> put_up, const Prices& prices);

}  // namespace xiaoan::water
