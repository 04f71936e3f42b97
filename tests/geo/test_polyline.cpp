#include "geo/polyline.hpp"

#include "geo/geodesic.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <cmath>

using namespace xiaoan::geo;
using Catch::Matchers::WithinAbs;

namespace {

const Polyline bent{{{122, 45}, {122, 45}, {122.1, 45}, {122.1, 45.1}}};

}  // namespace

TEST_CASE("the length of a line is the sum of its edges", "[geo]")
{
    CHECK(length_m(bent) == geodesic_m({122, 45}, {122.1, 45}) + geodesic_m({122.1, 45}, {122.1, 45.1}));
    // 90 degrees of the meridian in two pieces: GRS 80 quadrant (Moritz 2000).
    CHECK_THAT(length_m({{{123, 0}, {123, 45}, {123, 90}}}), WithinAbs(10001965.7293, 0.0001));
    CHECK(length_m({}) == 0);
    CHECK(length_m({{{122, 45}}}) == 0);
}

TEST_CASE("a place along the line is held between its ends", "[geo]")
{
    const double first_m = geodesic_m({122, 45}, {122.1, 45});
    CHECK(place_along(bent, -5)->at == Position{122, 45});
    CHECK(place_along(bent, 1e9)->at == Position{122.1, 45.1});
    CHECK_THAT(place_along(bent, 1e9)->along_m, WithinAbs(length_m(bent), 1e-9));
    const auto in_first = place_along(bent, first_m / 2);
    REQUIRE(in_first);
    CHECK_THAT(in_first->at.lon, WithinAbs(122.05, 1e-12));
    CHECK_THAT(in_first->bearing_deg, WithinAbs(90, 0.05));
    const auto in_second = place_along(bent, first_m + 100);
    REQUIRE(in_second);
    CHECK(in_second->bearing_deg == 0);
    CHECK_THAT(geodesic_m({122.1, 45}, in_second->at), WithinAbs(100, 0.01));
}

TEST_CASE("the midpoint has half the length before it", "[geo]")
{
    const auto middle = midpoint({{{122, 0}, {124, 0}}});
    REQUIRE(middle);
    CHECK_THAT(middle->at.lon, WithinAbs(123, 1e-12));
    CHECK(middle->bearing_deg == 90);
}

TEST_CASE("a stop beside the route is found on it", "[geo]")
{
    const auto stop = nearest_place(bent, {122.05, 45.001});
    REQUIRE(stop);
    CHECK_THAT(stop->at.lon, WithinAbs(122.05, 1e-6));
    CHECK(stop->at.lat == 45);
    CHECK_THAT(stop->along_m, WithinAbs(geodesic_m({122, 45}, {122.05, 45}), 0.1));
    CHECK_THAT(nearest_place(bent, {122.2, 45.2})->along_m, WithinAbs(length_m(bent), 1e-6));
}

TEST_CASE("a line without two different positions has no places", "[geo]")
{
    CHECK_FALSE(midpoint({}));
    CHECK_FALSE(midpoint({{{122, 45}}}));
    CHECK_FALSE(midpoint({{{122, 45}, {122, 45}}}));
    CHECK_FALSE(nearest_place({{{122, 45}, {122, 45}}}, {122, 45}));
    CHECK_FALSE(place_along(bent, std::nan("")));
    CHECK_FALSE(nearest_place(bent, {std::nan(""), 45}));
}
