// The dossier of the selected bus: findings with evidence, terms against today, permit beside run, cases, origin.
#pragma once

#include "console/desk/dossier.hpp"
#include "console/desk/origins.hpp"
#include "console/permits/bus_view.hpp"

#include <cstdint>
#include <set>
#include <string>

namespace xiaoan::permits {

/// Kept by the window from frame to frame.
struct BusDossierState {
    bool gaps_open = false;
    std::set<std::size_t> evidence_turned;  // rules whose evidence is not as it is at first, open or folded
    // The view, kept until what it depends on changes.
    std::uint64_t generation = 0;
    data::Date as_of{};
    language::Language language{};
    std::string key;
    BusView view;
    desk::OriginsState origins;
};

/// Draws the dossier of the selected bus; nothing where the register does not hold it.
[[nodiscard]] desk::Requests draw_bus_dossier(BusDossierState& state, const desk::Frame& frame,
                                              const desk::DossierPlace& place);

}  // namespace xiaoan::permits
