#include "console/enforcement/case_rows.hpp"
#include "tests/support/builders.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
using data::CaseState;
using enforcement::CaseChip;
using enforcement::CaseColumn;
using language::Language;

data::Case a_case(std::string number, data::DateCell due_on, CaseState state = CaseState::open)
{
    data::Case opened;
    opened.number = std::move(number);
    opened.state = state;
    opened.department = "police_traffic";
    opened.county = data::Adcode{220802};
    opened.subject_kind = "bus";
    opened.subject_key = "吉G12345";
    opened.opened_on = day(2026, 11, 2);
    opened.due_on = due_on;
    return opened;
}

data::Snapshot four_cases()
{
    data::Snapshot snapshot;
    snapshot.region = std::make_shared<const data::Region>();
    snapshot.cases = {a_case("2026-0001", on(2026, 11, 1), CaseState::closed), a_case("2026-0002", on(2026, 11, 30)),
                      a_case("2026-0003", on(2026, 11, 10), CaseState::replied), a_case("2026-0004", on(2026, 11, 3))};
    snapshot.cases[1].county = data::Adcode{220822};
    return snapshot;
}

std::vector<std::string> numbers(const enforcement::CaseRows& rows)
{
    std::vector<std::string> all;
    for (const auto& row : rows.rows) all.push_back(row.opened->number);
    return all;
}

using Numbers = std::vector<std::string>;

TEST_CASE("chips count what each of them would show, whatever chip is on", "[cases]")
{
    const auto snapshot = four_cases();
    const auto all = enforcement::case_rows(snapshot, monday, {}, CaseChip::all, {});
    CHECK(all.counts == std::array<std::size_t, 5>{4, 2, 2, 1, 1});
    CHECK(numbers(all) == Numbers{"2026-0004", "2026-0003", "2026-0002", "2026-0001"});
    const auto overdue = enforcement::case_rows(snapshot, monday, {}, CaseChip::overdue, {});
    CHECK(overdue.counts == all.counts);
    CHECK(numbers(overdue) == Numbers{"2026-0004", "2026-0003"});
}

TEST_CASE("a county narrows cases and counts", "[cases]")
{
    const auto snapshot = four_cases();
    const auto rows = enforcement::case_rows(snapshot, monday, data::Adcode{220822}, CaseChip::all, {});
    CHECK(numbers(rows) == Numbers{"2026-0002"});
    CHECK(rows.counts[0] == 1);
}

TEST_CASE("a column sorts the cases, ties by number", "[cases]")
{
    const auto snapshot = four_cases();
    CHECK(numbers(enforcement::case_rows(snapshot, monday, {}, CaseChip::all, {CaseColumn::state, false})) ==
          Numbers{"2026-0002", "2026-0004", "2026-0003", "2026-0001"});
    CHECK(numbers(enforcement::case_rows(snapshot, monday, {}, CaseChip::all, {CaseColumn::number, true})) ==
          Numbers{"2026-0004", "2026-0003", "2026-0002", "2026-0001"});
}

TEST_CASE("the deadline says how long is left, and a closed case no longer counts", "[cases]")
{
    const auto left = [](const data::Case& of) { return enforcement::time_left(of, monday, Language::zh); };
    CHECK(left(a_case("1", on(2026, 11, 10))) == "逾期 13 天");
    CHECK(left(a_case("1", on(2026, 11, 23))) == "今日到期");
    CHECK(left(a_case("1", on(2026, 11, 26))) == "余 3 天");
    CHECK(left(a_case("1", {})).empty());
    CHECK(left(a_case("1", on(2026, 11, 10), CaseState::closed)).empty());
}

TEST_CASE("a row says number plate, problems and deadline in words", "[cases]")
{
    auto of = a_case("2026-0004", on(2026, 11, 10));
    of.rules = {{"PLATE-NONE", "", "", "[]"}, {"PERMIT-EXPIRED?", "", "", "[]"}};
    const data::Snapshot snapshot = four_cases();
    const auto text = enforcement::case_row_text(snapshot, {&of, 13}, monday, Language::zh);
    CHECK(text.subject == "吉G·12345");
    CHECK(text.problems == "无校车标牌、" + language::tr(Language::zh, "rule.gap", {"校车使用许可已过期"}));
    CHECK(text.due_on == "2026-11-10  逾期 13 天");
    CHECK(text.overdue);
    of.rules.clear();
    CHECK(enforcement::case_row_text(snapshot, {&of, 13}, monday, Language::zh).problems == "人工开立");
}

}  // namespace
