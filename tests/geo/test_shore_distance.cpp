#include "geo/shore_distance.hpp"

#include "geo/edge_nearest.hpp"
#include "geo/geodesic.hpp"
#include "tests/geo/shapes.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <cmath>
#include <limits>

using namespace xiaoan::geo;
using Catch::Matchers::WithinAbs;

namespace {

Polyline line(std::vector<Position> points)
{
    return {std::move(points)};
}

/// The least distance to evenly spaced places of an edge, ends included: never below the true one, and above it by at
/// most step^2 / (2 d), d the distance.
double sampled_m(const Position& from, const Position& a, const Position& b, int steps)
{
    double least_m = std::numeric_limits<double>::infinity();
    for (int i = 0; i <= steps; ++i) {
        const double t = static_cast<double>(i) / steps;
        least_m = std::min(least_m, geodesic_m(from, {a.lon + t * (b.lon - a.lon), a.lat + t * (b.lat - a.lat)}));
    }
    return least_m;
}

/// Every edge searched exactly, none left out.
double unpruned_m(const Position& from, const Geometry& to)
{
    double least_m = std::numeric_limits<double>::infinity();
    const auto run = [&](const std::vector<Position>& positions) {
        for (std::size_t i = 1; i < positions.size(); ++i)
            least_m = std::min(least_m, nearest_on_edge(from, positions[i - 1], positions[i]).distance_m);
    };
    for (const Position& p : to.points) least_m = std::min(least_m, geodesic_m(from, p));
    for (const Polyline& one : to.lines) run(one.points);
    for (const Polygon& polygon : to.polygons)
        for (const Ring& ring : polygon.rings) run(ring);
    return least_m;
}

}  // namespace

TEST_CASE("the distance to a point is the geodesic", "[geo]")
{
    const auto found = shore_distance({122.8, 45.6}, geometry_of(Position{122.81, 45.61}));
    REQUIRE(found);
    CHECK(found->distance_m == geodesic_m({122.8, 45.6}, {122.81, 45.61}));
    CHECK(found->nearest == Position{122.81, 45.61});
    CHECK_FALSE(found->inside);
}

TEST_CASE("a long parallel is nearest due south, not where a great circle would bow", "[geo]")
{
    // By symmetry: an edge along a parallel, straight in longitude and latitude, has its foot on the meridian.
    const double half_deg = GENERATE(0.001, 0.13, 1.3, 5.0);  // 160 m, 20 km, 200 km and 790 km long
    const Geometry parallel = geometry_of(line({{123 - half_deg, 45}, {123 + half_deg * 0.9, 45}}));
    const Position from{123, 45.02};
    const auto found = shore_distance(from, parallel);
    REQUIRE(found);
    CHECK_THAT(found->distance_m, WithinAbs(geodesic_m(from, {123, 45}), 1e-7));
    CHECK_THAT(found->nearest.lon, WithinAbs(123, 1e-7));
    CHECK(found->nearest.lat == 45);
}

TEST_CASE("the meridian arc to the end of an edge is the published one", "[geo]")
{
    // The northing of 45 N on EPSG:4550 is the arc from the equator: 4 984 944.378 m.
    const auto found = shore_distance({123, 0}, geometry_of(line({{123, 45}, {123, 46}})));
    REQUIRE(found);
    CHECK_THAT(found->distance_m, WithinAbs(4984944.378, 0.0006));
    CHECK(found->nearest == Position{123, 45});
}

TEST_CASE("slanting edges of any length are as near as finely sampled places of them", "[geo]")
{
    test::Lot lot(5);
    const double length_deg = GENERATE(1e-5, 0.01, 0.25, 2.5);
    for (int i = 0; i < 40; ++i) {
        const double lat = lot.between(18, 54);
        const Position a{123, lat};
        const double angle = lot.between(0, 6.28);
        const Position b{123 + length_deg * std::cos(angle), lat + length_deg * std::sin(angle)};
        const double t = lot.between(-0.2, 1.2);
        const double aside_deg = lot.between(0.001, 0.03);
        const Position from{a.lon + t * (b.lon - a.lon) - aside_deg * std::sin(angle),
                            a.lat + t * (b.lat - a.lat) + aside_deg * std::cos(angle)};
        constexpr int steps = 4000;
        const double sampled = sampled_m(from, a, b, steps);
        const double step_m = length_deg * 111700 / steps;
        const NearestOnEdge found = nearest_on_edge(from, a, b);
        CHECK(found.distance_m <= sampled + 1e-8);
        CHECK(found.distance_m >= sampled - step_m * step_m / (2 * sampled) - 1e-8);
        CHECK(found.distance_m == geodesic_m(from, found.at));
    }
}

TEST_CASE("inside a polygon the distance is 0, and on an island it is that to the island's shore", "[geo]")
{
    const Geometry lake = geometry_of(Polygon{{test::square(122, 45, 0.3), test::square(122.1, 45.1, 0.1)}});
    const auto in_water = shore_distance({122.05, 45.05}, lake);
    REQUIRE(in_water);
    CHECK(in_water->inside);
    CHECK(in_water->distance_m == 0);
    CHECK(in_water->nearest == Position{122.05, 45.05});

    const Position on_island{122.15, 45.101};
    const auto island = shore_distance(on_island, lake);
    REQUIRE(island);
    CHECK_FALSE(island->inside);
    CHECK_THAT(island->distance_m, WithinAbs(geodesic_m(on_island, {122.15, 45.1}), 1e-7));
}

TEST_CASE("a water on an island of a water is water again", "[geo]")
{
    Geometry waters = geometry_of(Polygon{{test::square(122, 45, 0.3), test::square(122.1, 45.1, 0.1)}});
    waters.polygons.push_back({{test::square(122.14, 45.14, 0.02)}});
    CHECK(shore_distance({122.15, 45.15}, waters)->inside);
    CHECK_FALSE(shore_distance({122.11, 45.11}, waters)->inside);
}

TEST_CASE("on the boundary the distance is 0", "[geo]")
{
    const Geometry pond = geometry_of(Polygon{{test::square(122, 45, 0.25)}});
    const auto place = GENERATE(Position{122, 45}, Position{122.25, 45.25}, Position{122.125, 45},
                                Position{122.25, 45.125}, Position{122, 45.125}, Position{122.125, 45.25});
    const auto found = shore_distance(place, pond);
    REQUIRE(found);
    CHECK(found->distance_m == 0);
    CHECK(found->inside);
    CHECK(shore_distance_within(place, pond, 0));
}

TEST_CASE("a line has no inside, and on it the distance is 0", "[geo]")
{
    const Geometry loop = geometry_of(Polyline{test::square(122, 45, 0.25)});
    CHECK_FALSE(shore_distance({122.1, 45.1}, loop)->inside);
    CHECK(shore_distance({122.1, 45.1}, loop)->distance_m > 7000);
    CHECK(shore_distance({122.125, 45}, loop)->distance_m == 0);
}

TEST_CASE("a ring left open is closed", "[geo]")
{
    Ring open = test::square(122, 45, 0.25);
    open.pop_back();
    const Geometry closed_pond = geometry_of(Polygon{{test::square(122, 45, 0.25)}});
    const Geometry open_pond = geometry_of(Polygon{{open}});
    for (const Position from : {Position{122.1, 45.1}, Position{121.99, 45.1}, Position{122.3, 45.3}}) {
        const auto a = shore_distance(from, open_pond);
        const auto b = shore_distance(from, closed_pond);
        REQUIRE(a);
        REQUIRE(b);
        CHECK(a->inside == b->inside);
        CHECK_THAT(a->distance_m, WithinAbs(b->distance_m, 1e-8));
    }
}

TEST_CASE("edges without length and shapes of one place count as that place", "[geo]")
{
    const Position from{122.8, 45.6};
    const Position there{122.81, 45.6};
    const double expected_m = geodesic_m(from, there);
    const auto shape = GENERATE_COPY(geometry_of(line({there})), geometry_of(line({there, there, there})),
                                     geometry_of(Polygon{{{there}}}), geometry_of(Polygon{{{there, there}}}),
                                     geometry_of(Polygon{{{there, there, there, there}}}));
    const auto found = shore_distance(from, shape);
    REQUIRE(found);
    CHECK(found->distance_m == expected_m);
    CHECK_FALSE(found->inside);
}

TEST_CASE("without a geometry, or with bad coordinates, there is no distance", "[geo]")
{
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    const Geometry pond = geometry_of(Polygon{{test::square(122, 45, 0.25)}});
    CHECK_FALSE(shore_distance({122, 45}, Geometry{}));
    CHECK_FALSE(shore_distance({122, 45}, geometry_of(Polyline{})));
    CHECK_FALSE(shore_distance({122, 45}, geometry_of(Polygon{})));
    CHECK_FALSE(shore_distance({nan, 45}, pond));
    CHECK_FALSE(shore_distance({122, 91}, pond));
    CHECK_FALSE(shore_distance({122, 45}, geometry_of(Position{nan, nan})));
    CHECK_FALSE(shore_distance_within({122, 45}, pond, -1));
    CHECK_FALSE(shore_distance_within({122, 45}, pond, nan));
}

TEST_CASE("leaving edges out by the bound never changes the distance", "[geo]")
{
    const double lat = GENERATE(0.0, 45.0, 54.0, 70.0, 85.0);
    const double size_m = GENERATE(50.0, 3000.0, 60000.0);
    test::Lot lot(static_cast<std::uint32_t>(lat * 100 + size_m));
    const Box box{122, lat - 0.4, 124, lat + 0.4};
    for (int i = 0; i < 60; ++i) {
        const Geometry water = test::a_water(lot, box, size_m);
        const Position from{lot.between(121.9, 124.1), lot.between(lat - 0.5, lat + 0.5)};
        const auto found = shore_distance(from, water);
        REQUIRE(found);
        if (found->inside) continue;
        const double whole_m = unpruned_m(from, water);
        CHECK_THAT(found->distance_m, WithinAbs(whole_m, 1e-8));
        CHECK(shore_distance_within(from, water, whole_m + 1e-6));
        CHECK_FALSE(shore_distance_within(from, water, whole_m - 1e-6));
    }
}

TEST_CASE("a position beyond the antimeridian is near what lies across it", "[geo]")
{
    const Geometry island = geometry_of(Polygon{{test::square(-179.99, 65, 0.02)}});
    const auto found = shore_distance({179.999, 65.01}, island);
    REQUIRE(found);
    CHECK_THAT(found->distance_m, WithinAbs(geodesic_m({179.999, 65.01}, {-179.99, 65.01}), 1e-3));
    CHECK_THAT(found->nearest.lon, WithinAbs(-179.99, 1e-6));
}

TEST_CASE("of a geometry with parts on both sides of the antimeridian the nearer part counts", "[geo]")
{
    Geometry strait = geometry_of(Polygon{{test::square(179.5, 65, 0.1)}});
    strait.polygons.push_back({{test::square(-180, 65, 0.1)}});
    const Position west_of_it{179.99, 65.05};
    const auto found = shore_distance(west_of_it, strait);
    REQUIRE(found);
    CHECK_THAT(found->distance_m, WithinAbs(geodesic_m(west_of_it, {-180, 65.05}), 1e-3));
    CHECK(shore_distance({-179.95, 65.05}, strait)->inside);
    CHECK(shore_distance({179.55, 65.05}, strait)->inside);
}
