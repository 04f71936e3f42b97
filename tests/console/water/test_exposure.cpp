#include "console/water/exposure.hpp"
#include "tests/support/builders.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
using Catch::Matchers::WithinAbs;

data::School a_school(std::string code, std::optional<double> lon = 123.0, std::optional<double> lat = 45.5)
{
    data::School school;
    school.code = std::move(code);
    school.lon = lon;
    school.lat = lat;
    return school;
}

data::Water a_water(std::string code, std::string geometry = {}, std::optional<double> lon = {},
                    std::optional<double> lat = {})
{
    data::Water water;
    water.code = std::move(code);
    water.geometry = std::move(geometry);
    water.lon = lon;
    water.lat = lat;
    return water;
}

template <class... Records>
water::Exposures near(const water::ExposureQuestion& question, const Records&... records)
{
    static std::shared_ptr<const data::Snapshot> kept;  // the pairs point into it
    kept = a_snapshot(records...);
    return water::exposures(water::WaterPlaces(kept), question);
}

TEST_CASE("a school on the meridian is as far from a point water as the meridian arc is long", "[water]")
{
    // Meridian arc of CGCS2000 from 45.5 to 45.51 degrees N: a(1 - e2)/(1 - e2 sin2 45.505)^1.5 = 6367947.26 m, times
    // 0.01 degree in radians: 1111.4165 m. The curvature changes so little over the arc that the mean is exact to 1 um.
    const auto found = near({}, a_school("2122000001"), a_water("W1", {}, 123.0, 45.51));
    REQUIRE(found.pairs.size() == 1);
    CHECK_THAT(found.pairs[0].distance_m, WithinAbs(1111.41646, 0.00001));
    CHECK_FALSE(found.pairs[0].inside);
}

TEST_CASE("a school within a water is inside it, in its hole it is not", "[water]")
{
    const std::string square = "POLYGON((122.99 45.49,123.01 45.49,123.01 45.51,122.99 45.51,122.99 45.49))";
    const std::string ring = "POLYGON((122.99 45.49,123.01 45.49,123.01 45.51,122.99 45.51,122.99 45.49),"
                             "(122.995 45.495,123.005 45.495,123.005 45.505,122.995 45.505,122.995 45.495))";
    const auto found = near({}, a_school("2122000001"), a_water("A", square), a_water("B", ring));
    REQUIRE(found.pairs.size() == 2);
    CHECK(found.pairs[0].water->code == "A");
    CHECK(found.pairs[0].inside);
    CHECK(found.pairs[0].distance_m == 0);
    CHECK_FALSE(found.pairs[1].inside);
    CHECK(found.pairs[1].distance_m > 300);
}

TEST_CASE("pairs come by school, distance and water, and only within reach", "[water]")
{
    const auto found =
        near({.within_m = 2000}, a_school("B"), a_school("A"), a_water("W3", {}, 123.0, 45.51),
             a_water("W2", {}, 123.0, 45.505), a_water("W1", {}, 123.0, 45.51), a_water("W0", {}, 123.0, 45.6));
    std::vector<std::string> order;
    for (const auto& pair : found.pairs) order.push_back(pair.school->code + pair.water->code);
    CHECK(order == std::vector<std::string>{"AW2", "AW1", "AW3", "BW2", "BW1", "BW3"});
    CHECK(found.schools == 2);
    CHECK(found.waters == 4);
}

TEST_CASE("schools without a position and waters without a place are counted", "[water]")
{
    const auto found = near({}, a_school("A", {}, {}), a_school("B", 123.0, 95.0), a_school("C"), a_water("W1"),
                            a_water("W2", {}, 123.0, 45.5));
    CHECK(found.schools == 1);
    CHECK(found.schools_without_position == 2);
    CHECK(found.waters == 1);
    CHECK(found.waters_without_place == 1);
    CHECK(found.pairs.size() == 1);
}

TEST_CASE("a geometry that cannot be read is named, and lon and lat serve in its place", "[water]")
{
    const auto found = near({}, a_school("A"), a_water("W2", "POLYGON((1 2,3", 123.0, 45.5), a_water("W1", "乱写"));
    CHECK(found.unreadable_waters == std::vector<std::string>{"W1", "W2"});
    CHECK(found.waters_without_place == 1);
    REQUIRE(found.pairs.size() == 1);
    CHECK(found.pairs[0].water->code == "W2");
}

TEST_CASE("one school or one water can be asked for", "[water]")
{
    const auto a = a_school("A");
    const auto b = a_school("B");
    const auto w1 = a_water("W1", {}, 123.0, 45.5);
    const auto w2 = a_water("W2", {}, 123.0, 45.5);
    const auto w3 = a_water("W3");
    CHECK(near({.school = "B"}, a, b, w1, w2, w3).pairs.size() == 2);
    CHECK(near({.water = "W2"}, a, b, w1, w2, w3).pairs.size() == 2);
    CHECK(near({.school = "A", .water = "W2"}, a, b, w1, w2, w3).pairs.size() == 1);
    CHECK(near({.water = "W3"}, a, b, w1, w2, w3).waters_without_place == 1);
    CHECK(near({.water = "W9"}, a, b, w1, w2, w3).waters == 0);
}

TEST_CASE("near is written to the letter of the contract, with its millimetres", "[json]")
{
    const auto snapshot = a_snapshot(a_school("A"), a_water("W1", {}, 123.0, 45.5));
    const water::WaterPlaces places(snapshot);
    CHECK(water::near_json(water::exposures(places, {.within_m = 500}), monday) ==
          R"({"as_of":"2026-11-23","within_m":500,"pairs":[)"
          R"({"school":"A","water":"W1","distance_m":0.000,"inside":false}]})");
    CHECK(water::near_json(water::exposures(places, {.within_m = 0.5, .school = "B"}), monday) ==
          R"({"as_of":"2026-11-23","within_m":0.5,"pairs":[]})");
}

}  // namespace
