// The ground of everything that floats: panel, border, shadow, drawn in the popup's own list.
#pragma once

#include "console/shell/ui.hpp"

namespace xiaoan::shell {

/// Draws shadow, border and panel of the current window; call it first in a popup made with NoBackground.
void popup_ground(const Ui& ui, float radius, float depth = 2);
/// A panel that lies on the map: legend, tools.
void floating_panel(const Ui& ui, const Rect& where, float radius = 7);

}  // namespace xiaoan::shell
