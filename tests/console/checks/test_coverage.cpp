#include "console/checks/plan/coverage.hpp"
#include "console/checks/plan/planned_check.hpp"
#include "console/checks/plan/stands_file.hpp"
#include "tests/console/checks/a_line.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan;
using namespace xiaoan::checks;
using namespace xiaoan::test;

namespace {

const PlanWish on_monday{.date = monday};

/// Two buses 39 km apart, at 07:00 and 09:00 at the first stop of their roads, twenty minutes later at the second.
std::shared_ptr<data::Snapshot> two_roads()
{
    auto snapshot = an_empty_snapshot();
    add_line(*snapshot, {"L1", 123.0, 420}, "吉G10001");
    add_line(*snapshot, {"L2", 123.5, 540}, "吉G10002");
    return snapshot;
}

GivenStand a_stand(double lon, double lat, int from, int to, std::size_t team = 1)
{
    return {team, {static_cast<std::int16_t>(from)}, {static_cast<std::int16_t>(to)}, {"", {lon, lat}}};
}

CheckPlan covered(std::vector<GivenStand> stands)
{
    const rules::Dossiers dossiers(two_roads());
    return coverage(dossiers, std::vector<FlaggedBus>{{0, 3}, {1, 1}}, on_monday, stands);
}

}  // namespace

TEST_CASE("given stands see the buses that pass while they are kept, each counted once", "[plan]")
{
    const auto plan = covered({a_stand(123.0, 45.0, 415, 421), a_stand(123.0, 45.018, 430, 450)});
    CHECK(plan.of == 2);
    CHECK(plan.covered == 1);  // twice the same bus
    CHECK(plan.weight == 3);
    CHECK(plan.bound == 4);
    CHECK_FALSE(plan.proved);
    REQUIRE(plan.stands.size() == 2);
    REQUIRE(plan.stands[0].sees.size() == 1);
    CHECK(plan.stands[0].sees[0].registration_number == "吉G10001");
    CHECK(plan.stands[0].sees[0].at.minutes == 420);
    CHECK(plan.stands[1].sees[0].at.minutes == 440);
    CHECK(plan.unmet.empty());  // the other could be met elsewhere

    // Until just before its end, from its begin on.
    CHECK(covered({a_stand(123.0, 45.0, 400, 420)}).covered == 0);
    CHECK(covered({a_stand(123.0, 45.0, 420, 440)}).covered == 1);
    // 200 m beside the road nothing is seen: 0.00254 degrees of longitude at 45 N.
    CHECK(covered({a_stand(123.00254, 45.0, 415, 430)}).covered == 0);
    CHECK(covered({a_stand(123.0, 45.0, 415, 430), a_stand(123.5, 45.0, 530, 550, 2)}).proved);
}

TEST_CASE("a stand that its team cannot reach in time says by how much", "[plan]")
{
    // 39.4 km: 39.4 × 1.3 / 50 h = 61.4 min and 5 to settle, 67 in whole minutes.
    const auto plan = covered({a_stand(123.5, 45.0, 500, 550), a_stand(123.0, 45.0, 415, 440)});
    REQUIRE(plan.stands.size() == 2);
    CHECK(plan.stands[0].from.minutes == 415);  // in the order of time
    CHECK(plan.stands[0].late_min == 0);
    CHECK(plan.stands[1].late_min == 7);  // there are 60
    CHECK(covered({a_stand(123.5, 45.0, 500, 550, 2), a_stand(123.0, 45.0, 415, 440)}).stands[1].late_min == 0);
}

TEST_CASE("a stand put next to a stop is that stop, else a place without a name", "[plan]")
{
    const auto places = check_places(*two_roads());
    GivenStand stand = a_stand(0, 0, 415, 430);
    move_stand(stand, {123.0, 45.0002}, places);  // 22 m
    CHECK(stand.place.name == "L1-1");
    CHECK(stand.place.at == geo::Position{123.0, 45.0});
    move_stand(stand, {123.0, 45.0005}, places);  // 56 m
    CHECK(stand.place.name.empty());
    CHECK(stand.place.at == geo::Position{123.0, 45.0005});
}

TEST_CASE("a plan printed as JSON is read back as stands, and faults name the stand", "[plan]")
{
    const auto plan = covered({a_stand(123.0, 45.0, 415, 430), a_stand(123.5, 45.0, 530, 550, 2)});
    const auto read = read_stands(check_plan_json(plan));
    REQUIRE(read.has_value());
    REQUIRE(read->size() == 2);
    CHECK((*read)[1].team == 2);
    CHECK((*read)[1].from.minutes == 530);
    CHECK((*read)[1].place.at == geo::Position{123.5, 45.0});

    const auto fault = [](const char* json) {
        const auto stands = read_stands(json);
        return stands ? std::string{} : std::string{stands.error().what} + std::to_string(stands.error().stand);
    };
    CHECK(fault("{") == "no_json0");
    CHECK(fault("[]") == "no_plan0");
    CHECK(fault(R"({"plan":[{"team":0}]})") == "bad_team1");
    CHECK(fault(R"({"plan":[{"team":1,"from":"07:00","to":"07:00"}]})") == "bad_time1");
    CHECK(fault(R"({"plan":[{"team":1,"from":"07:00","to":"08:00","place":{"lon":123}}]})") == "bad_place1");
}

TEST_CASE("a plan knows what each bus is to be met for, and comes back from a hand's changes", "[plan]")
{
    auto snapshot = two_roads();  // neither bus has a permit
    const auto dossiers = std::make_shared<const rules::Dossiers>(snapshot);
    PlanWish wish = on_monday;
    wish.teams = 2;
    const PlannedCheck found = planned_check(dossiers, wish, {});
    CHECK(found.plan.covered == 2);
    CHECK(found.total_weight == 6);
    const WantedBus* bus = wanted(found, "吉G10002");
    REQUIRE(bus != nullptr);
    CHECK(bus->flagged.weight == weight_of_stop);
    REQUIRE_FALSE(bus->findings.empty());
    CHECK(bus->findings.front().severity == rules::Severity::stop);
    CHECK(wanted(found, "吉G99999") == nullptr);

    auto stands = given_stands(found.plan);
    stands[0].place.at = {120, 40};
    const PlannedCheck moved = with_stands(found, stands);
    CHECK(moved.plan.covered == 1);
    REQUIRE(moved.searched.has_value());
    CHECK(moved.searched->covered == 2);
    CHECK(as_searched(moved).plan.covered == 2);
    CHECK_FALSE(as_searched(moved).searched.has_value());
}

TEST_CASE("the form begins with the next school day, the hours of the runs and a team a county with flagged buses",
          "[plan]")
{
    auto snapshot = two_roads();
    auto run = a_run();
    run.registration_number = "吉G10001";
    run.departs_at = {16 * 60 + 50};
    add_to(*snapshot, run);
    const rules::Dossiers dossiers(snapshot);
    const auto findings = rules::judge(dossiers, day(2026, 11, 20)).findings;
    const auto wish = usual_wish(dossiers, findings, day(2026, 11, 20), {});
    CHECK(wish.date == monday);  // after the Friday
    CHECK(wish.from.minutes == 16 * 60 + 30);
    CHECK(wish.to.minutes == 18 * 60);
    CHECK(wish.teams == 1);
}
