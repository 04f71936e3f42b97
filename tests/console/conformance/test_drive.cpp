#include "tests/console/conformance/a_trip.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
using namespace xiaoan::conformance;
using Catch::Matchers::WithinAbs;

/// Stops at 0, 2,000 and 10,000 m.
class StopsOfTheRoad final : public ApprovedStops {
public:
    std::optional<double> nearest_m(const geo::Position& at, double within_m) const override
    {
        const geo::DegreeLength degree = geo::degree_length(road_lat);
        std::optional<double> nearest;
        for (const double east : {0.0, 2000.0, 10'000.0}) {
            const double metres =
                std::hypot((at.lon - place(east).lon) * degree.lon_m, (at.lat - road_lat) * degree.lat_m);
            if (metres <= within_m && metres < nearest.value_or(1e9)) nearest = metres;
        }
        return nearest;
    }
};

/// The run of 06:50: at 2,000 m by 06:54, at 10,000 m by 07:08.
ExpectedRun the_run(const geo::Corridor* way)
{
    const std::int64_t departs = departure_s();
    return {.way = way,
            .stops = {{place(0), departs}, {place(2000), departs + 240}, {place(10'000), departs + 1080}},
            .departs_s = departs,
            .arrives_s = departs + 1080,
            .from_s = departs - 1800,
            .to_s = departs + 1080 + 3600};
}

DrivenRun judged(const Trip& trip, bool with_way = true)
{
    static const geo::Corridor way(the_road(), 200);
    static const StopsOfTheRoad stops;
    static const Measures measures;
    return Driving(measures, stops).judge(trip.points, the_run(with_way ? &way : nullptr));
}

TEST_CASE("a run that is driven as it is permitted has nothing against it", "[conformance]")
{
    const auto run = judged(Trip().begin().drive(2000).stand(30).drive(10'000).stand(600));
    CHECK(run.off_route_m == 0.0);
    CHECK(run.off.empty());
    CHECK(run.stops.empty());
    CHECK_THAT(run.max_kmh.value(), WithinAbs(36, 0.01));
    // 2,000 m at 10 m/s take 200 s, the stop 30, the rest 800: 1,030 s against 1,080; 200 s against 240. Left at 06:50.
    CHECK(run.late_min == 0);
}

TEST_CASE("a detour counts from 200 m off the route to 200 m off it, and only between the first stop and the last",
          "[conformance]")
{
    // From 3,000 m north by 600, east by 2,000, back: 400 + 2,000 + 400 m lie beyond 200.
    const auto run = judged(Trip().begin().drive(3000).drive(3000, 600).drive(5000, 600).drive(5000).drive(10'000));
    CHECK_THAT(run.off_route_m.value(), WithinAbs(2800, 3));
    REQUIRE(run.off.size() == 1);
    CHECK_THAT(run.off[0].length_m, WithinAbs(2800, 3));
    // The bus comes from its yard 2 km north of the first stop, and goes on to the garage afterwards.
    const auto yard = judged(Trip(monday, true, -210).begin(0, 2000).drive(0, 0).drive(10'000).drive(10'000, 3000));
    CHECK(yard.off_route_m == 0.0);
    CHECK(judged(Trip().begin().drive(10'000), false).off_route_m == std::nullopt);
}

TEST_CASE("two detours are two stretches", "[conformance]")
{
    const auto run = judged(Trip()
                                .begin()
                                .drive(3000)
                                .drive(3000, 500)
                                .drive(3000)
                                .drive(6000)
                                .drive(6000, -400)
                                .drive(6000)
                                .drive(10'000));
    REQUIRE(run.off.size() == 2);
    CHECK_THAT(run.off[0].length_m, WithinAbs(600, 3));
    CHECK_THAT(run.off[1].length_m, WithinAbs(400, 3));
    CHECK_THAT(run.off_route_m.value(), WithinAbs(1000, 6));
}

TEST_CASE("standing for a minute away from every stop is a stop that is none", "[conformance]")
{
    const auto trip = [](double east, int seconds) {
        return judged(Trip().begin().drive(east).stand(seconds).drive(10'000));
    };
    REQUIRE(trip(6000, 90).stops.size() == 1);
    CHECK(trip(6000, 90).stops[0].seconds == 90);
    CHECK_THAT(trip(6000, 90).stops[0].place.lon, WithinAbs(place(6000).lon, 1e-6));
    CHECK(trip(6000, 60).stops.size() == 1);
    CHECK(trip(6000, 50).stops.empty());
    CHECK(trip(2000, 300).stops.empty());
}

TEST_CASE("within 50 m of a stop is at the stop, and a bus that waits for its place there is in traffic",
          "[conformance]")
{
    const auto near = [](double north) {
        return judged(Trip().begin().drive(1900).drive(2000, north).stand(60).drive(10'000)).stops.size();
    };
    CHECK(near(49) == 0);
    CHECK(near(51) == 1);
    CHECK(judged(Trip().begin().drive(1900).stand(120).drive(2000).stand(30).drive(10'000)).stops.empty());
    CHECK(judged(Trip().begin().drive(1900).stand(120).drive(10'000)).stops.size() == 1);
    // Longer than three minutes is no queue.
    CHECK(judged(Trip().begin().drive(1900).stand(180).drive(2000).stand(30).drive(10'000)).stops.empty());
    CHECK(judged(Trip().begin().drive(1900).stand(190).drive(2000).stand(30).drive(10'000)).stops.size() == 1);
    // Past the stop it waits for nothing, although it stood there before.
    CHECK(judged(Trip().begin().drive(2000).stand(40).drive(2100).stand(120).drive(10'000)).stops.size() == 1);
}

TEST_CASE("a speed counts where two fixes show it and the places bear it out", "[conformance]")
{
    const auto fast = judged(Trip().begin().drive(7000).drive(7800, 0, 20).drive(10'000));
    CHECK_THAT(fast.max_kmh.value(), WithinAbs(72, 0.01));
    const auto by_places = judged(Trip(monday, false).begin().drive(7000).drive(7800, 0, 20).drive(10'000));
    CHECK_THAT(by_places.max_kmh.value(), WithinAbs(72, 0.2));

    Trip spike = Trip().begin().drive(10'000);
    spike.points[50].speed_ckmh = 12'000;  // one fix of 120 km/h
    CHECK_THAT(judged(spike).max_kmh.value(), WithinAbs(36, 0.01));
    for (auto& point : spike.points) point.speed_ckmh = 9000;  // a sensor that always says 90
    CHECK_THAT(judged(spike).max_kmh.value(), WithinAbs(36 * 1.25, 0.2));
}

TEST_CASE("how late a run was is told at the stop where it was latest", "[conformance]")
{
    // Leaves at 06:57, is at 2,000 m at 07:00:20 (6 min 20 s late), at the end at 07:13:40 (5 min 40 s).
    CHECK(judged(Trip(monday, true, 420).begin().drive(10'000)).late_min == 7);
    // Leaves at 06:45:50: 4 min 10 s early, and earlier still everywhere else.
    CHECK(judged(Trip(monday, true, -250).begin().drive(10'000)).late_min == -4);
    // Stands for ten minutes at 5,000 m: at the end at 07:16:30, of which 100 m are the stop's: 8 min 30 s late.
    CHECK(judged(Trip().begin().drive(5000).stand(600).drive(10'000)).late_min == 8);
}

TEST_CASE("a fix that no bus can have reached is an error of the receiver, and a gap tells nothing", "[conformance]")
{
    Trip jump = Trip().begin().drive(10'000);
    jump.points[40].lat_e7 += 500'000;  // 5.6 km north for one fix
    CHECK(judged(jump).off_route_m == 0.0);
    const auto gap =
        judged(Trip().begin().drive(3000).drive(3000, 600).wait(181).drive(3100, 600).drive(3100).drive(10'000));
    CHECK_THAT(gap.off_route_m.value(), WithinAbs(800, 3));  // 400 up, 400 down; the 100 m between are not known
    CHECK(gap.off.size() == 2);
}

TEST_CASE("a run driven from its last stop to its first is judged that way round", "[conformance]")
{
    const auto home = judged(
        Trip(monday, true, 120).begin(10'000).drive(6000).stand(90).drive(5000, 0, 20).drive(2000).stand(30).drive(0));
    CHECK(home.stops.size() == 1);
    CHECK_THAT(home.max_kmh.value(), WithinAbs(72, 0.01));
    CHECK(home.off_route_m == 0.0);
    CHECK(home.late_min == 2);  // left at 06:52; the other times are those of the way there
    // The empty drive to the first stop before a run of which the fixes end half way is not the run.
    const auto half = judged(Trip(monday, true, -1200).begin(10'000).drive(0).stand(200).drive(5000, 0, 20));
    CHECK_THAT(half.max_kmh.value(), WithinAbs(72, 0.01));
    CHECK(half.stops.empty());
}

TEST_CASE("a bus that stood in its yard has not driven the run", "[conformance]")
{
    const auto yard = judged(Trip().begin(3000, 5000).stand(900).drive(3010, 5000, 1).stand(900));
    CHECK(yard.fixes > 0);
    CHECK(yard.stops.empty());
    CHECK(yard.off_route_m == std::nullopt);
}

TEST_CASE("a bus that never came to its first stop is looked at from its departure on", "[conformance]")
{
    const auto run = judged(Trip(monday, true, -100).begin(-1000, 600).drive(10'000, 600));
    // 1,000 m before the departure do not count; the arrival at 07:08 comes after the last fix.
    CHECK_THAT(run.off_route_m.value(), WithinAbs(10'000, 15));
    CHECK(run.late_min == std::nullopt);
    CHECK(judged(Trip(monday - std::chrono::days{1}).begin().drive(10'000)).fixes == 0);
}

}  // namespace
