#include "geo/map_plane.hpp"

#include "geo/geodesic.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <cmath>

using namespace xiaoan::geo;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

TEST_CASE("the map plane begins at Greenwich and the equator, in metres of the equator", "[geo]")
{
    const MapPosition origin = map_from_position({0, 0});
    CHECK(origin == MapPosition{0, 0});
    CHECK_THAT(map_from_position({180, 0}).x, WithinAbs(20037508.342789, 1e-6));  // pi times 6378137
}

TEST_CASE("northings are those of ellipsoidal Mercator", "[geo]")
{
    // Snyder (1987), formula 7-7, worked apart from this code with e of WGS 84, which moves it by 0.1 mm:
    // 6378137 * ln(tan(67.5 deg) * ((1 - e sin 45) / (1 + e sin 45))^(e / 2)), e2 = 0.00669437999.
    CHECK_THAT(map_from_position({0, 45}).y, WithinAbs(5591295.9186, 0.001));
}

TEST_CASE("a position comes back from the map to a hundredth of a micrometre", "[geo]")
{
    const double lat = GENERATE(-88.9, -45.6, -1e-9, 0.0, 18.0, 45.619641, 53.5, 80.0, 88.9);
    const Position there{122.839024, lat};
    const Position back = position_from_map(map_from_position(there));
    CHECK_THAT(back.lon, WithinAbs(there.lon, 1e-13));
    CHECK_THAT(back.lat, WithinAbs(there.lat, 1e-13));
}

TEST_CASE("a kilometre at the view's centre is as long on the map as the scale says, in every direction", "[geo]")
{
    const double lat = GENERATE(18.0, 44.2, 45.6, 46.3, 53.5);
    const double direction = GENERATE(0.0, 33.0, 90.0, 135.0);
    const Position centre{122.8, lat};
    const Position west = destination(centre, direction + 180, 500);
    const Position east = destination(centre, direction, 500);
    const MapPosition a = map_from_position(west);
    const MapPosition b = map_from_position(east);
    CHECK_THAT(std::hypot(b.x - a.x, b.y - a.y) / map_scale(lat), WithinRel(1000.0, 1e-7));
}

TEST_CASE("the scale is 1 at the equator and a / (N cos lat) elsewhere", "[geo]")
{
    CHECK_THAT(map_scale(0), WithinAbs(1, 1e-15));
    // N at 45 degrees on GRS 80 is 6388838.290 m.
    CHECK_THAT(map_scale(45), WithinRel(6378137 / (6388838.290 * std::sqrt(0.5)), 1e-9));
}

TEST_CASE("a pole is drawn at 89 degrees and a NaN stays one", "[geo]")
{
    CHECK(map_from_position({0, 90}) == map_from_position({0, 89}));
    CHECK(map_from_position({0, -90}) == map_from_position({0, -89}));
    CHECK(std::isnan(map_from_position({0, std::nan("")}).y));
}
