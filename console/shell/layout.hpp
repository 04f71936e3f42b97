// Where bar, rail, map, table and dossier lie in a window of a given size; pure numbers.
#pragma once

#include "console/shell/rect.hpp"
#include "console/shell/scale.hpp"

namespace xiaoan::shell {

/// What the operator may change, in design pixels; kept between sessions as it is.
struct LayoutState {
    float dossier_width = 392;
    float table_height = 268;
    bool dossier_shown = true;
    bool table_shown = true;
    bool map_shown = true;     ///< without it the table has the whole middle
    bool strip_shown = false;  ///< a line under the bar that says what holds for all below it
};

/// In physical pixels. A region that is not there is empty().
struct Layout {
    Rect bar;
    Rect strip;
    Rect rail;
    Rect map;
    Rect table;
    Rect dossier;
    Rect middle;  ///< map and table together
    bool rail_narrow = false;
    bool dossier_over = false;  ///< lies over map and table, with a shadow and a way to close it
    bool bar_tight = false;     ///< only what is needed most fits into the bar
    bool table_seam = false;    ///< the seam between map and table can be dragged
    bool dossier_seam = false;
};

inline constexpr float bar_px = 52;
inline constexpr float strip_px = 30;
inline constexpr float rail_px = 164;
inline constexpr float narrow_rail_px = 60;

/// From 1240 design pixels of width on everything stands side by side with its names; from 900 the rail is narrow;
/// under that (a 1600 wide screen at 200 %) the dossier lies over the map. The map keeps at least 360 x 170.
[[nodiscard]] Layout lay_out(Point window, Scale px, const LayoutState& state);

/// The seams moved by physical pixels; held within what lay_out() would grant.
void drag_dossier(LayoutState& state, float moved_px, Point window, Scale px);
void drag_table(LayoutState& state, float moved_px, Point window, Scale px);

}  // namespace xiaoan::shell
