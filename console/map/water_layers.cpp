#include "console/map/water_layers.hpp"

namespace xiaoan::map {

std::vector<Layer> water_layers(const Scene& scene, const geo::MapPosition& origin, std::stop_token stop)
{
    std::vector<geo::Geometry> areas[2];  // not in reach, in reach
    std::vector<geo::Geometry> lines[2];
    for (std::size_t i = 0; i < scene.geometry->waters.size(); ++i) {
        const geo::Geometry& shape = scene.geometry->waters[i].shape;
        const std::size_t in_reach = scene.water_in_reach[i] ? 1 : 0;
        if (!shape.polygons.empty()) areas[in_reach].push_back({{}, {}, shape.polygons});
        if (!shape.lines.empty()) lines[in_reach].push_back({{}, shape.lines, {}});
    }
    constexpr LayerKind area_kinds[] = {LayerKind::water_area, LayerKind::near_water_area};
    constexpr LayerKind shore_kinds[] = {LayerKind::water_shore, LayerKind::near_water_shore};
    constexpr LayerKind line_kinds[] = {LayerKind::water_line, LayerKind::near_water_line};
    std::vector<Layer> layers;
    for (const std::size_t i : {0U, 1U}) {
        if (stop.stop_requested()) return layers;
        if (!areas[i].empty()) {
            layers.push_back(area_layer(area_kinds[i], areas[i], origin));
            layers.push_back(line_layer(shore_kinds[i], areas[i], origin));
        }
        if (!lines[i].empty()) layers.push_back(line_layer(line_kinds[i], lines[i], origin));
    }
    return layers;
}

}  // namespace xiaoan::map
