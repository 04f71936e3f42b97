// How each layer of the base map looks: colour, width and dashes by kind and theme.
#pragma once

#include "console/map/layer.hpp"
#include "console/map/map_colours.hpp"

namespace xiaoan::map {

struct LayerStyle {
    Colour colour;
    float width_px = 0;  // design pixels; 0 for areas
    float dash_px = 0;   // length of a dash and of the gap after it; 0: a whole line
    float gap_px = 0;
};

/// `design_m_per_px`: ground metres a design pixel. Roads and rivers are thinner when the whole region is seen.
/// A width of 0 for a line says that it is not drawn at this scale.
[[nodiscard]] LayerStyle style_of(LayerKind kind, const MapColours& colours, double design_m_per_px);

}  // namespace xiaoan::map
