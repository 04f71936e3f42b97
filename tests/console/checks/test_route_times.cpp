#include "console/checks/plan/route_times.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace xiaoan;
using namespace xiaoan::checks;
using Catch::Approx;

namespace {

/// On the meridian: one thousandth of a degree of latitude is 111.14 m at 45 N (WGS 84 tables: 111,132 m a degree
/// there, within 0.1 %).
data::Stop stop(int sequence, double lat, int minutes = -1)
{
    data::Stop made;
    made.route = "L1";
    made.sequence = sequence;
    made.lon = 123;
    made.lat = lat;
    made.time = {static_cast<std::int16_t>(minutes)};
    return made;
}

RouteTimes times_of(const data::Route* route, const std::vector<data::Stop>& stops, int departs = -1)
{
    std::vector<const data::Stop*> pointers;
    for (const auto& each : stops) pointers.push_back(&each);
    return route_times(route, pointers, {static_cast<std::int16_t>(departs)});
}

}  // namespace

TEST_CASE("between two stops a bus is in proportion to the way", "[plan]")
{
    const auto times = times_of(nullptr, {stop(1, 45.00, 420), stop(2, 45.02, 440)});
    REQUIRE(times.timed);
    CHECK(times.timed->minute_at(0) == Approx(420));
    CHECK(times.timed->minute_at(1111.4) == Approx(430).margin(0.1));
    CHECK(times.timed->minute_at(3333.9) == Approx(450).margin(0.1));  // beyond the last stop, as fast
}

TEST_CASE("a run that departs later passes all places later", "[plan]")
{
    data::Route route;
    route.departs_at = {410};
    const auto times = times_of(&route, {stop(1, 45.00, 420), stop(2, 45.02, 440)}, 900);
    REQUIRE(times.timed);
    CHECK(times.timed->minute_at(0) == Approx(910));
}

TEST_CASE("one time alone is carried on at 30 km/h", "[plan]")
{
    const auto times = times_of(nullptr, {stop(1, 45.00), stop(2, 45.02)}, 420);
    REQUIRE(times.timed);
    CHECK(times.timed->minute_at(1000) == Approx(422));  // 1 km at 30 km/h is two minutes
}

TEST_CASE("a geometry drawn against the order of the stops is turned round", "[plan]")
{
    data::Route route;
    route.geometry = "LINESTRING (123 45.02, 123 45.01, 123 45)";
    const auto times = times_of(&route, {stop(1, 45.00, 420), stop(2, 45.02, 440)});
    REQUIRE(times.timed);
    CHECK(times.timed->line.points.front() == geo::Position{123, 45});
    CHECK(times.timed->minute_at(0) == Approx(420));
}

TEST_CASE("a stop whose time goes back is passed over", "[plan]")
{
    const auto times = times_of(nullptr, {stop(1, 45.00, 420), stop(2, 45.01, 400), stop(3, 45.02, 440)});
    REQUIRE(times.timed);
    CHECK(times.timed->known.size() == 2);
}

TEST_CASE("without a place or a time it is said which is missing", "[plan]")
{
    CHECK(times_of(nullptr, {stop(1, 45.00, 420)}).why == NoTimes::no_place);
    CHECK(times_of(nullptr, {}).why == NoTimes::no_place);
    const auto no_time = times_of(nullptr, {stop(1, 45.00), stop(2, 45.02)});
    CHECK_FALSE(no_time.timed);
    CHECK(no_time.why == NoTimes::no_time);
}
