#include "console/map/layer_style.hpp"

#include <algorithm>
#include <cmath>

namespace xiaoan::map {

namespace {

/// Nearer than this, waters within reach of a school stand out by themselves.
constexpr double strong_water_m_per_px = 90;

/// 1 where a city fills the view (150 m a pixel and more), growing to 2 where a village does (5 m a pixel).
float nearness(double design_m_per_px)
{
    const double steps = std::log(150 / std::max(design_m_per_px, 1.0)) / std::log(150.0 / 5);
    return 1 + static_cast<float>(std::clamp(steps, 0.0, 1.0));
}

}  // namespace

LayerStyle style_of(LayerKind kind, const MapColours& colours, double design_m_per_px)
{
    const float near = nearness(design_m_per_px);
    switch (kind) {
    case LayerKind::county_area: return {.colour = colours.inside};
    case LayerKind::county_edge: return {.colour = colours.inside, .width_px = 1.4F};
    case LayerKind::road_minor: return {.colour = colours.road_minor, .width_px = 1.4F * near};
    case LayerKind::road: return {.colour = colours.road, .width_px = 2 * near};
    case LayerKind::road_major: return {.colour = colours.road_major, .width_px = 3 * near};
    case LayerKind::lake_area: return {.colour = colours.lake};
    case LayerKind::lake_shore: return {.colour = colours.shore, .width_px = 1};
    case LayerKind::water_area: return {.colour = colours.lake};
    case LayerKind::water_shore: return {.colour = colours.shore, .width_px = 1};
    case LayerKind::water_line: return {.colour = colours.river, .width_px = 1.6F * near};
    case LayerKind::near_water_area: return {.colour = colours.near_water_fill};
    case LayerKind::river_minor: return {.colour = colours.river, .width_px = 1.6F * near};
    case LayerKind::river_major: return {.colour = colours.river, .width_px = 2.4F * near};
    // At a city's scale whole rivers and many ponds in strong colour would outweigh the routes.
    case LayerKind::near_water_shore:
        return {.colour = design_m_per_px < strong_water_m_per_px ? colours.near_water : colours.shore, .width_px = 1};
    case LayerKind::near_water_line:
        return design_m_per_px < strong_water_m_per_px
                   ? LayerStyle{.colour = colours.near_water.with_alpha(190), .width_px = 1.6F * near}
                   : LayerStyle{.colour = colours.river, .width_px = 1.8F};
    case LayerKind::rail: return {.colour = colours.rail, .width_px = 1.6F, .dash_px = 6, .gap_px = 3};
    case LayerKind::border: return {.colour = colours.border, .width_px = 1.4F, .dash_px = 7, .gap_px = 4};
    }
    return {};
}

}  // namespace xiaoan::map
