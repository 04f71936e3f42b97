#include "geo/simplify.hpp"

#include "geo/ellipsoid.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace xiaoan::geo {
namespace {

/// Flat metres at one latitude.
struct Flat {
    DegreeLength degree;

    explicit Flat(std::span<const Position> line) : degree(degree_length(bounding_box(line).centre().lat)) {}

    double squared(const Position& p, const Position& a, const Position& b) const noexcept
    {
        const double px = (p.lon - a.lon) * degree.lon_m;
        const double py = (p.lat - a.lat) * degree.lat_m;
        const double dx = (b.lon - a.lon) * degree.lon_m;
        const double dy = (b.lat - a.lat) * degree.lat_m;
        const double length2 = dx * dx + dy * dy;
        const double t = length2 > 0 ? std::clamp((px * dx + py * dy) / length2, 0.0, 1.0) : 0.0;
        return (px - t * dx) * (px - t * dx) + (py - t * dy) * (py - t * dy);
    }
};

/// The position strictly between `first` and `last` that is farthest from their line; `first` if there is none.
std::size_t farthest(std::span<const Position> line, const Flat& flat, std::size_t first, std::size_t last,
                     double& squared)
{
    std::size_t found = first;
    squared = -1;
    for (std::size_t i = first + 1; i < last; ++i) {
        const double here = flat.squared(line[i], line[first], line[last]);
        if (here > squared) {
            squared = here;
            found = i;
        }
    }
    return found;
}

/// Marks in `kept` what must stay between two kept positions.
void mark(std::span<const Position> line, const Flat& flat, double tolerance_m, std::size_t first, std::size_t last,
          std::vector<char>& kept)
{
    std::vector<std::pair<std::size_t, std::size_t>> open{{first, last}};
    while (!open.empty()) {
        const auto [from, to] = open.back();
        open.pop_back();
        double squared = 0;
        const std::size_t middle = farthest(line, flat, from, to, squared);
        if (middle == from || !(squared > tolerance_m * tolerance_m)) continue;
        kept[middle] = 1;
        open.emplace_back(from, middle);
        open.emplace_back(middle, to);
    }
}

std::vector<Position> only_kept(std::span<const Position> line, const std::vector<char>& kept)
{
    std::vector<Position> out;
    for (std::size_t i = 0; i < line.size(); ++i)
        if (kept[i] != 0) out.push_back(line[i]);
    return out;
}

bool is_smaller_than(const Ring& ring, double tolerance_m)
{
    const Box box = bounding_box(ring);
    const DegreeLength degree = degree_length(box.centre().lat);
    return (box.east - box.west) * degree.lon_m < tolerance_m && (box.north - box.south) * degree.lat_m < tolerance_m;
}

}  // namespace

std::vector<Position> simplified_line(std::span<const Position> line, double tolerance_m)
{
    if (line.size() < 3 || !(tolerance_m > 0)) return {line.begin(), line.end()};
    std::vector<char> kept(line.size(), 0);
    kept.front() = kept.back() = 1;
    mark(line, Flat(line), tolerance_m, 0, line.size() - 1, kept);
    return only_kept(line, kept);
}

Ring simplified_ring(std::span<const Position> ring, double tolerance_m)
{
    const bool closed = ring.size() > 1 && ring.front() == ring.back();
    Ring whole(ring.begin(), ring.end());
    if (!closed && !whole.empty()) whole.push_back(whole.front());
    if (whole.size() <= 4 || !(tolerance_m > 0)) return {ring.begin(), ring.end()};

    // A ring has no ends: cut it at its first position and the one farthest from there, then keep one more on the
    // side that sticks out most, so that a triangle is left however large the tolerance.
    const Flat flat(whole);
    const std::size_t last = whole.size() - 1;
    double squared = 0;
    const std::size_t across = farthest(whole, flat, 0, last, squared);
    double squared_before = 0;
    double squared_after = 0;
    const std::size_t before = farthest(whole, flat, 0, across, squared_before);
    const std::size_t after = farthest(whole, flat, across, last, squared_after);
    std::vector<char> kept(whole.size(), 0);
    kept[0] = kept[across] = kept[last] = 1;
    kept[squared_before > squared_after ? before : after] = 1;
    mark(whole, flat, tolerance_m, 0, across, kept);
    mark(whole, flat, tolerance_m, across, last, kept);
    Ring out = only_kept(whole, kept);
    if (!closed) out.pop_back();
    return out;
}

Geometry simplified(const Geometry& geometry, double tolerance_m)
{
    Geometry out;
    out.points = geometry.points;
    for (const Polyline& line : geometry.lines) out.lines.push_back({simplified_line(line.points, tolerance_m)});
    for (const Polygon& polygon : geometry.polygons) {
        Polygon made;
        for (std::size_t i = 0; i < polygon.rings.size(); ++i)
            if (i == 0 || !is_smaller_than(polygon.rings[i], tolerance_m))
                made.rings.push_back(simplified_ring(polygon.rings[i], tolerance_m));
        out.polygons.push_back(std::move(made));
    }
    return out;
}

}  // namespace xiaoan::geo
