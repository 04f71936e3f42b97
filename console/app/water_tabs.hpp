// What belongs to the waters beside their ranking: a strip of tabs over the page.
#pragma once

#include "console/desk/frame.hpp"
#include "console/desk/request.hpp"
#include "console/water/candidates_panel.hpp"

namespace xiaoan::app {

/// Whether the tabs stand over this page, which the rail shows under the waters.
[[nodiscard]] bool stands_with_waters(desk::Page page);

/// The candidates are counted once they were looked for.
[[nodiscard]] desk::Requests draw_water_tabs(const water::CandidatesState& candidates, const desk::Frame& frame,
                                             desk::Page page, const shell::Rect& where);

}  // namespace xiaoan::app
