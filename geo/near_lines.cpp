#include "geo/near_lines.hpp"

#include "geo/reach.hpp"
#include "geo/shore_distance.hpp"
#include "geo/spatial_index.hpp"

#include <algorithm>

namespace xiaoan::geo {
namespace {

/// Positive when c lies to the left of the way from a to b.
double side(const Position& a, const Position& b, const Position& c) noexcept
{
    return (b.lon - a.lon) * (c.lat - a.lat) - (b.lat - a.lat) * (c.lon - a.lon);
}

bool edges_cross(const Position& a, const Position& b, const Position& c, const Position& d) noexcept
{
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/// Calls `each(a, b)` with every edge of a geometry's lines and rings until it answers true.
template <class Each>
bool any_edge(const Geometry& geometry, Each&& each)
{
    for (const Polyline& line : geometry.lines)
        for (std::size_t i = 1; i < line.points.size(); ++i)
            if (each(line.points[i - 1], line.points[i])) return true;
    for (const Polygon& polygon : geometry.polygons)
        for (const Ring& ring : polygon.rings)
            for (std::size_t i = 0; i < ring.size(); ++i)
                if (each(ring[i], ring[(i + 1) % ring.size()])) return true;
    return false;
}

template <class Each>
bool any_position(const Geometry& geometry, Each&& each)
{
    return std::ranges::any_of(geometry.points, each) ||
           std::ranges::any_of(geometry.lines,
                               [&](const Polyline& l) { return std::ranges::any_of(l.points, each); }) ||
           std::ranges::any_of(geometry.polygons, [&](const Polygon& polygon) {
               return std::ranges::any_of(polygon.rings, [&](const Ring& r) { return std::ranges::any_of(r, each); });
           });
}

bool is_near(const Position& from, const Position& to, const Geometry& geometry, double within_m)
{
    if (shore_distance_within(from, geometry, within_m) || shore_distance_within(to, geometry, within_m)) return true;
    const Geometry edge = geometry_of(Polyline{{from, to}});
    Box around = box_around(from, within_m);
    around.add(box_around(to, within_m));
    return any_position(
               geometry,
               [&](const Position& p) { return around.contains(p) && shore_distance_within(p, edge, within_m); }) ||
           any_edge(geometry, [&](const Position& a, const Position& b) { return edges_cross(from, to, a, b); });
}

}  // namespace

std::vector<std::uint32_t> geometries_near_lines(std::span<const Polyline> lines, std::span<const Geometry> geometries,
                                                 double within_m)
{
    std::vector<Box> boxes;
    boxes.reserve(geometries.size());
    for (const Geometry& geometry : geometries) boxes.push_back(bounding_box(geometry));
    const SpatialIndex index{boxes};
    std::vector<bool> found(geometries.size());
    for (const Polyline& line : lines)
        for (std::size_t i = 1; i < line.points.size(); ++i) {
            const Position &from = line.points[i - 1], &to = line.points[i];
            Box around = box_around(from, within_m);
            around.add(box_around(to, within_m));
            for (const std::uint32_t each : index.find(around))
                if (!found[each] && is_near(from, to, geometries[each], within_m)) found[each] = true;
        }
    std::vector<std::uint32_t> near;
    for (std::size_t i = 0; i < found.size(); ++i)
        if (found[i]) near.push_back(static_cast<std::uint32_t>(i));
    return near;
}

}  // namespace xiaoan::geo
