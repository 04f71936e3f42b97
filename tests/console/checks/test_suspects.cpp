#include "console/checks/suspects.hpp"
#include "tests/support/builders.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;

constexpr double lon = 123.0, lat = 45.5;

data::School a_school(std::string code, double at_lat = lat, std::optional<std::int32_t> boarders = {})
{
    data::School school;
    school.code = std::move(code);
    school.name = "第" + school.code + "小学";
    school.lon = lon;
    school.lat = at_lat;
    school.boarders = boarders;
    return school;
}

struct Seen {
    const char* at;  // 2026-11-16T07:00:00
    double lat = ::lat;
    const char* note = "";
    data::Answer riders{};
};

data::Sighting sighting(const std::string& number, const Seen& seen)
{
    data::Sighting made;
    made.registration_number = number;
    made.seen_at = data::timestamp_from_iso(seen.at);
    made.lon = lon;
    made.lat = seen.lat;
    made.note = seen.note;
    made.riders_seen = seen.riders;
    return made;
}

/// A snapshot of two schools 11 km apart and these sightings of one vehicle.
std::shared_ptr<data::Snapshot> a_city(const std::string& number, std::initializer_list<Seen> all)
{
    auto snapshot = an_empty_snapshot();
    add_to(*snapshot, a_school("1"));
    add_to(*snapshot, a_school("2", lat + 0.1, 40));
    for (const Seen& each : all) add_to(*snapshot, sighting(number, each));
    return snapshot;
}

constexpr const char* number = "吉G8X552";

/// By the usual holidays of schools.
checks::Suspects found_in(const data::Snapshot& snapshot, data::Date as_of, std::optional<data::Date> since = {})
{
    return checks::suspects(snapshot, rules::school_days_of(snapshot.region->holidays, {}), as_of, since);
}

std::vector<std::string_view> signs_of(const checks::Suspects& found)
{
    std::vector<std::string_view> signs;
    if (found.suspects.size() == 1)
        for (const auto& sign : found.suspects[0].signs) signs.push_back(sign.sign);
    return signs;
}

using Signs = std::vector<std::string_view>;

TEST_CASE("a van that comes to the gate on three school days is a suspect, sign by sign", "[checks]")
{
    const auto snapshot = a_city(number, {{"2026-11-16T07:00:00", lat, "面包车", data::Answer::yes},
                                          {"2026-11-17T07:05:00"},
                                          {"2026-11-17T15:40:00"},
                                          {"2026-11-18T07:00:00"}});
    const auto found = found_in(*snapshot, monday);
    REQUIRE(found.suspects.size() == 1);
    const auto& suspect = found.suspects[0];
    CHECK(suspect.registration_number == number);
    CHECK(suspect.days.size() == 3);
    CHECK(suspect.sightings == 4);
    CHECK(data::iso(suspect.first) == "2026-11-16T07:00:00");
    CHECK(data::iso(suspect.last) == "2026-11-18T07:00:00");
    CHECK(signs_of(found) == Signs{"school_days", "vehicle", "riders"});
    CHECK(suspect.score == 6);  // 3 + 2 + 1
}

TEST_CASE("a parent who comes to one gate every day is none", "[checks]")
{
    const auto snapshot = a_city(number, {{"2026-11-16T07:00:00", lat, "轿车", data::Answer::yes},
                                          {"2026-11-17T07:05:00", lat, "", data::Answer::yes},
                                          {"2026-11-18T07:00:00", lat, "", data::Answer::yes},
                                          {"2026-11-19T07:00:00", lat, "", data::Answer::yes}});
    CHECK(found_in(*snapshot, monday).suspects.empty());
}

TEST_CASE("two days at a gate are no habit, however the vehicle looks", "[checks]")
{
    CHECK(found_in(*a_city(number, {{"2026-11-16T07:00:00", lat, "面包车"}, {"2026-11-17T07:00:00"}}), monday)
              .suspects.empty());
    // but overload beside it is a second sign
    CHECK(signs_of(found_in(*a_city(number, {{"2026-11-16T07:00:00", lat, "面包车，超员"}, {"2026-11-17T07:00:00"}}),
                            monday)) == Signs{"overloaded", "vehicle"});
}

TEST_CASE("several schools on several days are a sign", "[checks]")
{
    const auto found = found_in(
        *a_city(number, {{"2026-11-16T07:00:00"}, {"2026-11-17T07:05:00", lat + 0.1}, {"2026-11-18T07:00:00"}}),
        monday);
    CHECK(signs_of(found) == Signs{"school_days", "several_schools"});
    REQUIRE(found.suspects.size() == 1);
    CHECK(found.suspects[0].schools.size() == 2);
}

TEST_CASE("sightings at other hours, on other days, and away from gates do not count", "[checks]")
{
    // 0.0045 degree of latitude is 500.1 m
    for (const Seen third : {Seen{"2026-11-18T12:00:00"}, Seen{"2026-11-21T07:00:00"},
                             Seen{"2026-11-18T07:00:00", lat - 0.0045}, Seen{"2026-11-24T07:00:00"}}) {
        CAPTURE(third.at);
        const auto snapshot = a_city(number, {{"2026-11-16T07:00:00", lat, "面包车"}, {"2026-11-17T07:00:00"}, third});
        CHECK(found_in(*snapshot, monday).suspects.empty());
    }
    CHECK(found_in(*a_city(number, {{"2026-11-16T07:00:00", lat, "面包车"},
                                    {"2026-11-17T07:00:00"},
                                    {"2026-11-18T07:00:00", lat - 0.00449}}),
                   monday)
              .suspects.size() == 1);
}

TEST_CASE("a registered bus is none, also where the camera read O for 0", "[checks]")
{
    for (const char* read : {"吉G10001", "吉G1OOO1", "吉GI0001"}) {
        CAPTURE(read);
        auto snapshot =
            a_city(read, {{"2026-11-16T07:00:00", lat, "面包车"}, {"2026-11-17T07:00:00"}, {"2026-11-18T07:00:00"}});
        add_to(*snapshot, a_bus("吉G10001"));
        const auto found = found_in(*snapshot, monday);
        CHECK(found.suspects.empty());
        CHECK(found.registered == 1);
    }
}

TEST_CASE("a number one slip from a registered bus is shown with it", "[checks]")
{
    auto snapshot =
        a_city("吉G10007", {{"2026-11-16T07:00:00", lat, "面包车"}, {"2026-11-17T07:00:00"}, {"2026-11-18T07:00:00"}});
    add_to(*snapshot, a_bus("吉G10001"));
    const auto found = found_in(*snapshot, monday);
    REQUIRE(found.suspects.size() == 1);
    CHECK(found.suspects[0].resembles == "吉G10001");
}

TEST_CASE("the day on which a vehicle was filed as a substitute does not count", "[checks]")
{
    auto snapshot =
        a_city(number, {{"2026-11-16T07:00:00", lat, "面包车"}, {"2026-11-17T07:00:00"}, {"2026-11-18T07:00:00"}});
    data::Substitution filed;
    filed.date = on(2026, 11, 17);
    filed.registration_number = "吉G10001";
    filed.substitute_bus = number;
    add_to(*snapshot, filed);
    CHECK(found_in(*snapshot, monday).suspects.empty());
}

TEST_CASE("a vehicle that never had pupils aboard is none", "[checks]")
{
    const auto snapshot = a_city(number, {{"2026-11-16T07:00:00", lat, "面包车", data::Answer::no},
                                          {"2026-11-17T07:00:00", lat, "", data::Answer::no},
                                          {"2026-11-18T07:00:00", lat, "", data::Answer::no}});
    CHECK(found_in(*snapshot, monday).suspects.empty());
}

TEST_CASE("a place in words counts where it names a school", "[checks]")
{
    auto snapshot = a_city(number, {});
    for (const char* at : {"2026-11-16T07:00:00", "2026-11-17T07:00:00", "2026-11-18T07:00:00"}) {
        auto seen = sighting(number, {at, lat, "面包车"});
        seen.lon = seen.lat = std::nullopt;
        seen.place = "第1小学门前";
        add_to(*snapshot, seen);
    }
    auto nowhere = sighting("吉G7W204", {"2026-11-16T07:00:00"});
    nowhere.lon = nowhere.lat = std::nullopt;
    add_to(*snapshot, nowhere);
    const auto found = found_in(*snapshot, monday);
    CHECK(found.suspects.size() == 1);
    CHECK(found.without_place == 1);
}

TEST_CASE("the highest score comes first, and the days asked for bound it", "[checks]")
{
    auto snapshot =
        a_city("吉G2", {{"2026-11-16T07:00:00", lat, "面包车"}, {"2026-11-17T07:00:00"}, {"2026-11-18T07:00:00"}});
    for (const char* at : {"2026-11-16T07:00:00", "2026-11-17T07:00:00", "2026-11-18T07:00:00"})
        add_to(*snapshot, sighting("吉G3", {at, lat, "面包车，超员"}));
    const auto found = found_in(*snapshot, monday);
    REQUIRE(found.suspects.size() == 2);
    CHECK(found.suspects[0].registration_number == "吉G3");
    CHECK(found_in(*snapshot, monday, day(2026, 11, 17)).suspects.size() == 1);  // two days: overload and van
    CHECK(checks::suspects_json(found).starts_with(
        R"({"suspects":[{"registration_number":"吉G3","score":8,"sightings":3,"days":3,"first":"2026-11-16T07:00:00",)"
        R"("last":"2026-11-18T07:00:00","signs":[{"sign":"school_days","value":"3","points":3},)"
        R"({"sign":"overloaded","value":"yes","points":3},{"sign":"vehicle","value":"yes","points":2}],"resembles":)"));
}

TEST_CASE("what is seen in the summer holiday counts no more than at a weekend", "[checks]")
{
    // 2026-07-08 to 10 are Wednesday to Friday; the holiday begins on the 10th.
    CHECK(found_in(*a_city(number,
                           {{"2026-07-08T07:00:00", lat, "面包车"}, {"2026-07-09T07:00:00"}, {"2026-07-10T07:00:00"}}),
                   day(2026, 7, 20))
              .suspects.empty());
    CHECK(
        signs_of(found_in(
            *a_city(number, {{"2026-07-07T07:00:00", lat, "面包车"}, {"2026-07-08T07:00:00"}, {"2026-07-09T07:00:00"}}),
            day(2026, 7, 20))) == Signs{"school_days", "vehicle"});
}

TEST_CASE("who brings boarders back on Sundays is seen as one who comes to the gate on school days", "[checks]")
{
    // School 2 has boarders. Two Sunday afternoons and what was noted there are two signs; no school day is among them.
    const std::initializer_list<Seen> sundays{{"2026-11-15T15:10:00", lat + 0.1, "面包车，超员"},
                                              {"2026-11-22T14:00:00", lat + 0.1}};
    const auto found = found_in(*a_city(number, sundays), monday);
    CHECK(signs_of(found) == Signs{"overloaded", "vehicle", "boarders_travel"});
    REQUIRE(found.suspects.size() == 1);
    CHECK(found.suspects[0].days == std::vector{day(2026, 11, 15), day(2026, 11, 22)});
    CHECK(found.suspects[0].sightings == 2);
    // At a school without boarders a Sunday tells nothing.
    CHECK(found_in(*a_city(number, {{"2026-11-15T15:10:00", lat, "面包车，超员"}, {"2026-11-22T14:00:00"}}), monday)
              .suspects.empty());
    // Two Sundays alone are one sign.
    CHECK(found_in(*a_city(number, {{"2026-11-15T15:10:00", lat + 0.1}, {"2026-11-22T14:00:00", lat + 0.1}}), monday)
              .suspects.empty());
}

TEST_CASE("riders seen aboard add a point to a suspect and make none", "[checks]")
{
    const auto habit = [](data::Answer riders) {
        return found_in(*a_city(number, {{"2026-11-16T07:00:00", lat, "", riders},
                                         {"2026-11-17T07:00:00", lat, "", riders},
                                         {"2026-11-18T07:00:00", lat, "", riders},
                                         {"2026-11-19T07:00:00", lat + 0.1, "", riders}}),
                        monday);
    };
    CHECK(signs_of(habit(data::Answer::yes)) == Signs{"school_days", "several_schools", "riders"});
    CHECK(habit(data::Answer::yes).suspects.at(0).score == habit(data::Answer{}).suspects.at(0).score + 1);
}

}  // namespace
