#include "console/conformance/conformance.hpp"
#include "console/conformance/driven_rows.hpp"
#include "console/rules/judge.hpp"
#include "console/rules/track_rules.hpp"
#include "geo/wkt.hpp"
#include "tests/console/conformance/a_trip.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
#include <map>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;

const std::string other_bus = "吉G20002";

data::Route the_route(std::string code = "L1")
{
    data::Route route;
    route.code = std::move(code);
    route.departs_at = ten_to_seven;
    route.arrives_at = data::TimeOfDay{428};
    route.geometry = geo::wkt_from_geometry(geo::geometry_of(the_road()));
    return route;
}

data::Stop a_stop(int sequence, double east_m, int minute)
{
    data::Stop stop;
    stop.route = "L1";
    stop.sequence = sequence;
    stop.name = "站" + std::to_string(sequence);
    stop.lon = place(east_m).lon;
    stop.lat = place(east_m).lat;
    stop.time = data::TimeOfDay{static_cast<std::int16_t>(minute)};
    return stop;
}

data::Plate the_plate()
{
    auto plate = a_plate();
    plate.stops = "站1、站2、站3";
    return plate;
}

/// The tracks of some buses.
struct Fleet {
    std::map<std::string, std::vector<data::TrackPoint>, std::less<>> points{};

    Fleet& add(const std::string& number, const Trip& trip)
    {
        auto& all = points[number];
        all.insert(all.end(), trip.points.begin(), trip.points.end());
        std::ranges::sort(all, {}, &data::TrackPoint::at_s);
        return *this;
    }
    [[nodiscard]] conformance::TrackSource source() const
    {
        return {[this](data::Timestamp first, data::Timestamp last) {
                    std::vector<data::TrackBlock> blocks;
                    for (const auto& [number, all] : points)
                        if (!within(all, first, last).empty())
                            blocks.push_back({.registration_number = number, .last = all.back().at(), .source = 9});
                    return blocks;
                },
                [this](std::string_view number, data::Timestamp first, data::Timestamp last) {
                    return data::RecordedTrack{{{.source = 9}}, within(points.find(number)->second, first, last)};
                }};
    }

private:
    static std::vector<data::TrackPoint> within(std::vector<data::TrackPoint> all, data::Timestamp first,
                                                data::Timestamp last)
    {
        std::erase_if(all, [&](const data::TrackPoint& point) { return point.at() < first || last < point.at(); });
        return all;
    }
};

struct Looked {
    std::shared_ptr<data::Snapshot> snapshot;
    rules::Dossiers dossiers;
    std::vector<rules::Finding> findings{};

    [[nodiscard]] std::string found(std::string_view rule) const
    {
        for (const auto& finding : findings)
            if (rules::rules()[finding.rule].id == rule)
                return rules::rule_id(finding) + " since " +
                       (finding.since.has_date() ? data::iso(finding.since.date()) : std::string{"-"});
        return {};
    }
    [[nodiscard]] rules::Explanation why(std::string_view rule) const
    {
        for (const auto& finding : findings)
            if (rules::rules()[finding.rule].id == rule) return rules::explain(dossiers, finding, monday);
        return {};
    }
};

/// A lawful bus on route L1, and another one of its county and operator; more records as they are given.
template <class... Records>
Looked looked_at(const Fleet& fleet, const Records&... records)
{
    auto snapshot = an_empty_snapshot();
    add_to(*snapshot, a_bus());
    add_to(*snapshot, a_bus(other_bus));
    add_to(*snapshot, a_permit());
    add_to(*snapshot, the_plate());
    add_to(*snapshot, a_run());
    add_to(*snapshot, an_operator());
    add_to(*snapshot, the_route());
    add_to(*snapshot, a_stop(1, 0, 410));
    add_to(*snapshot, a_stop(2, 2000, 414));
    add_to(*snapshot, a_stop(3, 10'000, 428));
    (add_to(*snapshot, records), ...);
    Looked looked{snapshot, rules::Dossiers(snapshot)};
    std::vector<const data::Water*> waters;
    std::vector<geo::Geometry> places;
    for (const data::Water& water : snapshot->all<data::Water>()) {
        waters.push_back(&water);
        places.push_back(geo::geometry_from_wkt(water.geometry).value());
    }
    looked.dossiers.set_driven(
        conformance::look_at(looked.dossiers, snapshot, fleet.source(), {waters, places}, monday).facts);
    looked.findings = rules::judge_bus(looked.dossiers, 0, monday);
    return looked;
}

const data::Date friday = day(2026, 11, 20), thursday = day(2026, 11, 19);

Trip with_detour(data::Date date)
{
    return Trip(date).begin().drive(3000).drive(3000, 600).drive(5000, 600).drive(5000).drive(10'000);
}

TEST_CASE("runs are matched by bus and time, and written as the contract has them", "[conformance]")
{
    Fleet fleet;
    fleet.add(bus_number, with_detour(friday));
    fleet.add(bus_number, Trip().begin().drive(6000).stand(90).drive(10'000));
    const auto looked = looked_at(fleet);
    const auto rows = conformance::driven_rows(looked.dossiers, *looked.dossiers.driven());
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].run->date == friday);
    CHECK_THAT(rows[0].run->off_route_m.value(), Catch::Matchers::WithinAbs(2800, 3));
    CHECK(rows[0].findings == std::vector<std::string_view>{"PLATE-MISMATCH-ROUTE"});
    // 1,000 s of driving and 90 of standing against 1,080 s: 10 s late at the end; left on time. All 0 minutes.
    CHECK(conformance::conformance_json(looked.dossiers, std::span{rows}.subspan(1)) ==
          R"({"runs":[{"registration_number":"吉G10001","route":"L1","date":"2026-11-23","off_route_m":0.0,)"
          R"("stops_unapproved":1,"late_min":0,"max_kmh":36.0,"findings":["STOP-UNAPPROVED"]}]})");
}

TEST_CASE("tracks off the route on three days are a route that is not the plate's; on two they are not",
          "[conformance]")
{
    Fleet fleet;
    fleet.add(bus_number, with_detour(friday)).add(bus_number, with_detour(monday));
    CHECK(looked_at(fleet).found("PLATE-MISMATCH-ROUTE").empty());
    fleet.add(bus_number, with_detour(thursday));
    const auto looked = looked_at(fleet);
    CHECK(looked.found("PLATE-MISMATCH-ROUTE") == "PLATE-MISMATCH-ROUTE since 2026-11-19");
    const auto why = looked.why("PLATE-MISMATCH-ROUTE");
    CHECK(why.text == "rule.PLATE-MISMATCH-ROUTE.track");
    // The leg before the first place beyond 200 m began 200 s + 100 s + 20 s after 06:50.
    CHECK(why.arguments == std::vector<std::string>{"3", "2026-11-19 06:55", "2800"});
    REQUIRE_FALSE(why.evidence.empty());
    const auto moment = std::ranges::find(why.evidence, "track.at", &rules::Evidence::field);
    REQUIRE(moment != why.evidence.end());
    CHECK(moment->origin.source == 9);
    // A replaced bus drove another's route: its tracks of that day tell nothing.
    auto replaced = a_substitution(friday, {});
    replaced.substitute_bus = other_bus;
    CHECK(looked_at(fleet, replaced).found("PLATE-MISMATCH-ROUTE").empty());
}

TEST_CASE("speed counts above the limit with the margin of the sensor", "[conformance]")
{
    const auto at = [](double speed_ms) {
        Fleet fleet;
        fleet.add(bus_number, Trip(friday).begin().drive(2000).drive(6000, 0, speed_ms).drive(10'000));
        return looked_at(fleet);
    };
    CHECK(at(18.2).found("SPEED-OVER").empty());                           // 65.5 km/h
    CHECK(at(18.6).found("SPEED-OVER") == "SPEED-OVER since 2026-11-20");  // 67 km/h, over 66
    CHECK(at(20).why("SPEED-OVER").arguments[1] == "72");
    CHECK(at(20).why("SPEED-OVER").arguments[2] == "60");
}

TEST_CASE("a device is silent where others of the county sent on two days with runs, and it has sent before",
          "[conformance]")
{
    const auto whole = [](data::Date date) { return Trip(date).begin().drive(10'000).stand(120); };  // to 07:08:40
    Fleet fleet;
    fleet.add(bus_number, whole(day(2026, 11, 18)));
    fleet.add(other_bus, whole(thursday));
    CHECK(looked_at(fleet).found("GPS-SILENT").empty());  // one day
    fleet.add(other_bus, whole(friday));
    CHECK(looked_at(fleet).found("GPS-SILENT") == "GPS-SILENT since 2026-11-19");
    // Friday's tracks end before the run of 06:50 to 07:08 does: they have not all come yet.
    Fleet early;
    early.add(bus_number, whole(day(2026, 11, 18))).add(other_bus, whole(thursday));
    early.add(other_bus, Trip(friday).begin().drive(9000));
    CHECK(looked_at(early).found("GPS-SILENT").empty());
    // A Saturday is no day of runs.
    Fleet weekend;
    weekend.add(bus_number, whole(day(2026, 11, 18)));
    weekend.add(other_bus, whole(day(2026, 11, 21)));
    weekend.add(other_bus, whole(day(2026, 11, 22)));
    CHECK(looked_at(weekend).found("GPS-SILENT").empty());
    // Longer silent than the 30 days that are looked at: no less silent for it.
    Fleet long_silent;
    long_silent.add(bus_number, whole(day(2026, 9, 30)));
    long_silent.add(other_bus, whole(thursday)).add(other_bus, whole(friday));
    const auto since_september = looked_at(long_silent);
    CHECK(since_september.found("GPS-SILENT") == "GPS-SILENT since 2026-11-19");
    CHECK(since_september.why("GPS-SILENT").arguments[2] == "2026-09-30 07:08");
    Fleet never;
    never.add(other_bus, whole(thursday)).add(other_bus, whole(friday));
    const auto looked = looked_at(never);
    CHECK(looked.found("GPS-SILENT") == "GPS-SILENT? since -");
    CHECK(conformance::driven_rows(looked.dossiers, *looked.dossiers.driven()).empty());
    CHECK(looked_at(Fleet{}).found("GPS-SILENT").empty());
}

TEST_CASE("a bus that stands in for another is judged on the runs of that other, but not by its route", "[conformance]")
{
    auto stands_in = a_substitution(friday, {});
    stands_in.registration_number = other_bus;
    stands_in.substitute_bus = bus_number;
    auto run = a_run();
    run.registration_number = other_bus;
    Fleet fleet;
    fleet.add(
        bus_number,
        Trip(friday).begin().drive(3000).drive(3000, 600).drive(5000, 600).drive(5000).stand(90).drive(10'000, 0, 20));
    const auto looked = looked_at(fleet, stands_in, run);
    CHECK(looked.found("STOP-UNAPPROVED") == "STOP-UNAPPROVED since 2026-11-20");
    CHECK(looked.found("SPEED-OVER") == "SPEED-OVER since 2026-11-20");
    for (const auto& each : conformance::driven_rows(looked.dossiers, *looked.dossiers.driven()))
        if (each.run->date == friday) CHECK(each.run->stands_in);
}

TEST_CASE("facts of a day without tracks do not serve a day that has some", "[conformance]")
{
    Fleet fleet;
    fleet.add(bus_number, Trip(friday).begin().drive(10'000));
    const auto looked = looked_at(fleet);
    const auto at = [&](data::Date as_of, const conformance::LookedAt* before) {
        return conformance::look_at(looked.dossiers, looked.snapshot, fleet.source(), {}, as_of, before);
    };
    const auto after = at(friday + std::chrono::days{34}, nullptr);
    CHECK(after.facts->buses.empty());
    CHECK_FALSE(at(monday, &after).facts->buses.empty());
    const auto later = at(friday + std::chrono::days{35}, &after);
    CHECK(later.facts == after.facts);
}

TEST_CASE("a run over midnight is on time where it keeps its times", "[conformance]")
{
    data::Route late = the_route();
    late.departs_at = data::TimeOfDay{23 * 60 + 50};
    late.arrives_at = data::TimeOfDay{8};
    auto run = a_run();
    run.departs_at = late.departs_at;
    auto snapshot = an_empty_snapshot();
    add_to(*snapshot, a_bus());
    add_to(*snapshot, a_permit());
    add_to(*snapshot, the_plate());
    add_to(*snapshot, run);
    add_to(*snapshot, late);
    add_to(*snapshot, a_stop(1, 0, 23 * 60 + 50));
    add_to(*snapshot, a_stop(2, 10'000, 8));
    const int later_s = 17 * 3600;  // 06:50 + 17 h
    Fleet fleet;
    fleet.add(bus_number, Trip(friday, true, later_s).begin().drive(10'000, 0, 10).stand(60));
    const rules::Dossiers dossiers(snapshot);
    const auto facts = conformance::look_at(dossiers, snapshot, fleet.source(), {}, monday).facts;
    REQUIRE(facts->buses.size() == 1);
    std::vector<int> late_min;
    for (const auto& each : facts->buses[0].runs)
        if (each.date == friday) late_min.push_back(each.late_min.value_or(-999));
    CHECK(late_min == std::vector{0});  // 990 s to within 100 m of the end, 1,080 allowed
}

TEST_CASE("a route beside water is a finding without a fence, a gap where nobody said, and nothing with one",
          "[conformance]")
{
    const auto beside = [](data::Answer fence) {
        data::Water pond;
        pond.code = "W1";
        pond.name = "南坑塘";
        pond.fence = fence;
        pond.geometry = geo::wkt_from_geometry(geo::geometry_of(geo::Polyline{{place(4000, 10), place(4300, 10)}}));
        return looked_at(Fleet{}, pond);
    };
    CHECK(beside(data::Answer::no).found("ROUTE-WATERSIDE") == "ROUTE-WATERSIDE since -");
    CHECK(beside(data::Answer::no).why("ROUTE-WATERSIDE").arguments[1] == "南坑塘");
    CHECK(beside(data::Answer::not_given).found("ROUTE-WATERSIDE") == "ROUTE-WATERSIDE? since -");
    CHECK(beside(data::Answer::yes).found("ROUTE-WATERSIDE").empty());
}

TEST_CASE("a run on a route whose stops bear the same names but whose line lies elsewhere is another route",
          "[conformance]")
{
    auto other = the_route("L2");
    other.geometry = geo::wkt_from_geometry(geo::geometry_of(
        geo::Polyline{{place(0), place(3000), place(3000, 900), place(7000, 900), place(7000), place(10'000)}}));
    auto plate = the_plate();
    plate.number = "BP-2";
    plate.route = "L2";
    plate.issued_on = on(2026, 11, 1);
    std::vector<data::Stop> stops{a_stop(1, 0, 410), a_stop(2, 2000, 414), a_stop(3, 10'000, 428)};
    for (auto& stop : stops) stop.route = "L2";
    const auto looked = looked_at(Fleet{}, other, plate, stops[0], stops[1], stops[2]);
    CHECK(looked.found("PLATE-MISMATCH-ROUTE").starts_with("PLATE-MISMATCH-ROUTE since"));
    CHECK(looked.why("PLATE-MISMATCH-ROUTE").text == "rule.PLATE-MISMATCH-ROUTE.geometry");
    // A line is not laid beside the straight ones from stop to stop.
    other.geometry = {};
    CHECK(looked_at(Fleet{}, other, plate, stops[0], stops[1], stops[2]).found("PLATE-MISMATCH-ROUTE").empty());
}

}  // namespace
