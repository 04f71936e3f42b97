#include "console/enforcement/notices/notice_facts.hpp"
#include "tests/console/enforcement/notices/a_notice.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan;
using namespace xiaoan::test;
using enforcement::notice_case;
using language::Language;

TEST_CASE("the facts of a case are those that were frozen, in the words of a document", "[notices]")
{
    const auto dossiers = dossiers_of({a_case("2026-0001", "吉G10001", {expired_plate()}, on(2026, 11, 30))});
    const auto facts = notice_case(dossiers, dossiers.snapshot().cases[0], Language::zh, false);
    CHECK(facts.subject == "吉G·10001");
    CHECK(facts.county == "洮北区");
    CHECK(facts.run_by == "甲公司");
    CHECK(facts.schools == std::vector<std::string>{"平安小学"});
    REQUIRE(facts.problems.size() == 1);
    CHECK(facts.problems[0].title == "校车标牌已过期");
    CHECK(facts.problems[0].text == "校车标牌有效期至2026年11月1日，已过期22天");
    CHECK(facts.problems[0].sources == std::vector<std::string>{"08-标牌.csv第12行", "洮北.xlsx“校车”第7行"});
    CHECK(facts.problems[0].people.empty());
    CHECK(facts.stops);
    CHECK_FALSE(facts.report_by);
    CHECK(facts.answer_by() == day(2026, 11, 30));
}

TEST_CASE("a stop due on the day of opening is reported on after three working days", "[notices]")
{
    const auto dossiers = dossiers_of({a_case("2026-0001", "吉G10001", {expired_plate()}, data::DateCell{monday})});
    CHECK(notice_case(dossiers, dossiers.snapshot().cases[0], Language::zh, false).report_by == day(2026, 11, 26));
    // Outside the holiday table calendar days are counted.
    auto later = a_case("2031-0001", "吉G10001", {expired_plate()}, on(2031, 5, 1));
    later.opened_on = day(2031, 5, 1);
    const auto far = dossiers_of({later});
    CHECK(notice_case(far, far.snapshot().cases[0], Language::zh, false).report_by == day(2031, 5, 4));
}

TEST_CASE("evidence that is no JSON names no source", "[notices]")
{
    auto rule = expired_plate();
    rule.evidence = "[{";
    const auto dossiers = dossiers_of({a_case("2026-0001", "吉G10001", {rule}, on(2026, 11, 30))});
    CHECK(notice_case(dossiers, dossiers.snapshot().cases[0], Language::zh, false).problems[0].sources.empty());
}

TEST_CASE("a finding about the driver names the driver of the run", "[notices]")
{
    const auto dossiers = dossiers_of({a_case("2026-0001", "吉G10001", {mismatched_driver()}, on(2026, 11, 30))});
    const auto facts = notice_case(dossiers, dossiers.snapshot().cases[0], Language::zh, false);
    // The builders' people have no sealed text: the reference alone is there.
    CHECK(facts.problems[0].people.find("驾驶人") != std::string::npos);
}
