#include "console/conformance/along_line.hpp"
#include "console/conformance/run_strip.hpp"
#include "geo/wkt.hpp"
#include "tests/console/conformance/a_trip.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::conformance;
using namespace xiaoan::test;
using Catch::Matchers::WithinAbs;

/// No place is approved.
struct Nowhere final : ApprovedStops {
    [[nodiscard]] std::optional<double> nearest_m(const geo::Position&, double) const override { return {}; }
};

/// The run of the 10 km road: stops at its begin, at 2,050 m (due after four minutes), and at its end (after 18).
RunStrip strip(const Trip& trip, bool with_route = true)
{
    const Measures measures;
    const geo::Corridor way(the_road(), measures.off_route_m);
    const std::int64_t departs = departure_s();
    const ExpectedRun run{.way = with_route ? &way : nullptr,
                          .stops = {{place(-30), departs, "老井"},
                                    {place(2050), departs + 240, "村口"},
                                    {place(10'000), departs + 1080, "学校"}},
                          .departs_s = departs,
                          .arrives_s = departs + 1080,
                          .from_s = departs - 7200,
                          .to_s = departs + 9000};
    const Nowhere approved;
    Driving driving(measures, approved);
    return strip_of(trip.points, run, driving, measures, 66);
}

std::vector<StripStretch> marked(const RunStrip& strip, StripMark mark)
{
    std::vector<StripStretch> found;
    for (const StripStretch& each : strip.stretches)
        if (each.mark == mark) found.push_back(each);
    return found;
}

TEST_CASE("a strip tells how far along the route the bus was when, and when it came to each stop", "[conformance]")
{
    const RunStrip made = strip(Trip().begin().drive(10'000));  // 100 m in 10 s
    CHECK(made.along_route);
    CHECK_THAT(made.length_m, WithinAbs(10'000, 1));
    // The run ends with the first fix within 100 m of its last stop: that at 9,900 m or the one after it.
    REQUIRE(made.fixes.size() >= 100);
    CHECK_THAT(made.fixes[37].along_m, WithinAbs(3700, 1));
    CHECK(made.fixes[37].at_s == departure_s() + 370);
    CHECK(made.fixes[37].kmh == 36);
    REQUIRE(made.stops.size() == 3);
    CHECK(made.stops[0].came_s == departure_s());  // at 100 m it is 130 m away
    CHECK(made.stops[1].came_s == departure_s() + 200);
    CHECK(made.stops[1].name == "村口");
    CHECK_THAT(made.stops[1].along_m.value(), WithinAbs(2050, 1));
    CHECK(made.stretches.empty());
    CHECK(made.stands.empty());
}

TEST_CASE("off the route the strip goes on by the way driven, and the stretch is marked", "[conformance]")
{
    // Left at 3 km, 600 m north and 2 km along, back at 5 km: 3,200 m for 2,000 m of the route; beyond 200 m: 2,800 m.
    const RunStrip made = strip(Trip().begin().drive(3000).drive(3000, 600).drive(5000, 600).drive(5000).drive(10'000));
    const auto off = marked(made, StripMark::off_route);
    REQUIRE(off.size() == 1);
    CHECK_THAT(off[0].length_m, WithinAbs(2800, 3));
    CHECK(off[0].first < 33);  // the fix at 200 m north is the 32nd after the begin
    CHECK(off[0].last >= 60);
    // Fix 46 is at 4,000 m east, 600 m north: within the 200 m corridor until 3,000 m + 200 m north, so half of the way
    // between there and where it comes back within it.
    CHECK_THAT(made.fixes[46].along_m, WithinAbs(4000, 5));
    CHECK_THAT(made.fixes[74].along_m, WithinAbs(6200, 1));  // 7,400 m driven, 1,200 m of them more than the route has
}

TEST_CASE("what was driven too fast and where it stood is marked", "[conformance]")
{
    const RunStrip made = strip(Trip().begin().drive(2000).drive(6000, 0, 20).drive(8000).stand(90).drive(10'000));
    const auto fast = marked(made, StripMark::too_fast);
    REQUIRE(fast.size() == 1);
    // 200 m a fix. Of two fixes the slower speed counts: the first leg begins at 36 km/h.
    CHECK_THAT(made.fixes[fast[0].first].along_m, WithinAbs(2200, 1));
    CHECK_THAT(made.fixes[fast[0].last].along_m, WithinAbs(6000, 1));
    CHECK_THAT(fast[0].length_m, WithinAbs(3800, 2));
    CHECK_THAT(fast[0].max_kmh, WithinAbs(72, 0.01));
    REQUIRE(made.stands.size() == 1);
    CHECK(made.stands[0].seconds == 90);
    CHECK_THAT(made.fixes[made.stands[0].fix].along_m, WithinAbs(8000, 1));
}

TEST_CASE("without a route the strip is along the way driven", "[conformance]")
{
    const RunStrip made = strip(Trip().begin().drive(3000).drive(3000, 600).drive(3000).drive(10'000), false);
    CHECK_FALSE(made.along_route);
    CHECK_THAT(made.fixes[66].along_m, WithinAbs(6600, 2));
    CHECK_THAT(made.stops[1].along_m.value(), WithinAbs(2000, 2));  // where the bus was near it
    CHECK(marked(made, StripMark::off_route).empty());
}

TEST_CASE("on a line that comes back beside itself places follow the drive", "[conformance]")
{
    // 5 km out and, 20 m north of it, back again.
    const geo::Polyline hairpin{{place(0), place(5000), place(5000, 20), place(0, 20)}};
    std::vector<geo::Position> out_and_back;
    for (int i = 0; i <= 10; ++i) out_and_back.push_back(place(i * 500.0, 10));
    for (int i = 10; i >= 0; --i) out_and_back.push_back(place(i * 500.0, 10));
    const auto along = along_line(hairpin, out_and_back, 200);
    REQUIRE(along.size() == 22);
    for (std::size_t i = 0; i < 10; ++i) CHECK_THAT(along[i], WithinAbs(static_cast<double>(i) * 500, 1));
    for (std::size_t i = 12; i < 22; ++i) CHECK_THAT(along[i], WithinAbs(static_cast<double>(i) * 500 - 480, 1));
    CHECK(along_line({}, out_and_back, 200).empty());
    // A drive that never comes near is where the line is nearest.
    const std::vector<geo::Position> far_off{place(1000, 5000)};
    CHECK_THAT(along_line(the_road(), far_off, 200).at(0), WithinAbs(1000, 1));
}

}  // namespace
