// tests/geo/shapes.hpp: shapes for the tests of geo, some by hand, some drawn by lot with a fixed seed.
#pragma once

#include "geo/ellipsoid.hpp"
#include "geo/geometry.hpp"

#include <cmath>
#include <cstdint>
#include <numbers>
#include <random>

namespace xiaoan::geo::test {

/// The same numbers on every machine (the distributions of the standard library are not).
class Lot {
public:
    explicit Lot(std::uint32_t seed) : engine_(seed) {}
    double between(double low, double high)
    {
        return low + (high - low) * (static_cast<double>(engine_()) / 4294967296.0);
    }
    std::uint32_t below(std::uint32_t count) { return static_cast<std::uint32_t>(engine_() % count); }

private:
    std::mt19937 engine_;
};

inline Ring square(double west, double south, double side)
{
    return {{west, south}, {west + side, south}, {west + side, south + side}, {west, south + side}, {west, south}};
}

/// A closed ring of `count` corners about a centre, its radius between half of `radius_m` and all of it.
inline Ring a_star(Lot& lot, const Position& centre, double radius_m, int count)
{
    const DegreeLength degree = degree_length(centre.lat);
    Ring ring;
    for (int i = 0; i < count; ++i) {
        const double angle = 2 * std::numbers::pi * i / count;
        const double r = radius_m * lot.between(0.5, 1);
        ring.push_back(
            {centre.lon + r * std::cos(angle) / degree.lon_m, centre.lat + r * std::sin(angle) / degree.lat_m});
    }
    ring.push_back(ring.front());
    return ring;
}

inline Polyline a_walk(Lot& lot, Position at, double step_m, int count)
{
    Polyline line;
    double heading = lot.between(0, 2 * std::numbers::pi);
    for (int i = 0; i < count; ++i) {
        line.points.push_back(at);
        const DegreeLength degree = degree_length(at.lat);
        heading += lot.between(-0.5, 0.5);
        at.lon += step_m * std::sin(heading) / degree.lon_m;
        at.lat += step_m * std::cos(heading) / degree.lat_m;
    }
    return line;
}

/// A pond, a lake with an island, a ditch or a spring, somewhere in the box.
inline Geometry a_water(Lot& lot, const Box& box, double size_m)
{
    const Position at{lot.between(box.west, box.east), lot.between(box.south, box.north)};
    switch (lot.below(4)) {
    case 0: return geometry_of(at);
    case 1: return geometry_of(a_walk(lot, at, size_m / 5, 20));
    case 2: return geometry_of(Polygon{{a_star(lot, at, size_m, 24)}});
    default: return geometry_of(Polygon{{a_star(lot, at, size_m, 40), a_star(lot, at, size_m / 4, 9)}});
    }
}

}  // namespace xiaoan::geo::test
