#include "geo/corridor.hpp"
#include "geo/geodesic.hpp"
#include "geo/shore_distance.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <random>

using namespace xiaoan::geo;
using Catch::Matchers::WithinRel;

TEST_CASE("the lengths of a degree over a band are those of the ellipsoid", "[geo]")
{
    const DegreeBand band(44, 46);
    for (const double lat : {44.0, 44.3, 45.0, 45.71, 46.0}) {
        CHECK_THAT(band.at(lat).lon_m, WithinRel(degree_length(lat).lon_m, 1e-6));
        CHECK_THAT(band.at(lat).lat_m, WithinRel(degree_length(lat).lat_m, 1e-6));
    }
}

TEST_CASE("a corridor holds what lies within its reach, by the geodesic distance to the line", "[geo]")
{
    const Polyline line{{{122.80, 45.60}, {122.83, 45.61}, {122.83, 45.64}, {122.90, 45.60}, {122.81, 45.59}}};
    const Geometry geometry = geometry_of(line);
    std::mt19937 random(8);
    std::uniform_real_distribution<double> lon(122.79, 122.91), lat(45.58, 45.65);
    for (const double reach : {20.0, 200.0, 1000.0}) {
        const Corridor corridor(line, reach);
        std::uint32_t hint = 0;
        std::size_t held = 0;
        for (int i = 0; i < 4000; ++i) {
            const Position p{lon(random), lat(random)};
            const double distance_m = shore_distance(p, geometry)->distance_m;
            const double error_m = 0.02 + reach * reach / 4e6;
            if (std::abs(distance_m - reach) < error_m) continue;
            held += distance_m <= reach ? 1 : 0;
            if (corridor.holds(p, hint) != (distance_m <= reach))
                FAIL_CHECK(p.lon << " " << p.lat << " " << distance_m);
        }
        CHECK(held > 0);
    }
}

TEST_CASE("a corridor of one place is a circle, and of none holds nothing", "[geo]")
{
    const Position place{122.8, 45.6};
    std::uint32_t hint = 7;
    const Corridor circle(Polyline{{place}}, 100);
    CHECK(circle.holds(destination(place, 30, 99.9), hint));
    CHECK_FALSE(circle.holds(destination(place, 30, 100.1), hint));
    CHECK_FALSE(Corridor(Polyline{}, 100).holds(place, hint));
}
