#include "console/checks/plan/check_plan.hpp"
#include "tests/console/checks/a_line.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan;
using namespace xiaoan::checks;
using namespace xiaoan::test;

namespace {

CheckPlan planned(std::shared_ptr<data::Snapshot> snapshot, PlanWish wish)
{
    const rules::Dossiers dossiers(std::move(snapshot));
    std::vector<FlaggedBus> flagged;
    for (std::size_t bus = 0; bus < dossiers.size(); ++bus) flagged.push_back({bus, 1});
    wish.date = wish.date == data::Date{} ? monday : wish.date;
    return check_plan(dossiers, flagged, wish);
}

std::vector<std::string> numbers_of(const PlannedStand& stand)
{
    std::vector<std::string> numbers;
    for (const auto& bus : stand.sees) numbers.push_back(bus.registration_number);
    return numbers;
}

}  // namespace

TEST_CASE("two buses on one road at one time are seen from one place", "[plan]")
{
    auto snapshot = an_empty_snapshot();
    add_line(*snapshot, {"L1", 123, 420}, "吉G10001");
    add_line(*snapshot, {"L2", 123, 425}, "吉G10002");
    const auto plan = planned(snapshot, {});
    CHECK(plan.of == 2);
    CHECK(plan.covered == 2);
    CHECK(plan.proved);
    REQUIRE(plan.stands.size() == 1);
    CHECK(plan.stands[0].team == 1);
    CHECK(plan.stands[0].from.minutes <= 425);
    CHECK(numbers_of(plan.stands[0]) == std::vector<std::string>{"吉G10001", "吉G10002"});
    CHECK(plan.unmet.empty());
}

TEST_CASE("a place too far to reach in time is left to another team", "[plan]")
{
    // 0.5 degrees of longitude at 45 N are 39 km: 39 × 1.3 / 50 h = 61 min and 5 to settle.
    auto snapshot = an_empty_snapshot();
    add_line(*snapshot, {"L1", 123.0, 420}, "吉G10001");
    add_line(*snapshot, {"L2", 123.5, 430}, "吉G10002");
    CHECK(planned(snapshot, {.teams = 1}).covered == 1);
    const auto two = planned(snapshot, {.teams = 2});
    CHECK(two.covered == 2);
    REQUIRE(two.stands.size() == 2);
    CHECK(two.stands[0].team == 1);
    CHECK(two.stands[1].team == 2);
}

TEST_CASE("one team drives from one place to the next when there is time", "[plan]")
{
    auto snapshot = an_empty_snapshot();
    add_line(*snapshot, {"L1", 123.0, 420}, "吉G10001");
    add_line(*snapshot, {"L2", 123.5, 540}, "吉G10002");
    const auto plan = planned(snapshot, {.teams = 1});
    CHECK(plan.covered == 2);
    REQUIRE(plan.stands.size() == 2);
    CHECK(plan.stands[1].from.minutes - plan.stands[0].to.minutes >= 66);
}

TEST_CASE("a bus that cannot be met is named with the reason", "[plan]")
{
    auto snapshot = an_empty_snapshot();
    add_line(*snapshot, {"L1", 123.0, 420}, "吉G10001");
    add_to(*snapshot, a_bus("吉G10002"));
    const auto weekday = planned(snapshot, {});
    REQUIRE(weekday.unmet.size() == 1);
    CHECK(weekday.unmet[0].registration_number == "吉G10002");
    CHECK(weekday.unmet[0].why == NotMet::no_run);
    CHECK(weekday.of == 2);

    const auto sunday = planned(snapshot, {.date = day(2026, 11, 22)});
    CHECK(sunday.covered == 0);
    REQUIRE(sunday.unmet.size() == 2);
    CHECK(sunday.unmet[0].why == NotMet::no_run);  // it names Monday to Friday
    CHECK(sunday.no_school == rules::NoSchool::weekend);
    CHECK_FALSE(weekday.no_school);

    const auto afternoon = planned(snapshot, {.from = {13 * 60}});
    CHECK(afternoon.unmet[0].why == NotMet::not_in_hours);
}

TEST_CASE("in the summer holiday a plan says that there is no school", "[plan]")
{
    auto snapshot = an_empty_snapshot();
    add_line(*snapshot, {"L1", 123.0, 420}, "吉G10001");  // Monday to Friday
    CHECK(planned(snapshot, {.date = day(2027, 7, 9)}).covered == 1);
    const auto plan = planned(snapshot, {.date = day(2027, 7, 12)});  // a Monday
    CHECK(plan.no_school == rules::NoSchool::summer);
    CHECK(plan.stands.empty());
    CHECK(check_plan_json(plan).ends_with(
        R"("unmet":[{"registration_number":"吉G10001","why":"no_school"}],"no_school":"summer"})"));
}

TEST_CASE("on the day of a replacement the other bus is met on the route", "[plan]")
{
    auto snapshot = an_empty_snapshot();
    add_line(*snapshot, {"L1", 123.0, 420}, "吉G10001");
    add_to(*snapshot, a_bus("吉G10002"));
    auto substitution = a_substitution(monday, wang);
    substitution.registration_number = "吉G10001";
    substitution.substitute_bus = "吉G10002";
    add_to(*snapshot, substitution);
    const auto plan = planned(snapshot, {});
    REQUIRE(plan.stands.size() == 1);
    CHECK(numbers_of(plan.stands[0]) == std::vector<std::string>{"吉G10002"});
    REQUIRE(plan.unmet.size() == 1);
    CHECK(plan.unmet[0].why == NotMet::replaced);
}

TEST_CASE("stopping a bus weighs more than a notice, and a gap weighs nothing", "[plan]")
{
    auto snapshot = an_empty_snapshot();
    add_to(*snapshot, a_bus("吉G10001"));
    add_to(*snapshot, a_bus("吉G10002"));
    add_to(*snapshot, a_bus("吉G10003"));
    const rules::Dossiers dossiers(snapshot);
    const auto finding = [](std::int64_t bus, rules::Severity severity, bool gap) {
        rules::Finding made;
        made.bus = data::RecordId{bus};
        made.severity = severity;
        made.gap = gap;
        return made;
    };
    const std::vector<rules::Finding> findings{
        finding(1, rules::Severity::rectify, false), finding(1, rules::Severity::stop, false),
        finding(2, rules::Severity::notice, false), finding(3, rules::Severity::stop, true)};
    const auto flagged = flagged_buses(dossiers, findings);
    REQUIRE(flagged.size() == 1);
    CHECK(flagged[0].bus == 0);
    CHECK(flagged[0].weight == weight_of_stop);
}
