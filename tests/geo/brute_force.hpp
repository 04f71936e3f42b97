// tests/geo/brute_force.hpp: distances found without an index, a bound, a series or a slope: every edge of a shape is
// searched by golden section, each probe a geodesic. Slow, and nothing of geo's search is in it.
#pragma once

#include "geo/geodesic.hpp"
#include "geo/geometry.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace xiaoan::geo::test {

/// For edges so near and short that the distance falls and rises once along them.
inline double brute_force_edge_m(const Position& from, const Position& a, const Position& b)
{
    const auto at = [&](double t) {
        return geodesic_m(from, {a.lon + t * (b.lon - a.lon), a.lat + t * (b.lat - a.lat)});
    };
    const double ends_m = std::min(geodesic_m(from, a), geodesic_m(from, b));
    const double length_m = geodesic_m(a, b);
    const double golden = (std::sqrt(5.0) - 1) / 2;
    double low = 0;
    double high = 1;
    double left_m = at(1 - golden);
    double right_m = at(golden);
    while ((high - low) * length_m > 1e-4) {
        if (left_m < right_m) {
            high = low + golden * (high - low);
            right_m = left_m;
            left_m = at(high - golden * (high - low));
        } else {
            low = high - golden * (high - low);
            left_m = right_m;
            right_m = at(low + golden * (high - low));
        }
    }
    return std::min({ends_m, left_m, right_m});
}

/// How often a ray to the north crosses the rings is odd: another ray than geo's own.
inline bool brute_force_inside(const Polygon& polygon, const Position& p)
{
    bool inside = false;
    for (const Ring& ring : polygon.rings)
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Position& a = ring[i];
            const Position& b = ring[(i + 1) % ring.size()];
            if ((a.lon > p.lon) == (b.lon > p.lon)) continue;
            if (p.lat < a.lat + (p.lon - a.lon) / (b.lon - a.lon) * (b.lat - a.lat)) inside = !inside;
        }
    return inside;
}

/// Infinite for an empty geometry. Of valid positions, on one side of the antimeridian.
inline double brute_force_m(const Position& from, const Geometry& to)
{
    double least_m = std::numeric_limits<double>::infinity();
    const auto add = [&](const Position& a, const Position& b) {
        least_m = std::min(least_m, brute_force_edge_m(from, a, b));
    };
    for (const Position& p : to.points) add(p, p);
    for (const Polyline& line : to.lines)
        for (std::size_t i = 0; i < line.points.size(); ++i)
            add(line.points[i], line.points[std::min(i + 1, line.points.size() - 1)]);
    for (const Polygon& polygon : to.polygons) {
        if (brute_force_inside(polygon, from)) return 0;
        for (const Ring& ring : polygon.rings)
            for (std::size_t i = 0; i < ring.size(); ++i) add(ring[i], ring[(i + 1) % ring.size()]);
    }
    return least_m;
}

}  // namespace xiaoan::geo::test
