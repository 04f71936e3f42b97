#include "geo/geodesic.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <cmath>
#include <limits>
#include <numbers>

using namespace xiaoan::geo;
using Catch::Matchers::WithinAbs;

namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

double dms(double degrees, double minutes, double seconds)
{
    return degrees + minutes / 60 + seconds / 3600;
}

// Geoscience Australia, GDA94 Technical Manual 2.4, chapter 4 (Vincenty's formulae on GRS 80, the same ellipsoid).
const Position flinders_peak{dms(144, 25, 29.52440), -dms(37, 57, 3.72030)};
const Position buninyong{dms(143, 55, 35.38390), -dms(37, 39, 10.15610)};

struct Line {
    Position from, to;
    double metres;
};

}  // namespace

TEST_CASE("the line of the Australian manual has its published length and directions", "[geo]")
{
    CHECK_THAT(geodesic_m(flinders_peak, buninyong), WithinAbs(54972.271, 0.0005));
    CHECK_THAT(bearing_deg(flinders_peak, buninyong).value(), WithinAbs(dms(306, 52, 5.37), 0.005 / 3600));
    CHECK_THAT(bearing_deg(buninyong, flinders_peak).value(), WithinAbs(dms(127, 10, 25.07), 0.005 / 3600));
}

TEST_CASE("a quarter of the meridian has the length published for GRS 80", "[geo]")
{
    // H. Moritz, "Geodetic Reference System 1980", J. Geodesy 74 (2000): Q = 10 001 965.7293 m.
    CHECK_THAT(geodesic_m({123, 0}, {123, 90}), WithinAbs(10001965.7293, 0.0001));
    CHECK_THAT(geodesic_m({123, -90}, {123, 90}), WithinAbs(2 * 10001965.7293, 0.0002));
}

TEST_CASE("a degree of the equator is a times pi over 180", "[geo]")
{
    CHECK_THAT(geodesic_m({122, 0}, {123, 0}), WithinAbs(6378137.0 * std::numbers::pi / 180, 1e-7));
}

TEST_CASE("lines published for WGS 84 agree to a millimetre", "[geo]")
{
    // The flattenings differ by 1.6e-11: at most 0.4 mm even half-way round the Earth.
    const auto line = GENERATE(
        Line{{-73.8, 40.6}, {-0.5, 51.6}, 5551759.400},             // PROJ geodesic.h: JFK to London Heathrow
        Line{{174.81, -41.32}, {-5.50, 40.96}, 19959679.26735382},  // GeographicLib manual: Wellington to Salamanca
        Line{{0, -30}, {179.8, 29.9}, 19989832.827610});            // Karney 2013, table 4: nearly opposite
    CHECK_THAT(geodesic_m(line.from, line.to), WithinAbs(line.metres, 0.001));
    CHECK(geodesic_m(line.from, line.to) == geodesic_m(line.to, line.from));
}

TEST_CASE("going 10,000 km in direction 30 degrees ends where Karney says", "[geo]")
{
    // Karney 2013, table 2 (WGS 84).
    const Position reached = destination({0, 40}, 30, 10'000'000);
    CHECK_THAT(reached.lat, WithinAbs(41.79331020506, 1e-8));
    CHECK_THAT(reached.lon, WithinAbs(137.84490004377, 1e-8));
}

TEST_CASE("directions run clockwise from north, in [0, 360)", "[geo]")
{
    const Position at{122.8, 45.6};
    CHECK(bearing_deg(at, {122.8, 45.7}) == 0);
    CHECK(bearing_deg(at, {122.8, 45.5}) == 180);
    CHECK(bearing_deg({122, 0}, {123, 0}) == 90);
    CHECK(bearing_deg({122, 0}, {121, 0}) == 270);
    const auto just_west_of_north = bearing_deg(at, {122.8 - 1e-13, 80});
    REQUIRE(just_west_of_north);
    CHECK(*just_west_of_north >= 0);
    CHECK(*just_west_of_north < 360);
}

TEST_CASE("there is no direction from a pole, to the same place or with bad coordinates", "[geo]")
{
    CHECK_FALSE(bearing_deg({122, 45}, {122, 45}));
    CHECK_FALSE(bearing_deg({180, 45}, {-180, 45}));
    CHECK_FALSE(bearing_deg({0, 90}, {122, 45}));
    CHECK_FALSE(bearing_deg({0, -90}, {122, 45}));
    CHECK_FALSE(bearing_deg({not_a_number, 45}, {122, 45}));
    CHECK_FALSE(bearing_deg({122, 91}, {122, 45}));
}

TEST_CASE("equal positions are 0 apart and bad ones have no distance", "[geo]")
{
    CHECK(geodesic_m({122.839024, 45.619641}, {122.839024, 45.619641}) == 0);
    CHECK_THAT(geodesic_m({-180, 30}, {180, 30}), WithinAbs(0, 1e-7));
    CHECK(std::isnan(geodesic_m({not_a_number, 0}, {0, 0})));
    CHECK(std::isnan(geodesic_m({0, 0}, {0, 90.1})));
}

TEST_CASE("the heading on arrival is the direction back, turned about", "[geo]")
{
    const GeodesicArrival arrival = geodesic_arrival(flinders_peak, buninyong);
    CHECK_THAT(arrival.distance_m, WithinAbs(54972.271, 0.0005));
    CHECK_THAT(arrival.heading_deg + 360, WithinAbs(dms(127, 10, 25.07) + 180, 0.005 / 3600));
}
