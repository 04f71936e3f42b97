#include "console/enforcement/case_rows.hpp"
#include "tests/support/a_case.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
using data::CaseState;
using enforcement::CaseChip;
using enforcement::CaseColumn;
using language::Language;

data::Snapshot five_cases()
{
    data::Snapshot snapshot;
    snapshot.region = std::make_shared<const data::Region>();
    snapshot.cases = {a_case("2026-0001", on(2026, 11, 1), CaseState::closed), a_case("2026-0002", on(2026, 11, 30)),
                      a_case("2026-0003", on(2026, 11, 10), CaseState::replied), a_case("2026-0004", on(2026, 11, 3)),
                      a_case("2026-0005", on(2026, 11, 29), CaseState::sent)};
    snapshot.cases[1].county = data::Adcode{220822};
    snapshot.cases[4].department = "transport";
    return snapshot;
}

enforcement::CaseRows shown(const data::Snapshot& snapshot, const enforcement::CaseWish& wish)
{
    std::vector<enforcement::CaseRow> all;
    for (const auto& each : snapshot.cases)
        all.push_back(supervision::case_row(each, supervision::Standing::stands, monday));
    return enforcement::case_rows(snapshot, all, monday, wish);
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
    const auto snapshot = five_cases();
    const auto all = shown(snapshot, {});
    // all, living, for the bureau, overdue, this week, for the department, ended
    CHECK(all.counts == std::array<std::size_t, 7>{5, 4, 3, 2, 1, 1, 1});
    CHECK(numbers(all) == Numbers{"2026-0004", "2026-0003", "2026-0005", "2026-0002", "2026-0001"});
    const auto overdue = shown(snapshot, {.chip = CaseChip::overdue});
    CHECK(overdue.counts == all.counts);
    CHECK(numbers(overdue) == Numbers{"2026-0004", "2026-0003"});
    CHECK(numbers(shown(snapshot, {.chip = CaseChip::department})) == Numbers{"2026-0005"});
    CHECK(numbers(shown(snapshot, {.chip = CaseChip::week})) == Numbers{"2026-0005"});
    CHECK(numbers(shown(snapshot, {.chip = CaseChip::ended})) == Numbers{"2026-0001"});
}

TEST_CASE("county, department and a day of the calendar narrow the cases", "[cases]")
{
    const auto snapshot = five_cases();
    const auto rows = shown(snapshot, {.county = data::Adcode{220822}});
    CHECK(numbers(rows) == Numbers{"2026-0002"});
    CHECK(rows.counts[0] == 1);
    CHECK(numbers(shown(snapshot, {.department = "transport"})) == Numbers{"2026-0005"});
    const auto of_day = shown(snapshot, {.due = day(2026, 11, 10)});
    CHECK(numbers(of_day) == Numbers{"2026-0003"});
    CHECK(of_day.counts[0] == 5);                                    // the chips count on
    CHECK(shown(snapshot, {.due = day(2026, 11, 1)}).rows.empty());  // what ended is due no more
}

TEST_CASE("a column sorts the cases, ties by number", "[cases]")
{
    const auto snapshot = five_cases();
    CHECK(numbers(shown(snapshot, {.order = {CaseColumn::state, false}})) ==
          Numbers{"2026-0002", "2026-0004", "2026-0005", "2026-0003", "2026-0001"});
    CHECK(numbers(shown(snapshot, {.order = {CaseColumn::number, true}})) ==
          Numbers{"2026-0005", "2026-0004", "2026-0003", "2026-0002", "2026-0001"});
    // What presses most comes first: check, send, wait, nothing.
    CHECK(numbers(shown(snapshot, {.order = {CaseColumn::next, false}})) ==
          Numbers{"2026-0003", "2026-0002", "2026-0004", "2026-0005", "2026-0001"});
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
    const data::Snapshot snapshot = five_cases();
    const auto text = enforcement::case_row_text(snapshot, {.opened = &of, .overdue_days = 13}, monday, Language::zh);
    CHECK(text.subject == "吉G·10001");
    CHECK(text.problems == "无校车标牌、" + language::tr(Language::zh, "rule.gap", {"校车使用许可已过期"}));
    CHECK(text.due_on == "2026-11-10  逾期 13 天");
    CHECK(text.overdue);
    of.rules.clear();
    CHECK(enforcement::case_row_text(snapshot, {.opened = &of, .overdue_days = 13}, monday, Language::zh).problems ==
          "人工开立");
    of.matter = "群众反映超员";
    CHECK(enforcement::case_row_text(snapshot, {.opened = &of}, monday, Language::zh).problems == "群众反映超员");
    of.subject_kind = "matter";
    of.subject_key.clear();
    CHECK(enforcement::case_row_text(snapshot, {.opened = &of}, monday, Language::zh).subject == "专项");
}

TEST_CASE("the next step names who has to act", "[cases]")
{
    using supervision::NextStep;
    using supervision::Standing;
    const auto of = a_case();
    const auto text = [&](NextStep next, Standing standing = Standing::stands) {
        return enforcement::next_text({&of, 0, standing, next}, Language::zh);
    };
    CHECK(text(NextStep::wait) == "待公安交管回复");
    CHECK(text(NextStep::urge) == "催办");
    CHECK(text(NextStep::verify, Standing::gone) == "核实：问题已消除");
    CHECK(text(NextStep::verify, Standing::by_hand) == "核实");
    CHECK(text(NextStep::none) == "—");
}

}  // namespace
