#include "data/export/timetable.hpp"

#include "tests/data/intake/import_desk.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan::data;
using namespace xiaoan::data::test;
using namespace std::chrono;

namespace {

constexpr Date monday = year{2026} / 11 / 23;

constexpr std::string_view schools = "code,name,county,lon,lat\n2122000001,平安小学,220881,122.8,45.6\n";
constexpr std::string_view stops = "route,sequence,name,lon,lat,time\n"
                                   "L1,1,老井站,122.7,45.5,06:43\n"
                                   "L1,2,村口,122.75,45.55,\n"
                                   "L1,3,桥头,122.78,45.58,07:10\n";
constexpr std::string_view routes = "code,name,school,county,direction,departs_at,arrives_at,geometry\n"
                                    "L1,老井线,2122000001,220881,to_school,06:43,07:27,"
                                    "\"LINESTRING (122.7 45.5, 122.8 45.6)\"\n";

Timetable timetable(const std::vector<std::string_view>& ledgers, Date as_of = monday)
{
    ImportDesk desk;
    for (const std::string_view ledger : ledgers) REQUIRE(desk.import_text(ledger).refused == 0);
    return timetable_of(desk.snapshot(), as_of);
}

/// "L1-1 06:43 up", a call a text: where, when, and whether pupils only get on or off.
std::vector<std::string> calls(const TimetableTrip& trip)
{
    std::vector<std::string> texts;
    for (const TimetableCall& call : trip.calls)
        texts.push_back(call.stop + " " + (call.time.given() ? hh_mm(call.time) : "-") + (call.boards ? " up" : "") +
                        (call.alights ? " down" : ""));
    return texts;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a route without runs is a trip as permitted, and ends at its school", "[data][export]")
{
    const Timetable made = timetable({schools, routes, stops});
    REQUIRE(made.trips.size() == 1);
    const TimetableTrip& trip = made.trips.front();
    CHECK(trip.id == "L1.0643");
    CHECK(trip.towards == "平安小学");
    CHECK(calls(trip) == Texts{"L1-1 06:43 up", "L1-2 - up", "L1-3 07:10 up", "school-2122000001 07:27 down"});
    REQUIRE(made.routes.size() == 1);
    CHECK(made.routes.front().course.size() == 2);
    CHECK(made.stops.size() == 4);
    CHECK(made.omissions.empty());
    REQUIRE(made.agencies.size() == 1);
    CHECK(made.agencies.front().name == "白城市教育局");
}

TEST_CASE("a route from school begins there", "[data][export]")
{
    const Timetable made = timetable({schools,
                                      "code,school,direction,departs_at,arrives_at\n"
                                      "L2,2122000001,from_school,15:30,16:10\n",
                                      "route,sequence,lon,lat,time\nL2,1,122.78,45.58,15:45\nL2,2,122.7,45.5,\n"});
    REQUIRE(made.trips.size() == 1);
    CHECK(calls(made.trips.front()) == Texts{"school-2122000001 15:30 up", "L2-1 15:45 down", "L2-2 16:10 down"});
    CHECK(made.trips.front().towards.empty());
}

TEST_CASE("a last stop at the school gate is the school", "[data][export]")
{
    // 0.001 degrees of latitude are 111 m.
    const Timetable made =
        timetable({schools, routes, "route,sequence,lon,lat,time\nL1,1,122.7,45.5,06:43\nL1,2,122.8,45.601,07:27\n"});
    REQUIRE(made.trips.size() == 1);
    CHECK(calls(made.trips.front()) == Texts{"L1-1 06:43 up down", "L1-2 07:27 up down"});
}

TEST_CASE("a run later than its route is a trip with all its times moved", "[data][export]")
{
    const Timetable made =
        timetable({"uscc,name\n91220802MA0Y4X3M93,示例客运有限公司\n",
                   "registration_number,county,operator\n吉G12345,220881,示例客运有限公司\n", schools, routes, stops,
                   "registration_number,route,departs_at,weekdays,from_on,to_on\n"
                   "吉G12345,L1,06:50,135,2026-10-08,2026-12-18\n吉G23456,L1,,,,\n"});
    REQUIRE(made.trips.size() == 2);
    const TimetableTrip& late = made.trips[0];
    CHECK(late.id == "L1.吉G12345.0650");
    CHECK(late.name == "吉G12345");
    CHECK(calls(late) == Texts{"L1-1 06:50 up", "L1-2 - up", "L1-3 07:17 up", "school-2122000001 07:34 down"});
    CHECK(late.service == "days-135-20261008-20261218");
    CHECK(made.trips[1].id == "L1.吉G23456.0643");
    CHECK(made.trips[1].service == "school-days-20260901-20261231");
    Texts agencies;
    for (const TimetableAgency& agency : made.agencies) agencies.push_back(agency.id + " " + agency.name);
    CHECK(agencies == Texts{"91220802MA0Y4X3M93 示例客运有限公司"});
}

TEST_CASE("days are those of the school year, without holidays, as far as holidays are known", "[data][export]")
{
    // The region of tests knows one holiday, Thursday 2026-10-01, so that nothing is said of 2027.
    const Timetable made = timetable({schools, routes, stops});
    CHECK(made.from == Date{year{2026} / 9 / 1});
    CHECK(made.to == Date{year{2026} / 12 / 31});
    REQUIRE(made.services.size() == 1);
    const TimetableService& service = made.services.front();
    CHECK(service.weekdays == std::array{true, true, true, true, true, false, false});
    CHECK(service.removed == std::vector{Date{year{2026} / 10 / 1}});
    CHECK(service.added.empty());
    CHECK(timetable({schools, routes, stops}, year{2026} / 8 / 31).from == Date{year{2025} / 9 / 1});
    CHECK(timetable({schools, routes, stops}, year{2027} / 3 / 1).to == Date{year{2027} / 8 / 31});
}

TEST_CASE("a weekend day that is worked is added for school days, and not for a run that names its days",
          "[data][export]")
{
    ImportDesk desk;
    desk.region.holidays.push_back({Date{year{2026} / 10 / 10}, false, "国庆节"});  // a Saturday
    Register bureau =
        Register::create(desk.folder.file("worked.xiaoan"), desk.region, "白城市教育局", false, coordinator);
    JobProgress progress;
    const auto import = [&](std::string_view ledger) {
        (void)import_file(bureau, {.path = desk.written("a.csv", ledger)}, coordinator, desk.region, progress);
    };
    for (const std::string_view ledger : {schools, routes, stops}) import(ledger);
    import("registration_number,route,weekdays\n吉G12345,L1,\n吉G23456,L1,12345\n");
    const Timetable made = timetable_of(bureau.snapshot(), monday);
    REQUIRE(made.services.size() == 2);
    CHECK(made.services[0].id.starts_with("days-12345-"));
    CHECK(made.services[0].added.empty());
    CHECK(made.services[1].added == std::vector{Date{year{2026} / 10 / 10}});
}

TEST_CASE("what cannot be in a timetable is named with its reason", "[data][export]")
{
    const Timetable made = timetable({"code,departs_at\nA,07:00\nB,\nC,07:00\nD,07:00\n",
                                      "route,sequence,lon,lat,time\n"
                                      "A,1,122.7,45.5,07:00\n"
                                      "B,1,122.7,45.5,\nB,2,122.8,45.5,\n"
                                      "C,1,122.7,45.5,07:00\nC,2,122.8,45.5,06:50\n"
                                      "D,1,122.7,45.5,07:00\nD,2,,,07:05\nD,3,122.8,45.5,07:10\n"});
    CHECK(made.omissions ==
          std::vector{Omission{"A", OmissionReason::few_stops}, Omission{"B", OmissionReason::no_times},
                      Omission{"C", OmissionReason::times_go_back}, Omission{"D", OmissionReason::stop_unplaced}});
    REQUIRE(made.trips.size() == 1);
    CHECK(calls(made.trips.front()) == Texts{"D-1 07:00 up down", "D-3 07:10 up down"});
}

TEST_CASE("a run that ended before the school year is no trip", "[data][export]")
{
    const Timetable made =
        timetable({schools, routes, stops, "registration_number,route,to_on\n吉G12345,L1,2026-06-30\n"});
    CHECK(made.trips.empty());
}
