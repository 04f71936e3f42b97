#include "console/water/place_view.hpp"
#include "tests/support/builders.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
using language::Language;

data::School a_school()
{
    data::School school;
    school.code = "2122900001";
    school.name = "平安小学";
    school.county = data::Adcode{220802};
    school.pupils = 1592;
    school.lon = 122.55;
    school.lat = 45.77;
    return school;
}

data::Water a_water()
{
    data::Water water;
    water.code = "W1";
    water.name = "南坑塘";
    water.lon = 122.55;
    water.lat = 45.771;
    water.lifebuoy = data::Answer::no;
    water.last_patrol_on = on(2026, 9, 1);
    return water;
}

data::Route to_school()
{
    data::Route route;
    route.code = "L1";
    route.school = "2122900001";
    return route;
}

std::string value_of(const std::vector<water::PlaceFact>& facts, std::string_view label)
{
    const auto found = std::ranges::find(facts, label, &water::PlaceFact::label);
    REQUIRE(found != facts.end());
    return found->value;
}

TEST_CASE("a water's dossier names the schools within reach and leaves open what nobody checked", "[water]")
{
    const auto derived = desk::derive(a_snapshot(a_school(), a_water()), monday);
    const auto view = water::water_view(*derived, "W1", Language::zh);
    REQUIRE(view);
    REQUIRE(view->schools.size() == 1);
    CHECK(view->schools[0].name == "平安小学");
    CHECK(view->schools[0].side == "111 m");  // a thousandth of a degree of latitude at 45.77 N is 111.1 m
    CHECK(value_of(view->facts, "水深(米)").empty());
    CHECK(value_of(view->duty, "最近巡查日期") == "2026-09-01  83 天前");
    CHECK(view->equipment[1].answer == data::Answer::no);
    CHECK(view->equipment[0].answer == data::Answer::not_given);
    CHECK_FALSE(water::water_view(*derived, "W2", Language::zh));
}

TEST_CASE("a school's dossier lists the buses whose runs lead to it on the date", "[water]")
{
    auto gone = a_run(wang, on(2026, 9, 1), on(2026, 10, 31));
    gone.registration_number = "吉G20002";
    const auto derived = desk::derive(a_snapshot(a_school(), a_water(), to_school(), a_bus(), a_bus("吉G20002"),
                                                 a_permit(), a_plate(), a_run(), gone, a_driver()),
                                      monday);
    const auto view = water::school_view(*derived, "2122900001", Language::zh);
    REQUIRE(view);
    REQUIRE(view->buses.size() == 1);
    CHECK(view->buses[0].name == "吉G·10001");
    CHECK(view->buses[0].state == rules::BusState::in_order);
    CHECK(view->buses[0].side == "未发现问题");
    REQUIRE(view->waters.size() == 1);
    CHECK(view->waters[0].key == "W1");
    CHECK(value_of(view->facts, "在校生数") == "1,592");
    CHECK(value_of(view->facts, "地址").empty());
}

}  // namespace
