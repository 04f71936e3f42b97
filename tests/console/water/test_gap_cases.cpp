#include "console/water/gap_cases.hpp"
#include "tests/support/builders.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan;
using namespace xiaoan::test;
using namespace xiaoan::water;

namespace {

/// A fishpond without lifebuoy and rope, last patrolled 2026-10-01; nobody looked for its pole; it has a duty holder
/// without a phone.
data::Water a_fishpond()
{
    data::Water water;
    water.code = "W1";
    water.kind = data::WaterKind::fishpond;
    water.county = data::Adcode{220802};
    water.warning_sign = water.fence = data::Answer::yes;
    water.lifebuoy = water.rope = data::Answer::no;
    water.duty_holder = data::PersonRef{1};
    water.duty_unit = "平安渔场";
    water.last_patrol_on = on(2026, 10, 1);
    return water;
}

}  // namespace

TEST_CASE("what a water is known to lack becomes one case, to the department of its kind and the unit named", "[water]")
{
    const auto water = a_fishpond();
    const auto snapshot = an_empty_snapshot();
    const std::vector<WaterRisk> risks{alone(water, monday)};
    const auto made = gap_cases(*snapshot, risks, {.opened_on = monday, .due_on = on(2026, 12, 10)});
    REQUIRE(made.cases.size() == 1);
    const auto& opened = made.cases.front();
    CHECK(opened.subject_kind == "water");
    CHECK(opened.subject_key == "W1");
    CHECK(opened.department == "agriculture");
    // 2026-10-01 to 2026-11-23 are 53 days; 30 are allowed outside the swimming season.
    CHECK(opened.matter == "补设救生圈、救生绳；补报责任人联系电话；恢复按期巡查（最近巡查2026-10-01）");
    REQUIRE(opened.addressees.size() == 1);
    CHECK(opened.addressees.front().name == "平安渔场");
    CHECK(opened.due_on == on(2026, 12, 10));
}

TEST_CASE("only the measures asked for count, and a water that lacks none of them has no case", "[water]")
{
    const auto water = a_fishpond();
    const std::vector<WaterRisk> risks{alone(water, monday)};
    const auto snapshot = an_empty_snapshot();
    const auto rope = gap_cases(*snapshot, risks, {.opened_on = monday, .measures = {"rope"}});
    REQUIRE(rope.cases.size() == 1);
    CHECK(rope.cases.front().matter == "补设救生绳");
    CHECK(gap_cases(*snapshot, risks, {.opened_on = monday, .measures = {"pole", "warning_sign"}}).cases.empty());
}

TEST_CASE("a water with a living case of its department is left out and the case is named", "[water]")
{
    const auto water = a_fishpond();
    const std::vector<WaterRisk> risks{alone(water, monday)};
    auto snapshot = an_empty_snapshot();
    data::Case living;
    living.number = "2026-0007";
    living.subject_kind = "water";
    living.subject_key = "W1";
    living.department = "agriculture";
    living.state = data::CaseState::sent;
    snapshot->cases.push_back(living);
    const auto made = gap_cases(*snapshot, risks, {.opened_on = monday});
    CHECK(made.cases.empty());
    CHECK(made.already_open == std::vector<std::string>{"2026-0007"});
    snapshot->cases.front().state = data::CaseState::closed;
    CHECK(gap_cases(*snapshot, risks, {.opened_on = monday}).cases.size() == 1);
}

TEST_CASE("each kind of water has the department that answers for it", "[water]")
{
    data::Water water;
    using enum data::WaterKind;
    for (const auto kind : {river, lake, reservoir, canal, ditch}) {
        water.kind = kind;
        CHECK(responsible_department(water) == "water_affairs");
    }
    for (const auto kind : {pond, sandpit, other, not_given}) {
        water.kind = kind;
        CHECK(responsible_department(water) == "township");
    }
}
