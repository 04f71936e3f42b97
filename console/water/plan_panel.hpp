// The page of money for equipment: the set that takes most risk off for a budget, and what the chosen water would gain.
#pragma once

#include "console/desk/frame.hpp"
#include "console/desk/request.hpp"
#include "console/shell/table.hpp"
#include "console/water/equipment/planned.hpp"
#include "console/water/waters_panel.hpp"

#include <array>
#include <memory>
#include <optional>
#include <string>

namespace xiaoan::water {

/// Kept by the window from frame to frame.
struct PlanState {
    std::string budget = "10000";  // yuan, as typed
    bool unverified = false;
    std::shared_ptr<const PlannedEquipment> planned;  // delivered last
    std::optional<desk::PlanEquipment> wish;          // what is to be shown; empty: nothing was asked for yet
    shell::TableState table;

    // What was asked for last.
    std::shared_ptr<const data::Snapshot> asked_of;
    data::Date asked_as_of{};
    std::optional<desk::PlanEquipment> asked;

    // What is tried at the chosen water, and what it would change.
    std::string tried_at;  // its code
    std::array<bool, purchasable.size()> tried{};
    std::shared_ptr<const RankedWaters> effect_of;
    std::array<bool, purchasable.size()> effect_tried{};
    std::optional<WaterEffect> effect;
};

/// Whole yuan from 1 to a thousand million, also with grouping commas; empty for any other text.
[[nodiscard]] std::optional<std::int64_t> budget_from(std::string_view text);

/// Draws into `where` of the current region; the season and the ranking are those of the page of waters.
[[nodiscard]] desk::Requests draw_plan_panel(PlanState& state, WatersState& waters, const desk::Frame& frame,
                                             const shell::Rect& where);

}  // namespace xiaoan::water
