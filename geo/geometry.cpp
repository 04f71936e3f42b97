#include "geo/geometry.hpp"

#include "geo/raw_geometry.hpp"

#include <algorithm>
#include <utility>

namespace xiaoan::geo {
namespace {

constexpr std::string_view out_of_range =
    "a position is outside longitude -180..180, latitude -90..90, or is not a number";

bool is_valid_swapped(const Position& p) noexcept
{
    return is_valid({p.lat, p.lon});
}

template <class Fits>
std::optional<std::string_view> fault_of(const Polygon& polygon, Fits fits) noexcept
{
    if (polygon.rings.empty()) return "a polygon has no ring";
    for (const Ring& ring : polygon.rings) {
        if (!std::ranges::all_of(ring, fits)) return out_of_range;
        const bool closed = ring.size() > 1 && ring.front() == ring.back();
        if (ring.size() < (closed ? 4u : 3u)) return "a ring has fewer than three different positions";
    }
    return std::nullopt;
}

/// `fits` tells the positions that may be.
template <class Fits>
std::optional<std::string_view> fault_of(const Geometry& geometry, Fits fits) noexcept
{
    if (geometry.is_empty()) return "the geometry is empty";
    if (!std::ranges::all_of(geometry.points, fits)) return out_of_range;
    for (const Polyline& line : geometry.lines) {
        if (!std::ranges::all_of(line.points, fits)) return out_of_range;
        if (line.points.size() < 2) return "a line has fewer than two positions";
    }
    for (const Polygon& polygon : geometry.polygons)
        if (const auto fault = fault_of(polygon, fits)) return fault;
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
    return fault_of(geometry, is_valid);
}

std::optional<std::string_view> raw_fault_of(const Geometry& geometry) noexcept
{
    const auto fault = fault_of(geometry);
    return fault && fault_of(geometry, is_valid_swapped) ? fault : std::nullopt;
}

void swap_axes(Geometry& geometry) noexcept
{
    const auto swap = [](std::vector<Position>& positions) {
        for (Position& p : positions) std::swap(p.lon, p.lat);
    };
    swap(geometry.points);
    for (Polyline& line : geometry.lines) swap(line.points);
    for (Polygon& polygon : geometry.polygons) std::ranges::for_each(polygon.rings, swap);
}

}  // namespace xiaoan::geo
