#include "console/supervision/case_list.hpp"
#include "console/supervision/case_on.hpp"
#include "tests/support/a_case.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
using data::CaseState;
using data::CaseStep;
using supervision::case_on;

/// Opened on 2 November to be answered by the 20th, sent on the 3rd, put off on the 19th to the 30th, joined by a
/// second finding on the 24th, sent again on the 25th, closed on the 27th.
data::Case a_long_case()
{
    auto of = after(a_case("2026-0001", on(2026, 11, 30), CaseState::closed), CaseStep::opened, day(2026, 11, 2));
    of.events.back().due_on = on(2026, 11, 20);
    of = after(after(of, CaseStep::sent, day(2026, 11, 3)), CaseStep::extended, day(2026, 11, 19));
    of.events.back().due_on = on(2026, 11, 30);
    of = after(after(of, CaseStep::finding_added, day(2026, 11, 24)), CaseStep::sent, day(2026, 11, 25));
    of = after(of, CaseStep::closed, day(2026, 11, 27), data::Answer::no);
    of.events.back().text = "已换发";
    of.rules.push_back(
        {.rule = "PERMIT-NONE", .basis = "b", .text = "t", .evidence = "[]", .added_on = on(2026, 11, 24)});
    of.attachments = {{.event = 2, .name = "函.pdf", .size = 1, .sha256 = "a"},
                      {.event = 6, .name = "新牌.jpg", .size = 1, .sha256 = "b"}};
    of.sent_on = on(2026, 11, 25);
    of.closed_on = on(2026, 11, 27);
    of.close_reason = "已换发";
    return of;
}

TEST_CASE("as of an earlier day a case is what it was at the end of that day", "[cases]")
{
    CHECK_FALSE(case_on(a_long_case(), day(2026, 11, 1)));
    const auto [when, state, due, sent, rules, files] =
        GENERATE(table<data::Date, CaseState, data::DateCell, data::DateCell, std::size_t, std::size_t>({
            {day(2026, 11, 2), CaseState::open, on(2026, 11, 20), {}, 1, 0},
            {day(2026, 11, 3), CaseState::sent, on(2026, 11, 20), on(2026, 11, 3), 1, 1},
            {day(2026, 11, 18), CaseState::sent, on(2026, 11, 20), on(2026, 11, 3), 1, 1},
            {day(2026, 11, 19), CaseState::sent, on(2026, 11, 30), on(2026, 11, 3), 1, 1},
            {day(2026, 11, 24), CaseState::open, on(2026, 11, 30), on(2026, 11, 3), 2, 1},
            {day(2026, 11, 26), CaseState::sent, on(2026, 11, 30), on(2026, 11, 25), 2, 1},
            {day(2026, 11, 27), CaseState::closed, on(2026, 11, 30), on(2026, 11, 25), 2, 2},
        }));
    CAPTURE(data::iso(when));
    const auto then = case_on(a_long_case(), when);
    REQUIRE(then);
    CHECK(then->state == state);
    CHECK(then->due_on == due);
    CHECK(then->sent_on == sent);
    CHECK(then->rules.size() == rules);
    CHECK(then->attachments.size() == files);
    CHECK(then->close_reason == (state == CaseState::closed ? "已换发" : ""));
    CHECK(then->closed_on == (state == CaseState::closed ? on(2026, 11, 27) : data::DateCell{}));
}

TEST_CASE("the list of an earlier day has no case opened later, and none closed later as closed", "[cases]")
{
    auto snapshot = std::make_shared<data::Snapshot>(*a_snapshot(a_bus()));
    auto later = a_case("2026-0002");
    later.opened_on = day(2026, 11, 22);
    snapshot->cases = {a_long_case(), later};
    const rules::Dossiers dossiers(snapshot);
    const auto rows = supervision::all_cases(dossiers, rules::judge(dossiers, day(2026, 11, 21)));
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].opened->state == CaseState::sent);
    CHECK(rows[0].overdue_days == 0);  // put off to the 30th on the 19th
    CHECK(supervision::all_cases(dossiers, rules::judge(dossiers, day(2026, 11, 22))).size() == 2);
    CHECK(supervision::all_cases(dossiers, rules::judge(dossiers, monday))[0].opened->closed_on.not_given());
}

}  // namespace
