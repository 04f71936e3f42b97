#include "console/judging/rule_rows.hpp"
#include "tests/support/builders.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
using judging::SilencingState;
using language::Language;

data::Silencing a_waiver(std::int64_t id, data::Date from_on, data::Date until_on, std::string rule)
{
    return {id, "waived", std::move(rule), bus_number, from_on, until_on, "县政府会议纪要", "李某", ""};
}

const judging::RuleRow& row_of(const std::vector<judging::RuleRow>& rows, std::string_view id)
{
    const auto found = std::ranges::find_if(rows, [&](const auto& row) { return row.rule->id == id; });
    REQUIRE(found != rows.end());
    return *found;
}

TEST_CASE("every rule is listed with what it finds, cannot judge, and what is set aside of it", "[judging]")
{
    auto first = a_bus(), second = a_bus("吉G10002");
    first.inspection_until = on(2026, 10, 31);
    second.inspection_until = on(2026, 10, 31);
    second.county = data::Adcode{220881};
    data::Judging judged;
    judged.silencings = {a_waiver(1, monday, monday, "INSPECTION-OVERDUE")};
    const auto desk = desk::derive(a_snapshot(first, second), monday, nullptr, judged);
    const auto all = judging::rule_rows(*desk, {});
    CHECK(all.size() == rules::rules().size());
    CHECK(row_of(all, "INSPECTION-OVERDUE").findings == 1);
    CHECK(row_of(all, "INSPECTION-OVERDUE").silenced == 1);
    CHECK(row_of(judging::rule_rows(*desk, data::Adcode{220802}), "INSPECTION-OVERDUE").findings == 0);
}

TEST_CASE("what is set aside is listed by how it stands, with its rule in words", "[judging]")
{
    data::Judging judged;
    judged.silencings = {a_waiver(1, day(2026, 9, 1), day(2026, 11, 22), "PERMIT-NONE"),
                         a_waiver(2, day(2026, 11, 24), day(2026, 12, 1), "PERMIT-NONE"),
                         a_waiver(3, monday, day(2026, 12, 31), "PLATE-NONE?"),
                         a_waiver(4, day(2026, 11, 1), monday, "")};
    const auto desk = desk::derive(a_snapshot(a_bus()), monday, nullptr, judged);
    const auto rows = judging::silencing_rows(*desk, {});
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].silencing->id == 4);  // its last day is today
    CHECK(rows[0].state == SilencingState::in_force);
    CHECK(rows[1].silencing->id == 3);
    CHECK(rows[2].state == SilencingState::to_come);
    CHECK(rows[3].state == SilencingState::over);
    CHECK(judging::silenced_rule(*rows[0].silencing, Language::zh) == "全部问题");
    CHECK(judging::silenced_rule(*rows[3].silencing, Language::zh) == "无校车使用许可");
    CHECK(judging::silencing_rows(*desk, data::Adcode{220881}).empty());
}

}  // namespace
