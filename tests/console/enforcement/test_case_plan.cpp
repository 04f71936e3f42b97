#include "console/enforcement/case_plan.hpp"
#include "tests/support/findings.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
using enforcement::case_plan;
using rules::Department;

/// A snapshot whose holiday table knows November and December 2026 (no day off but weekends).
template <class... Records>
std::shared_ptr<data::Snapshot> with_holidays(const Records&... records)
{
    auto snapshot = std::make_shared<data::Snapshot>(*a_snapshot(records...));
    auto region = std::make_shared<data::Region>();
    region->holidays = {{day(2026, 10, 1), true, "国庆节"}};
    snapshot->region = region;
    return snapshot;
}

/// Expired permit (government), expired plate and overdue inspection (police), all S; and (police, R) the plate that
/// outlives the permit and was not returned.
std::shared_ptr<data::Snapshot> a_bad_bus()
{
    auto bus = a_bus();
    bus.inspection_until = on(2026, 10, 31);
    return with_holidays(bus, a_permit(on(2025, 9, 1), on(2026, 8, 31)), a_plate(on(2026, 10, 31)), a_run(),
                         a_driver());
}

std::vector<rules::Finding> findings_of(const rules::Dossiers& dossiers, const char* rule)
{
    return rules::filtered(dossiers, rules::judge(dossiers, monday), {.rule = rule});
}

TEST_CASE("there is one case a bus and acting department, with all its findings frozen", "[cases]")
{
    const rules::Dossiers dossiers(a_bad_bus());
    const auto plan = case_plan(dossiers, rules::judge(dossiers, monday).findings, monday);
    REQUIRE(plan.cases.size() == 2);
    CHECK(plan.cases[0].department == "police_traffic");
    REQUIRE(plan.cases[0].rules.size() == 4);
    CHECK(plan.cases[0].rules[0].rule == "PLATE-EXPIRED");
    CHECK(plan.cases[0].rules[1].rule == "INSPECTION-OVERDUE");
    CHECK(plan.cases[0].rules[2].rule == "PLATE-NOT-RETURNED");
    CHECK(plan.cases[0].rules[3].rule == "PLATE-BEYOND");
    CHECK(plan.cases[0].rules[0].text == "校车标牌有效期至 2026-10-31，已过期 23 天");
    CHECK(plan.cases[0].rules[0].basis == "《校车安全管理条例》第十六条、第十八条；《机动车登记规定》第六十一条");
    CHECK(plan.cases[0].rules[0].evidence.starts_with(R"([{"field":"plate.number","value":"BP-1","source":null})"));
    CHECK(plan.cases[1].department == "government");
    CHECK(plan.cases[1].subject_kind == "bus");
    CHECK(plan.cases[1].subject_key == bus_number);
    CHECK(plan.cases[1].county == data::Adcode{220802});
    CHECK(plan.cases[1].opened_on == monday);
}

TEST_CASE("a stop is due the same day, with a report after three working days", "[cases]")
{
    const rules::Dossiers dossiers(a_bad_bus());
    const auto plan = case_plan(dossiers, rules::judge(dossiers, day(2026, 11, 27)).findings, day(2026, 11, 27));
    REQUIRE_FALSE(plan.cases.empty());
    CHECK(plan.cases[0].due_on == on(2026, 11, 27));
    CHECK(plan.cases[0].note == "当日停运，2026-12-02 前书面报告处理结果");  // Friday; Monday, Tuesday, Wednesday
    CHECK_FALSE(plan.by_calendar_days);
}

TEST_CASE("beyond the holiday table a term counts calendar days and says so", "[cases]")
{
    auto snapshot = std::make_shared<data::Snapshot>(*a_snapshot(a_bus(), a_run(), a_driver()));
    snapshot->region = std::make_shared<const data::Region>();
    const rules::Dossiers dossiers(snapshot);
    const auto plan = case_plan(dossiers, rules::judge(dossiers, monday).findings, monday);
    REQUIRE(plan.cases.size() == 1);
    CHECK(plan.by_calendar_days);
    CHECK(plan.cases[0].note.find("2026-11-26") != std::string::npos);
    CHECK(plan.cases[0].note.find("自然日") != std::string::npos);
}

// 民法典第二百零三条: a period whose last day is a holiday ends on the next day that is none.
TEST_CASE("a term of days that ends on a holiday or at a weekend ends on the next working day", "[cases]")
{
    auto bus = a_bus();
    bus.hammer = data::Answer::no;  // work on the vehicle: fifteen days
    auto snapshot = with_holidays(bus, a_permit(), a_plate(), a_run(), a_driver());
    auto region = std::make_shared<data::Region>(*snapshot->region);
    for (const unsigned date : {2, 3, 4, 5, 6, 7}) region->holidays.push_back({day(2026, 10, date), true, "国庆节"});
    region->holidays.push_back({day(2026, 10, 10), false, "国庆节"});
    snapshot->region = region;
    const rules::Dossiers dossiers(snapshot);
    const auto due = [&](data::Date as_of) {
        const auto plan = case_plan(
            dossiers, rules::filtered(dossiers, rules::judge(dossiers, as_of), {.rule = "EQUIPMENT-MISSING"}), as_of);
        CHECK(plan.by_calendar_days == (as_of == day(2026, 12, 17)));
        return plan.cases.at(0).due_on;
    };
    CHECK(due(day(2026, 11, 23)) == on(2026, 12, 8));  // Tuesday
    CHECK(due(day(2026, 9, 16)) == on(2026, 10, 8));   // 1 October: the national holidays end on the 7th
    CHECK(due(day(2026, 9, 25)) == on(2026, 10, 10));  // a Saturday that is worked
    CHECK(due(day(2026, 11, 20)) == on(2026, 12, 7));  // Saturday 5 December
    CHECK(due(day(2026, 12, 17)) == on(2027, 1, 1));   // beyond the table: left as it is, and said
}

TEST_CASE("papers are put right in seven days; a notice ends on the last working day before the date", "[cases]")
{
    auto permit = a_permit(on(2025, 9, 1), on(2026, 12, 10));
    const rules::Dossiers late(with_holidays(a_bus(), permit, a_plate(), a_run(), a_driver()));
    const auto rectify = case_plan(late, findings_of(late, "PERMIT-DUE-30"), monday);
    REQUIRE(rectify.cases.size() == 1);
    CHECK(rectify.cases[0].due_on == on(2026, 11, 30));

    const rules::Dossiers due(with_holidays(a_bus(), a_permit(), a_plate(on(2026, 12, 13)), a_run(), a_driver()));
    const auto notice = case_plan(due, findings_of(due, "PLATE-DUE-30"), monday);
    REQUIRE(notice.cases.size() == 1);
    CHECK(notice.cases[0].due_on == on(2026, 12, 11));  // 2026-12-13 is a Sunday
    CHECK(notice.cases[0].department == "operator");
}

TEST_CASE("department and deadline can be set by hand", "[cases]")
{
    const rules::Dossiers dossiers(a_bad_bus());
    const auto plan = case_plan(dossiers, rules::judge(dossiers, monday).findings, monday,
                                {.department = Department::transport, .due_on = on(2026, 12, 1), .note = "电话已告知"});
    REQUIRE(plan.cases.size() == 1);
    CHECK(plan.cases[0].department == "transport");
    CHECK(plan.cases[0].due_on == on(2026, 12, 1));
    CHECK(plan.cases[0].note == "电话已告知");
    CHECK(plan.cases[0].rules.size() == 5);
}

TEST_CASE("what a living case already holds is not opened again, and what it lacks joins it", "[cases]")
{
    auto snapshot = a_bad_bus();
    data::Case open;
    open.number = "2026-0003";
    open.state = data::CaseState::sent;
    open.department = "police_traffic";
    open.subject_kind = "bus";
    open.subject_key = bus_number;
    open.rules = {{.rule = "PLATE-EXPIRED", .basis = {}, .text = {}, .evidence = {}}};
    snapshot->cases = {open};
    const rules::Dossiers dossiers(snapshot);
    const auto plan = case_plan(dossiers, rules::judge(dossiers, monday).findings, monday);
    CHECK(plan.already_open == std::vector<std::string>{"2026-0003"});
    REQUIRE(plan.cases.size() == 2);
    REQUIRE(plan.cases[0].rules.size() == 3);
    CHECK(plan.cases[0].rules[0].rule == "INSPECTION-OVERDUE");
    CHECK(plan.joins == std::vector<std::string>{"2026-0003", ""});

    snapshot->cases[0].state = data::CaseState::cancelled;  // makes room
    const auto anew = case_plan(dossiers, rules::judge(dossiers, monday).findings, monday);
    CHECK(anew.already_open.empty());
    CHECK(anew.joins == std::vector<std::string>{"", ""});
    snapshot->cases[0].state = data::CaseState::open;
    snapshot->cases[0].rules.clear();  // one made by hand is about something else
    CHECK(case_plan(dossiers, rules::judge(dossiers, monday).findings, monday).joins ==
          std::vector<std::string>{"", ""});
}

TEST_CASE("a case bears on the entry of the plan that its gravest finding is about", "[cases]")
{
    data::Region region;
    region.plan = {{"23.1", "", "", "", "", {}, true, "", "operators"},
                   {"23.2", "", "", "", "", {}, false, "", "permits plates cases"}};
    CHECK(enforcement::item_of_rule(region, "PERMIT-NONE") == "23.2");
    CHECK(enforcement::item_of_rule(region, "PLATE-EXPIRED") == "23.2");
    CHECK(enforcement::item_of_rule(region, "INSPECTION-OVERDUE") == "23.1");
    CHECK(enforcement::item_of_rule(region, "SUSPECT-CARRIAGE").empty());
    auto snapshot = a_bad_bus();
    auto with_plan = std::make_shared<data::Region>(*snapshot->region);
    with_plan->plan = region.plan;
    snapshot->region = with_plan;
    const rules::Dossiers dossiers(snapshot);
    CHECK(case_plan(dossiers, rules::judge(dossiers, monday).findings, monday).cases[0].item == "23.2");
}

}  // namespace
