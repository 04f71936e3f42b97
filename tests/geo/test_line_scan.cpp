#include "geo/geodesic.hpp"
#include "geo/near.hpp"
#include "geo/shore_distance.hpp"
#include "tests/geo/shapes.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace xiaoan::geo;
using Catch::Matchers::WithinAbs;

namespace {

// At 45.5 N a degree of latitude is 111,141.6 m; of longitude 78,126 m (a cos(lat) / sqrt(1 - e2 sin2(lat)) in
// radians).
const Polyline along_parallel{{{122.99, 45.5}, {123.01, 45.5}}};
using Found = std::vector<std::uint32_t>;

Found geometries(const std::vector<NearPair>& pairs)
{
    Found found;
    for (const NearPair& pair : pairs) found.push_back(pair.geometry);
    return found;
}

Geometry box(double west, double south, double east, double north)
{
    return geometry_of(Polygon{{{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}}});
}

}  // namespace

TEST_CASE("a point is near a line by its distance to the edge, not to an end", "[geo]")
{
    const std::vector<Geometry> springs{geometry_of(Position{123.0, 45.5 - 51 / 111141.6}),
                                        geometry_of(Position{123.0, 45.5 + 49 / 111141.6})};
    const NearSearch search(springs);
    CHECK(geometries(search.along(along_parallel, 50)) == Found{1});
    const auto both = search.along(along_parallel, 52);
    REQUIRE(geometries(both) == Found{1, 0});
    CHECK_THAT(both[0].distance_m, WithinAbs(49, 0.001));
    CHECK_THAT(both[1].distance_m, WithinAbs(51, 0.001));
    CHECK(both[0].nearest == springs[1].points[0]);
}

TEST_CASE("what a line crosses or lies in is at 0 m, what it passes at the distance to the corner", "[geo]")
{
    const std::vector<Geometry> waters{
        box(122.999, 45.4, 123.001, 45.6),                            // crossed, no corner near
        box(122.9, 45.4, 123.1, 45.6),                                // the line lies in it
        box(123.0, 45.5003, 123.002, 45.503),                         // 33 m to the north
        box(123.0, 45.501, 123.002, 45.503),                          // 111 m
        geometry_of(Polyline{{{123.0052, 45.6}, {123.0052, 45.4}}}),  // a ditch across
        geometry_of(Polyline{{{123.0031, 45.5}, {123.0031, 45.4}}}),  // one that ends at the line
    };
    const auto found = NearSearch(waters).along(along_parallel, 50);
    REQUIRE(geometries(found) == Found{0, 1, 4, 5, 2});
    CHECK(found[0].distance_m == 0);
    CHECK(found[0].inside);
    CHECK(found[1].inside);
    CHECK(found[2].distance_m == 0);
    CHECK_FALSE(found[2].inside);
    CHECK_THAT(found[2].nearest.lon, WithinAbs(123.0052, 1e-9));
    CHECK_THAT(found[2].nearest.lat, WithinAbs(45.5, 1e-9));
    CHECK_THAT(found[3].distance_m, WithinAbs(0, 1e-6));
    CHECK_THAT(found[4].distance_m, WithinAbs(0.0003 * 111141.6, 0.001));
}

TEST_CASE("a pair names the edge of the line that is nearest", "[geo]")
{
    const Polyline route{{{122.9, 45.5}, {122.95, 45.5}, {123.0, 45.5}, {123.0, 45.55}}};
    const std::vector<Geometry> springs{geometry_of(Position{122.97, 45.501}), geometry_of(Position{123.001, 45.54}),
                                        geometry_of(Position{122.91, 45.499})};
    const auto found = NearSearch(springs).along(route, 200);
    REQUIRE(found.size() == 3);
    for (const NearPair& pair : found) CHECK(pair.position == (pair.geometry == 0 ? 1 : pair.geometry == 1 ? 2 : 0));
}

TEST_CASE("distances along a line are those of its finely sampled places", "[geo]")
{
    const double lat = GENERATE(18.3, 45.6, 59.0);
    const double within_m = GENERATE(50.0, 200.0, 3000.0);
    test::Lot lot(static_cast<std::uint32_t>(lat + within_m));
    const Box around{122.95, lat - 0.03, 123.05, lat + 0.03};
    std::vector<Geometry> waters;
    for (int i = 0; i < 40; ++i) waters.push_back(test::a_water(lot, around, std::exp(lot.between(1, 7))));
    const NearSearch search(waters);
    const Polyline route = test::a_walk(lot, {122.96, lat - 0.02}, 800, 5);
    constexpr int samples = 400;  // an edge, so every 2 m
    constexpr double step_m = 2.1;
    std::vector<double> least_m(waters.size(), std::numeric_limits<double>::infinity());
    for (std::size_t edge = 1; edge < route.points.size(); ++edge)
        for (int i = 0; i <= samples; ++i) {
            const double t = static_cast<double>(i) / samples;
            const Position &a = route.points[edge - 1], &b = route.points[edge];
            const Position at{a.lon + t * (b.lon - a.lon), a.lat + t * (b.lat - a.lat)};
            for (const NearPair& pair : search.from(at, within_m))
                least_m[pair.geometry] = std::min(least_m[pair.geometry], pair.distance_m);
        }
    const auto found = search.along(route, within_m);
    std::size_t sampled = 0;
    for (const double each : least_m) sampled += each <= within_m;
    CHECK(found.size() >= sampled);
    for (const NearPair& pair : found) {
        const double sampled_m = least_m[pair.geometry];
        if (pair.distance_m > within_m - step_m && std::isinf(sampled_m)) continue;
        CHECK(pair.distance_m <= sampled_m + 1e-4);
        // Between two samples the distance falls below both by half a step at most, where the line crosses a shore.
        const double least_between_m = sampled_m > 100 ? step_m * step_m / (8 * sampled_m) + 1e-4 : step_m / 2;
        CHECK(pair.distance_m >= sampled_m - least_between_m);
    }
}

TEST_CASE("a line across the antimeridian in two parts finds what lies on the other side", "[geo]")
{
    const std::vector<Geometry> springs{geometry_of(Position{-179.9995, 65}), geometry_of(Position{179.9995, 65})};
    const NearSearch search(springs);
    CHECK(search.along({{{179.99, 65}, {180, 65}}}, 100).size() == 2);
    CHECK(search.along({{{-180, 65}, {-179.99, 65}}}, 100).size() == 2);
    CHECK(search.along({{{179.99, 65}, {179.995, 65}}}, 100).empty());
}

TEST_CASE("without a line or geometries nothing is near", "[geo]")
{
    const std::vector<Geometry> waters{box(122, 45, 124, 46)};
    const NearSearch search(waters);
    CHECK(NearSearch({}).along(along_parallel, 50).empty());
    CHECK(search.along({}, 50).empty());
    CHECK(search.along({{{123, 45.5}, {std::nan(""), 45}}}, 50).empty());
    CHECK(search.along(along_parallel, -1).empty());
    CHECK(search.along(along_parallel, std::nan("")).empty());
    const auto one_place = search.along({{{123, 45.5}}}, 50);
    REQUIRE(one_place.size() == 1);
    CHECK(one_place[0].inside);
}
