#include "geo/local_distance.hpp"

#include "geo/geodesic.hpp"
#include "tests/geo/shapes.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <cmath>
#include <limits>

using namespace xiaoan::geo;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

TEST_CASE("the series keeps its bound against geodesics", "[geo]")
{
    const double lat = GENERATE(-89.0, -54.0, 0.0, 1.0, 18.0, 45.6, 54.0, 70.0, 85.0, 89.0);
    const double radius_m = GENERATE(0.01, 10.0, 3000.0, 30000.0, 140000.0);
    constexpr double roundings_m = 3e-9;  // of PROJ's geodesic and of the differences of degrees
    test::Lot lot(static_cast<std::uint32_t>(100 + lat + radius_m));
    for (int i = 0; i < 500; ++i) {
        const Position from{0, lat + lot.between(-0.01, 0.01)};
        const double distance_m = radius_m * lot.between(0.9, 1);
        const LocalDistance local(from);
        const double bound_m = local.error_bound_m(distance_m);
        CHECK(bound_m > 0);
        if (std::isinf(bound_m)) continue;  // too far, or too near a pole, for the series
        const Position to = destination(from, lot.between(0, 360), distance_m);
        const double series_m = std::sqrt(local.series().gradient(to.lon - from.lon, to.lat - from.lat).square_m2);
        REQUIRE_THAT(series_m, WithinAbs(geodesic_m(from, to), bound_m + roundings_m + distance_m * 1e-14));
    }
}

TEST_CASE("at 3 km in China the bound is a thousandth of a millimetre, and far off there is none", "[geo]")
{
    CHECK(LocalDistance({122.8, 45.6}).error_bound_m(3000) < 1e-11);
    CHECK(LocalDistance({122.8, 53.5}).error_bound_m(50000) < 1e-5);
    CHECK(std::isinf(LocalDistance({122.8, 45.6}).error_bound_m(1e6)));
    CHECK(std::isinf(LocalDistance({122.8, 89.9}).error_bound_m(3000)));
    CHECK(std::isinf(LocalDistance({122.8, 90}).error_bound_m(1)));
    CHECK(std::isinf(LocalDistance({122.8, std::nan("")}).error_bound_m(1)));
}

TEST_CASE("the slopes of the series are its differences", "[geo]")
{
    const LocalDistance local({122.8, 45.6});
    constexpr double step = 1e-6;
    const auto square = [&](double east, double north) { return local.series().gradient(east, north).square_m2; };
    test::Lot lot(9);
    for (int i = 0; i < 100; ++i) {
        const double east = lot.between(0.01, 0.5);
        const double north = lot.between(0.01, 0.5);
        const auto slope = local.series().gradient(east, north);
        CHECK_THAT(slope.per_east_deg,
                   WithinRel((square(east + step, north) - square(east - step, north)) / (2 * step), 1e-6));
        CHECK_THAT(slope.per_north_deg,
                   WithinRel((square(east, north + step) - square(east, north - step)) / (2 * step), 1e-6));
    }
}

TEST_CASE("the plane keeps the part of its error that the screen allows for", "[geo]")
{
    const double lat = GENERATE(-54.0, 0.0, 18.0, 45.6, 70.0, 85.0);
    test::Lot lot(static_cast<std::uint32_t>(lat + 100));
    for (int i = 0; i < 2000; ++i) {
        const Position from{0, lat};
        const LocalDistance local(from);
        const double distance_m = std::sqrt(1e-3 / local.curvature()) * lot.between(0.001, 1);
        const Position to = destination(from, lot.between(0, 360), distance_m);
        const LocalPlane plane = local.plane();
        const double n = to.lat - from.lat;
        const double x = to.lon * (plane.east + n * (plane.east_n + n * plane.east_nn));
        const double y = n * (plane.north + n * plane.north_n);
        const double allowed = distance_m * distance_m * local.curvature() / 20;
        REQUIRE_THAT(std::hypot(x, y), WithinAbs(distance_m, distance_m * allowed + 1e-8));
    }
}
