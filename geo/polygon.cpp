#include "geo/polygon.hpp"

#include "geo/ellipsoid.hpp"
#include "geo/polyline.hpp"

#include <geodesic.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace xiaoan::geo {
namespace {

double lon_at(const Position& a, const Position& b, double lat) noexcept
{
    return a.lon + (lat - a.lat) / (b.lat - a.lat) * (b.lon - a.lon);
}

/// Whether a ray to the east crosses the edge. Half-open in latitude, so that a corner counts once.
bool crosses(const Position& a, const Position& b, const Position& p) noexcept
{
    return (a.lat > p.lat) != (b.lat > p.lat) && p.lon < lon_at(a, b, p.lat);
}

/// The middle of the longest stretch of a parallel that lies inside; empty where none has a length.
std::optional<double> middle_of_widest(const Polygon& polygon, double lat)
{
    std::vector<double> shores;
    const auto add = [&](const Position& a, const Position& b) {
        if ((a.lat > lat) != (b.lat > lat)) shores.push_back(lon_at(a, b, lat));
    };
    for (const Ring& ring : polygon.rings) {
        for (std::size_t i = 1; i < ring.size(); ++i) add(ring[i - 1], ring[i]);
        if (!ring.empty()) add(ring.back(), ring.front());
    }
    std::ranges::sort(shores);
    std::optional<double> middle;
    double widest = 1e-11;  // degrees, a micrometre: an edge drawn there and back has no width but roundings
    for (std::size_t i = 1; i < shores.size(); i += 2) {  // even-odd: inside between the first and second, and so on
        const double centre = (shores[i - 1] + shores[i]) / 2;
        if (!(shores[i] - shores[i - 1] > widest) || !(shores[i - 1] < centre && centre < shores[i])) continue;
        widest = shores[i] - shores[i - 1];
        middle = centre;
    }
    return middle;
}

double ring_area_m2(const Ring& ring)
{
    geod_geodesic ellipsoid{};
    geod_init(&ellipsoid, ellipsoid_a_m, ellipsoid_f);
    geod_polygon sum{};
    geod_polygon_init(&sum, 0);
    for (const Position& p : ring) geod_polygon_addpoint(&ellipsoid, &sum, p.lat, p.lon);
    double area = 0;
    geod_polygon_compute(&ellipsoid, &sum, 0, 1, &area, nullptr);
    return std::abs(area);
}

}  // namespace

bool contains(const Polygon& polygon, const Position& p) noexcept
{
    bool inside = false;
    for (const Ring& ring : polygon.rings) {
        for (std::size_t i = 1; i < ring.size(); ++i) inside ^= crosses(ring[i - 1], ring[i], p);
        if (!ring.empty()) inside ^= crosses(ring.back(), ring.front(), p);  // nothing where the ring is closed
    }
    return inside;
}

bool contains(const Geometry& geometry, const Position& p) noexcept
{
    return std::ranges::any_of(geometry.polygons, [&](const Polygon& polygon) { return contains(polygon, p); });
}

double area_m2(const Polygon& polygon)
{
    if (polygon.rings.empty()) return 0;
    double area = ring_area_m2(polygon.rings.front());
    for (const Ring& hole : polygon.holes()) area -= ring_area_m2(hole);
    return std::max(0.0, area);
}

std::optional<Position> inner_point(const Polygon& polygon)
{
    const Box box = bounding_box(polygon);
    if (box.is_empty()) return std::nullopt;
    // Half height mostly does; the others are for shapes that have no width just there.
    for (const double part : {0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9}) {
        const double lat = box.south + part * (box.north - box.south);
        if (const auto lon = middle_of_widest(polygon, lat)) return Position{*lon, lat};
    }
    return std::nullopt;
}

std::optional<Position> label_point(const Geometry& geometry)
{
    const Polygon* largest = nullptr;
    double largest_m2 = -1;
    for (const Polygon& polygon : geometry.polygons)
        if (const double area = area_m2(polygon); area > largest_m2) {
            largest_m2 = area;
            largest = &polygon;
        }
    if (largest != nullptr)
        if (const auto point = inner_point(*largest)) return point;
    const Polyline* longest = nullptr;
    double longest_m = -1;
    for (const Polyline& line : geometry.lines)
        if (const double length = length_m(line); length > longest_m) {
            longest_m = length;
            longest = &line;
        }
    if (longest != nullptr)
        if (const auto place = midpoint(*longest)) return place->at;
    if (!geometry.points.empty()) return geometry.points.front();
    return std::nullopt;
}

}  // namespace xiaoan::geo
