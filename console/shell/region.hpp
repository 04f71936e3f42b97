// A region of the window (bar, rail, map, table, dossier) as one toolkit window that never moves.
#pragma once

#include "console/shell/ui.hpp"

#include <functional>
#include <span>
#include <string_view>

namespace xiaoan::shell {

struct RegionLook {
    bool scrolls = false;     ///< its content may be higher than it: upright scroll bar
    bool floats = false;      ///< lies over others, with a shadow
    bool takes_focus = true;  ///< F6 comes here
};

/// Calls `content` inside the region. Only what floats paints its ground: the frame was cleared to the panel's colour.
/// With `scrolls`, content sets the toolkit's cursor behind its last pixel with region_end() so that the region knows
/// its height.
void region(const Ui& ui, std::string_view id, const Rect& where, const RegionLook& look,
            const std::function<void()>& content);

/// Where content starts inside a scrolling region: its upper left corner less what is scrolled away.
[[nodiscard]] Point region_origin();
/// Says that content reaches down to `y` on the screen.
void region_end(float y);

/// F6 and Shift+F6: gives the keyboard to the next (previous) of the regions, in this order.
void cycle_regions(std::span<const std::string_view> ids);

}  // namespace xiaoan::shell
