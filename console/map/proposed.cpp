#include "console/map/proposed.hpp"

#include "geo/geometry.hpp"
#include "geo/polygon.hpp"

#include <algorithm>
#include <cmath>

namespace xiaoan::map {

ProposedWater proposed_water(const geo::Geometry& shape, const geo::Position& at)
{
    ProposedWater made{.shape = &shape, .at = geo::map_from_position(at), .box = {}};
    made.box = map_from_box(geo::bounding_box(shape));
    made.box.add(made.at);
    return made;
}

std::vector<DrawnProposed> drawn_proposed(std::span<const ProposedWater> waters, std::size_t chosen,
                                          const MapView& view, double scale)
{
    const MapBox sight = view.box(20 * scale);
    const auto px = [&](const geo::MapPosition& p) {
        const auto at = view.screen_from_map(p);
        return Px{static_cast<float>(at.x), static_cast<float>(at.y)};
    };
    const auto line_of = [&](std::span<const geo::Position> points) {
        std::vector<Px> line;
        for (const geo::Position& p : points) {
            const Px at = px(geo::map_from_position(p));
            if (line.empty() || std::hypot(at.x - line.back().x, at.y - line.back().y) > scale) line.push_back(at);
        }
        return line;
    };
    std::vector<DrawnProposed> drawn;
    for (std::size_t i = 0; i < waters.size(); ++i) {
        if (!waters[i].box.touches(sight)) continue;
        DrawnProposed& made = drawn.emplace_back();
        made.at = px(waters[i].at);
        made.water = i;
        made.chosen = i == chosen;
        for (const geo::Polyline& line : waters[i].shape->lines) made.lines.push_back(line_of(line.points));
        for (const geo::Polygon& polygon : waters[i].shape->polygons)
            for (const geo::Ring& ring : polygon.rings) made.lines.push_back(line_of(ring));
    }
    std::ranges::stable_sort(drawn, {}, &DrawnProposed::chosen);
    return drawn;
}

std::optional<std::size_t> picked_proposed(std::span<const DrawnProposed> drawn, const Px& at, double tolerance_px)
{
    std::optional<std::size_t> picked;
    double nearest = tolerance_px;
    for (const DrawnProposed& each : drawn) {
        const double distance = std::hypot(each.at.x - at.x, each.at.y - at.y);
        if (distance > nearest) continue;
        nearest = distance;
        picked = each.water;
    }
    return picked;
}

}  // namespace xiaoan::map
