#include "console/water/surroundings.hpp"
#include "tests/support/builders.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
using data::Answer;

// Along the meridian of 123 E at 45.5 N, 0.001 degree of latitude is 111.1416 m of CGCS2000 (test_exposure.cpp).
constexpr double lon = 123.0, lat = 45.5;

data::Water a_pond(std::string code, double north_m, data::Adcode county = data::Adcode{220802})
{
    data::Water water;
    water.code = std::move(code);
    water.county = county;
    water.lon = lon;
    water.lat = lat + north_m / 111141.6;
    return water;
}

data::School a_school_here(std::string code, std::optional<std::int32_t> pupils)
{
    data::School school;
    school.code = std::move(code);
    school.lon = lon;
    school.lat = lat;
    school.pupils = pupils;
    return school;
}

data::Stop a_stop(double north_m, std::string route = "L1", int sequence = 1)
{
    data::Stop stop;
    stop.route = std::move(route);
    stop.sequence = sequence;
    stop.lon = lon;
    stop.lat = lat + north_m / 111141.6;
    return stop;
}

data::Route a_route(std::string geometry = {}, std::string school = "S1")
{
    data::Route route;
    route.code = "L1";
    route.school = std::move(school);
    route.geometry = std::move(geometry);
    return route;
}

template <class... Records>
std::vector<water::WaterNeighbours> around(const Records&... records)
{
    static std::shared_ptr<const data::Snapshot> kept;  // the schools found point into it
    kept = a_snapshot(records...);
    return water::neighbours_of_waters(water::WaterPlaces(kept), {});
}

TEST_CASE("the nearest of schools and stops counts, and pupils within a thousand metres", "[water]")
{
    const auto found = around(a_pond("W1", 900), a_school_here("S1", 300), a_school_here("S2", 250), a_stop(700));
    REQUIRE(found.size() == 1);
    CHECK(found[0].around.has_neighbours);
    CHECK_THAT(*found[0].around.nearest_m, Catch::Matchers::WithinAbs(200, 0.01));
    CHECK(found[0].around.pupils_near == 550);
    CHECK(found[0].around.all_pupils_given);
    REQUIRE(found[0].schools.size() == 2);
    CHECK(found[0].schools[0].school->code == "S1");
}

TEST_CASE("a school without its number of pupils makes the number unknown", "[water]")
{
    const auto found = around(a_pond("W1", 900), a_school_here("S1", 300), a_school_here("S2", std::nullopt));
    CHECK(found[0].around.pupils_near == 300);
    CHECK_FALSE(found[0].around.all_pupils_given);
    CHECK(around(a_pond("W1", 1001), a_school_here("S2", std::nullopt))[0].around.all_pupils_given);
}

TEST_CASE("a water is on the way where a stop lies within 200 m or a route within 50 m", "[water]")
{
    const auto way = [](const auto&... records) {
        return around(a_school_here("S1", 10), records...)[0].around.on_the_way;
    };
    CHECK(way(a_pond("W1", 199), a_stop(0), a_route()) == Answer::yes);
    CHECK(way(a_pond("W1", 201), a_stop(0), a_route()) == Answer::no);
    // A line along the parallel through the place of the school, 400 m each way; the pond is due north of its middle.
    const auto line = a_route("LINESTRING(122.995 45.5,123.005 45.5)");
    CHECK(way(a_pond("W1", 49), line) == Answer::yes);
    CHECK(way(a_pond("W1", 51), line) == Answer::no);
    // Without a geometry, through its stops: 600 m apart, the pond 300 m from each.
    CHECK(way(a_pond("W1", 300), a_stop(0, "L1", 1), a_stop(600, "L1", 2), a_route()) == Answer::yes);
}

TEST_CASE("a water is known to be on no way only where the ways of every school near it are recorded", "[water]")
{
    const auto way = [](const auto&... records) { return around(a_pond("W1", 900), records...)[0].around.on_the_way; };
    const auto first = a_school_here("S1", 10), second = a_school_here("S2", 10);
    const auto far = a_route("LINESTRING(122.5 45.2,122.6 45.2)");
    CHECK(way(first) == Answer::not_given);
    CHECK(way(first, far) == Answer::no);
    CHECK(way(first, second, far) == Answer::not_given);  // how the pupils of the second come nobody wrote down
    CHECK(way(first, a_route("LINESTRING(122.5 45.2,122.6 45.2)", "S9")) == Answer::not_given);
    CHECK(way(first, a_route("LINESTRING(122.5 45.2,122.6 45.2)", "")) == Answer::not_given);
    CHECK(way(first, a_route()) == Answer::not_given);  // a route without any place tells nothing
    CHECK(way(first, a_route(), a_stop(-300)) == Answer::no);
    CHECK(way(far) == Answer::not_given);  // no school is near
    // Near one is near one, whosever it is.
    CHECK(way(first, second, a_stop(1000)) == Answer::yes);
}

TEST_CASE("how far is looked is the bureau's to set", "[water]")
{
    const std::vector<data::Setting> set{{"near_reach_m", "2001", "x"},
                                         {"pupils_reach_m", "900", "x"},
                                         {"stop_reach_m", "300", "x"},
                                         {"route_reach_m", "60", "x"}};
    const auto habits = water::habits_of(set);
    const auto around_with = [&](const auto&... records) {
        return water::neighbours_of_waters(water::WaterPlaces(a_snapshot(records...)), habits)[0].around;
    };
    CHECK_FALSE(around_with(a_pond("W1", 2002), a_school_here("S1", 300)).nearest_m);
    CHECK(around_with(a_pond("W1", 2000), a_school_here("S1", 300)).nearest_m);
    CHECK(around_with(a_pond("W1", 901), a_school_here("S1", 300)).pupils_near == 0);
    CHECK(around_with(a_pond("W1", 299), a_stop(0)).on_the_way == Answer::yes);
    CHECK(around_with(a_pond("W1", 59), a_route("LINESTRING(122.995 45.5,123.005 45.5)")).on_the_way == Answer::yes);
}

}  // namespace
