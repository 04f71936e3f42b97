#include "console/rules/silence.hpp"
#include "tests/support/findings.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
using language::Language;
using rules::Silence;
using std::chrono::days;

data::Silencing until(data::Date last, std::string rule, std::string kind = "waived")
{
    return {.id = 1,
            .kind = std::move(kind),
            .rule = std::move(rule),
            .registration_number = bus_number,
            .from_on = monday,
            .until_on = last,
            .reason = "已限期补办",
            .given_by = "协调员",
            .given_at = "2026-11-23T09:15:02+08:00"};
}

/// A bus without a permit whose inspection ended as well.
rules::Dossiers a_bad_bus(std::vector<data::Silencing> silencings)
{
    auto bus = a_bus();
    bus.inspection_until = on(2026, 10, 31);
    return rules::Dossiers(a_snapshot(bus, a_run(), a_driver()), {.settings = {}, .silencings = std::move(silencings)});
}

std::vector<std::string> ids(const std::vector<rules::Finding>& findings)
{
    std::vector<std::string> all;
    for (const auto& finding : findings) all.push_back(rules::rule_id(finding));
    return all;
}

TEST_CASE("a waived finding does not count from its first to its last day, and stays listed with its reason",
          "[silence]")
{
    const auto dossiers = a_bad_bus({until(monday + days{7}, "PERMIT-NONE")});
    CHECK(ids(rules::judge_bus(dossiers, 0, monday)) == Ids{"INSPECTION-OVERDUE"});
    CHECK(ids(rules::judge_bus(dossiers, 0, monday + days{7})) == Ids{"INSPECTION-OVERDUE"});
    for (const auto other : {monday - days{1}, monday + days{8}})
        CHECK(ids(rules::judge_bus(dossiers, 0, other)) == Ids{"PERMIT-NONE", "INSPECTION-OVERDUE"});
    const auto silenced = rules::silenced_of(dossiers, 0, monday);
    REQUIRE(ids(silenced) == Ids{"PERMIT-NONE"});
    CHECK(silenced[0].silence == Silence::waived);
    CHECK(silenced[0].severity == rules::Severity::stop);
    const auto why = rules::silence_reason(dossiers, silenced[0], monday, Language::zh);
    CHECK(why.kind == Silence::waived);
    CHECK(why.reason == "已限期补办");
    CHECK(why.by == "协调员");
    CHECK(why.until == on(2026, 11, 30));
}

TEST_CASE("an appeal sets its rule aside alone, a repair everything of its bus", "[silence]")
{
    const auto appeal = a_bad_bus({until(monday, "INSPECTION-OVERDUE", "appeal")});
    CHECK(ids(rules::judge_bus(appeal, 0, monday)) == Ids{"PERMIT-NONE"});
    CHECK(rules::silenced_of(appeal, 0, monday)[0].silence == Silence::appeal);
    const auto repair = a_bad_bus({until(monday, "", "out_of_service")});
    CHECK(rules::judge_bus(repair, 0, monday).empty());
    CHECK(ids(rules::silenced_of(repair, 0, monday)) == Ids{"PERMIT-NONE", "INSPECTION-OVERDUE"});
    const auto judgement = rules::judge(repair, monday);
    CHECK(judgement.findings.empty());
    CHECK(judgement.silenced.size() == 2);
}

TEST_CASE("a gap is not waived with its rule, nor another bus with this one", "[silence]")
{
    auto bus = a_bus();
    bus.inspection_until = {};
    const auto gap = [&](std::string rule) {
        return ids(rules::judge_bus(rules::Dossiers(a_snapshot(bus, a_permit(), a_plate(), a_run(), a_driver()),
                                                    {.settings = {}, .silencings = {until(monday, std::move(rule))}}),
                                    0, monday));
    };
    CHECK(gap("INSPECTION-OVERDUE") == Ids{"PLATE-BEYOND?", "INSPECTION-OVERDUE?", "INSPECTION-DUE-30?"});
    CHECK(gap("INSPECTION-OVERDUE?") == Ids{"PLATE-BEYOND?", "INSPECTION-DUE-30?"});
    auto other = until(monday, "PERMIT-NONE");
    other.registration_number = "吉G20002";
    CHECK(ids(rules::judge_bus(a_bad_bus({other}), 0, monday)) == Ids{"PERMIT-NONE", "INSPECTION-OVERDUE"});
}

TEST_CASE("of several that set a finding aside the one given last gives the reason", "[silence]")
{
    auto second = until(monday + days{1}, "", "out_of_service");
    second.id = 2;
    second.reason = "大修";
    const auto dossiers = a_bad_bus({until(monday, "PERMIT-NONE"), second});
    CHECK(rules::silence_reason(dossiers, rules::silenced_of(dossiers, 0, monday)[0], monday, Language::zh).reason ==
          "大修");
}

}  // namespace
