#include "console/conformance/waterside.hpp"
#include "tests/console/conformance/a_trip.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
using namespace xiaoan::conformance;
using Catch::Matchers::WithinAbs;

std::vector<Beside> beside(const std::vector<geo::Geometry>& waters, const geo::Polyline& line = the_road())
{
    return beside_waters(line, geo::NearSearch(waters), waters);
}

/// A pond of 300 m by 100 m whose southern shore lies so far north of the road.
geo::Geometry a_pond(double north_m)
{
    return geo::geometry_of(geo::Polygon{{{place(4000, north_m), place(4300, north_m), place(4300, north_m + 100),
                                           place(4000, north_m + 100), place(4000, north_m)}}});
}

TEST_CASE("a road beside a pond is told with the length within 20 m", "[conformance]")
{
    // Shore at 10 m: 300 m, and at each end the square root of 20² - 10² = 17.3 m more.
    const auto found = beside({a_pond(500), a_pond(10)});
    REQUIRE(found.size() == 1);
    CHECK(found[0].water == 1);
    CHECK_THAT(found[0].length_m, WithinAbs(334.6, 10));
    CHECK_THAT(found[0].along_m, WithinAbs(3982.7, 5));
    CHECK(beside({a_pond(21)}).empty());
}

TEST_CASE("no more than 50 m beside a water is not counted", "[conformance]")
{
    const auto well = [](double width) {
        return geo::geometry_of(geo::Polyline{{place(4000, 15), place(4000 + width, 15)}});
    };
    CHECK(beside({well(10)}).empty());      // 10 + 2 · 13.2 = 36.5 m
    CHECK(beside({well(60)}).size() == 1);  // 86.5 m
}

TEST_CASE("a bridge is no road beside a water, and what leads along the water before it is", "[conformance]")
{
    CHECK(beside({a_pond(-50)}).empty());  // through the pond
    const auto river = [](geo::Position a, geo::Position b, geo::Position c) {
        return geo::geometry_of(geo::Polyline{{a, b, c}});
    };
    CHECK(beside({river(place(5000, 500), place(5000, 0), place(5000, -500))}).empty());
    // For 400 m beside the road at 15 m, then across it: the 50 m before the crossing do not count.
    const auto along = beside({river(place(4600, 15), place(5000, 15), place(5000, -500))});
    REQUIRE(along.size() == 1);
    CHECK_THAT(along[0].length_m, WithinAbs(13.2 + 400 - 50, 10));
}

TEST_CASE("two lines are compared by the longest stretch that lies too far off", "[conformance]")
{
    const geo::Polyline bent{{place(0), place(3000), place(3000, 500), place(4000, 500), place(4000), place(10'000)}};
    CHECK_THAT(longest_off_m(bent, the_road(), 200), WithinAbs(300 + 1000 + 300, 40));
    CHECK(longest_off_m(the_road(), the_road(), 200) == 0);
}

}  // namespace
