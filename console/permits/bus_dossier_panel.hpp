// The dossier of the selected bus: findings with evidence, terms against today, permit beside run, cases, origin.
#pragma once

#include "console/desk/frame.hpp"
#include "console/desk/request.hpp"
#include "console/permits/bus_view.hpp"

#include <cstdint>
#include <string>

namespace xiaoan::permits {

/// Kept by the window from frame to frame.
struct BusDossierState {
    bool gaps_open = false;
    // The view, kept until what it depends on changes.
    std::uint64_t generation = 0;
    data::Date as_of{};
    language::Language language{};
    std::string key;
    BusView view;
};

/// Draws into `where` of the current, scrolling region. Only where a bus of the register is selected.
[[nodiscard]] desk::Requests draw_bus_dossier(BusDossierState& state, const desk::Frame& frame,
                                              const shell::Rect& where);

}  // namespace xiaoan::permits
