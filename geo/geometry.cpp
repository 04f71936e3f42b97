#include "geo/geometry.hpp"

#include <algorithm>
#include <utility>

namespace xiaoan::geo {
namespace {

bool all_valid(std::span<const Position> positions) noexcept
{
    return std::ranges::all_of(positions, is_valid);
}

constexpr std::string_view out_of_range =
    "a position is outside longitude -180..180, latitude -90..90, or is not a number";

std::optional<std::string_view> fault_of(const Polygon& polygon) noexcept
{
    if (polygon.rings.empty()) return "a polygon has no ring";
    for (const Ring& ring : polygon.rings) {
        if (!all_valid(ring)) return out_of_range;
        const bool closed = ring.size() > 1 && ring.front() == ring.back();
        if (ring.size() < (closed ? 4u : 3u)) return "a ring has fewer than three different positions";
    }
    return std::nullopt;
}

}  // namespace

Geometry geometry_of(const Position& point)
{
    Geometry made;
    made.points.push_back(point);
    return made;
}

Geometry geometry_of(Polyline line)
{
    Geometry made;
    made.lines.push_back(std::move(line));
    return made;
}

Geometry geometry_of(Polygon polygon)
{
    Geometry made;
    made.polygons.push_back(std::move(polygon));
    return made;
}

Box bounding_box(std::span<const Position> positions) noexcept
{
    Box box;
    for (const Position& p : positions) box.add(p);
    return box;
}

Box bounding_box(const Polygon& polygon) noexcept
{
    Box box;
    for (const Ring& ring : polygon.rings) box.add(bounding_box(ring));
    return box;
}

Box bounding_box(const Geometry& geometry) noexcept
{
    Box box = bounding_box(geometry.points);
    for (const Polyline& line : geometry.lines) box.add(bounding_box(line.points));
    for (const Polygon& polygon : geometry.polygons) box.add(bounding_box(polygon));
    return box;
}

std::size_t position_count(const Geometry& geometry) noexcept
{
    std::size_t count = geometry.points.size();
    for (const Polyline& line : geometry.lines) count += line.points.size();
    for (const Polygon& polygon : geometry.polygons)
        for (const Ring& ring : polygon.rings) count += ring.size();
    return count;
}

std::optional<std::string_view> fault_of(const Geometry& geometry) noexcept
{
    if (geometry.is_empty()) return "the geometry is empty";
    if (!all_valid(geometry.points)) return out_of_range;
    for (const Polyline& line : geometry.lines) {
        if (!all_valid(line.points)) return out_of_range;
        if (line.points.size() < 2) return "a line has fewer than two positions";
    }
    for (const Polygon& polygon : geometry.polygons)
        if (const auto fault = fault_of(polygon)) return fault;
    return std::nullopt;
}

}  // namespace xiaoan::geo
