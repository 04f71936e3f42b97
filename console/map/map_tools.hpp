// What lies on the map in its corners: zoom buttons, layers, legend, scale bar, attribution.
#pragma once

#include "console/map/map_panel.hpp"

namespace xiaoan::map {

enum class Tool { zoom_in, zoom_out, home };

/// The rectangles that tools take, so that no name is written under them and a click there is no click on the map.
struct ToolPlaces {
    shell::Rect buttons;
    shell::Rect legend;
    bool legend_low = false;  // a strip of symbols and counts, where the map is too low for the whole legend
    shell::Rect scale_bar;    // empty, as the next, where there is no room
    shell::Rect attribution;
    shell::Rect mark;  // of the demonstration; empty otherwise
};
/// `open` is the part of the map that nothing lies over.
[[nodiscard]] ToolPlaces tool_places(const shell::Ui& ui, const shell::Rect& open, const MapPanelState& state,
                                     const MapFrame& frame);

/// The tool that was pressed in this frame. The menu of layers changes `state` by itself.
std::optional<Tool> draw_buttons(const shell::Ui& ui, const ToolPlaces& places, MapPanelState& state,
                                 const MapFrame& frame);
void draw_legend(const shell::Ui& ui, const ToolPlaces& places, MapPanelState& state, const MapFrame& frame,
                 MapEvents& events);
void draw_scale_bar(const shell::Ui& ui, const ToolPlaces& places, const MapView& view);
void draw_attribution(const shell::Ui& ui, const ToolPlaces& places, const MapFrame& frame);

}  // namespace xiaoan::map
