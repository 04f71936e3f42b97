#include "tests/support/findings.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan::test;
using xiaoan::data::DateCell;

Judged inspected(xiaoan::data::Date as_of, DateCell until, DateCell last = {})
{
    auto bus = a_bus();
    bus.inspection_until = until;
    bus.last_inspection_on = last;
    return judged(as_of, bus, a_permit(), a_plate(), a_run(), a_driver());
}

TEST_CASE("an inspection holds through its last day and is overdue from the next", "[inspection]")
{
    const auto due = inspected(monday, on(2026, 11, 30));
    CHECK(due.first_ids() == Ids{"INSPECTION-DUE-30"});
    CHECK(due.grade("INSPECTION-DUE-30") == 'N');
    CHECK(due.due("INSPECTION-DUE-30") == on(2026, 11, 30));
    CHECK(due.since("INSPECTION-DUE-30") == on(2026, 10, 31));
    CHECK(inspected(day(2026, 11, 30), on(2026, 11, 30)).first_ids() == Ids{"INSPECTION-DUE-30"});
    const auto overdue = inspected(day(2026, 12, 1), on(2026, 11, 30));
    CHECK(overdue.first_ids() == Ids{"INSPECTION-OVERDUE"});
    CHECK(overdue.grade("INSPECTION-OVERDUE") == 'S');
    CHECK(overdue.since("INSPECTION-OVERDUE") == on(2026, 12, 1));
}

TEST_CASE("notice is given from 30 days before the end", "[inspection]")
{
    CHECK(inspected(monday, on(2026, 12, 24)).first_ids().empty());
    CHECK(inspected(monday, on(2026, 12, 23)).first_ids() == Ids{"INSPECTION-DUE-30"});
}

TEST_CASE("without a stated end the inspection lasts half a year, clamped to the end of the month", "[inspection]")
{
    // regulations.md section 8: last inspection 2026-05-31 with no stated end -> 2026-11-30.
    const auto due = inspected(monday, {}, on(2026, 5, 31));
    CHECK(due.first_ids() == Ids{"INSPECTION-DUE-30"});
    CHECK(due.due("INSPECTION-DUE-30") == on(2026, 11, 30));
    CHECK(due.text("INSPECTION-DUE-30") == "rule.INSPECTION-DUE-30.computed");
    CHECK(inspected(day(2026, 11, 30), {}, on(2026, 5, 31)).first_ids() == Ids{"INSPECTION-DUE-30"});
    CHECK(inspected(day(2026, 12, 1), {}, on(2026, 5, 31)).first_ids() == Ids{"INSPECTION-OVERDUE"});
}

TEST_CASE("a stated end goes before the computed one", "[inspection]")
{
    CHECK(inspected(monday, on(2027, 1, 31), on(2026, 1, 31)).first_ids().empty());
    CHECK(inspected(monday, on(2026, 11, 22), on(2026, 11, 1)).first_ids() == Ids{"INSPECTION-OVERDUE"});
}

TEST_CASE("neither date given is a gap; none said in words is a finding", "[inspection]")
{
    CHECK(inspected(monday, {}).first_ids() == Ids{"INSPECTION-OVERDUE?", "INSPECTION-DUE-30?"});
    const auto none = inspected(monday, said_to_be_none());
    CHECK(none.first_ids() == Ids{"INSPECTION-OVERDUE"});
    CHECK(none.since("INSPECTION-OVERDUE").not_given());
    CHECK(inspected(monday, {}, said_to_be_none()).first_ids() == Ids{"INSPECTION-OVERDUE"});
}

}  // namespace
