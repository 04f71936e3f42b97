#include "tests/console/documents/a_list.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
using language::Language;

TEST_CASE("the list names the register, the day and how many buses were looked at", "[documents]")
{
    const auto list = list_of(*a_fleet());
    CHECK(list.title == "校车问题清单");
    REQUIRE(list.facts.size() == 2);
    CHECK(list.facts[0] == "白城市教育局　　截至 2026年11月23日");  // GB/T 7408
    // Three buses with a problem, one with a plate that does not end with its inspection, and three gaps of a fourth.
    CHECK(list.facts[1] == "查看校车 6 辆：停运 1，整改 1，提示 1；列出问题 7 项");
    CHECK(list.headers.size() == 10);
    CHECK(list.author == "白城市教育局");
    CHECK(list.demonstration.empty());
    CHECK(list_of(*a_fleet(), {}, Language::en).facts[0].find("2026-11-23") != std::string::npos);
}

TEST_CASE("a row says who must do what, on what ground and by when", "[documents]")
{
    const auto list = list_of(*a_fleet());
    REQUIRE(list.rows.size() == 7);
    const auto& stop = list.rows[0];
    CHECK(stop.registration_number == "吉G10002");
    CHECK(stop.county == "洮北区");
    CHECK(stop.run_by == "乙公司");
    CHECK(stop.problem == "无校车使用许可");
    CHECK(stop.since == "2026-09-01");
    CHECK(stop.due == "立即");
    CHECK(stop.department == "教育");
    CHECK(stop.basis == "《校车安全管理条例》第十四条、第四十五条第一款");
    CHECK_FALSE(stop.evidence.empty());
    CHECK(list.rows[1].severity == rules::Severity::rectify);
    CHECK(list.rows[2].due == "2026-12-01");
    CHECK(list.rows[2].severity == rules::Severity::notice);
    CHECK(list.rows[3].severity == rules::Severity::data);
}

TEST_CASE("the rows are those that were asked for", "[documents]")
{
    const auto derived = a_fleet();
    const auto list = list_of(*derived, {.county = data::Adcode{220881}, .severity = rules::Severity::notice});
    REQUIRE(list.rows.size() == 1);
    CHECK(list.rows[0].registration_number == "吉G10003");
    const auto none = list_of(*derived, {.rule = "PERMIT-REVOKED"});
    CHECK(none.rows.empty());
    CHECK(none.empty_text == "6 辆校车中没有符合条件的问题");
}

TEST_CASE("a list of invented buses says so", "[documents]")
{
    auto snapshot = std::make_shared<data::Snapshot>(*a_fleet_snapshot());
    snapshot->demonstration = true;
    CHECK(list_of(*desk::derive(snapshot, monday)).demonstration == language::tr(Language::zh, "demonstration"));
}

}  // namespace
