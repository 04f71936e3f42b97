#include "tests/support/findings.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
using std::chrono::days;

Judged driven_by(const data::Driver& driver, data::Date as_of = monday)
{
    return judged(as_of, a_bus(), a_permit(), a_plate(), a_run(wang, on(2025, 9, 1)), driver,
                  a_maintenance(data::DateCell{as_of}));
}

TEST_CASE("a recorded run without a driver is a finding, not a gap", "[drivers]")
{
    const auto found = judged(monday, a_bus(), a_permit(), a_plate(), a_run(data::PersonRef{}), a_driver());
    CHECK(found.ids() == Ids{"DRIVER-NONE"});
    CHECK(found.grade("DRIVER-NONE") == 'S');
    CHECK(found.since("DRIVER-NONE") == on(2026, 9, 1));
    CHECK(found.find("DRIVER-NONE")->department == rules::Department::bus_operator);
    // Without a roster nothing is said of drivers.
    CHECK(judged(monday, a_bus(), a_permit(), a_plate()).ids() == Ids{"RUN?"});
}

TEST_CASE("a driver may drive through the 60th birthday, and from the 25th on", "[drivers]")
{
    // regulations.md section 8, worked dates: born 1966-11-23, no finding on 2026-11-23, one from the 24th.
    auto driver = a_driver();
    driver.born_on = on(1966, 11, 23);
    CHECK(driven_by(driver).ids().empty());
    const auto old = driven_by(driver, monday + days{1});
    CHECK(old.ids() == Ids{"DRIVER-AGE"});
    CHECK(old.grade("DRIVER-AGE") == 'S');
    CHECK(old.since("DRIVER-AGE") == on(2026, 11, 24));
    driver.born_on = on(2001, 11, 23);
    CHECK(driven_by(driver).ids().empty());
    CHECK(driven_by(driver, monday - days{1}).ids() == Ids{"DRIVER-AGE"});
    CHECK(driven_by(driver, monday - days{1}).text("DRIVER-AGE") == "rule.DRIVER-AGE.young");
    driver.born_on = {};
    CHECK(driven_by(driver).ids() == Ids{"DRIVER-AGE?"});
}

TEST_CASE("points bar for three scoring cycles, of which the running one is the last", "[drivers]")
{
    auto driver = a_driver();
    driver.licensed_on = on(2009, 10, 24);  // the running cycle began on 2026-10-24, the third last on 2024-10-24
    driver.last_review_on = on(2026, 10, 30);
    driver.record = "points_12:2024-10-24";
    CHECK(driven_by(driver).ids() == Ids{"DRIVER-RECORD"});
    CHECK(driven_by(driver).grade("DRIVER-RECORD") == 'S');
    driver.record = "points_12:2024-10-23";
    CHECK(driven_by(driver).ids().empty());
    // Without the day of the licence the cycles are not known: only what lies in all of them, or in none, is told.
    driver.licensed_on = {};
    driver.record = "points_12:2024-11-23";
    CHECK(driven_by(driver).has("DRIVER-RECORD"));
    driver.record = "points_12:2024-11-22";
    CHECK(driven_by(driver).has("DRIVER-RECORD?"));
    driver.record = "points_12:2023-11-23";
    CHECK_FALSE(driven_by(driver).has("DRIVER-RECORD?"));
}

TEST_CASE("a serious violation bars for a year, its day included; drink, crash and crime for ever", "[drivers]")
{
    auto driver = a_driver();
    driver.record = "serious_violation:2025-11-23";
    CHECK(driven_by(driver).ids() == Ids{"DRIVER-RECORD"});
    driver.record = "serious_violation:2025-11-22";
    CHECK(driven_by(driver).ids().empty());
    for (const auto* record : {"drink_driving:1999-01-01", "serious_crash:1999-01-01", "crime:1999-01-01"}) {
        driver.record = record;
        CHECK(driven_by(driver).ids() == Ids{"DRIVER-RECORD"});
    }
    driver.record = "crime:2026-11-24";  // has not happened yet
    CHECK(driven_by(driver).ids().empty());
    driver.record = {};
    CHECK(driven_by(driver).ids() == Ids{"DRIVER-RECORD?"});
    driver.record = "serious_violation:2024-01-01,drink_driving:2026-10-12";
    CHECK(driven_by(driver).since("DRIVER-RECORD") == on(2026, 10, 12));
}

TEST_CASE("the yearly review is on time through the 30th day after the scoring cycle, overdue from the next",
          "[drivers]")
{
    // regulations.md section 8, worked dates: licence of 2009-10-24, on time through 2026-11-23, overdue from 11-24.
    auto driver = a_driver();
    driver.licensed_on = on(2009, 10, 24);
    driver.last_review_on = on(2025, 11, 1);
    const auto due = driven_by(driver);
    CHECK(due.ids() == Ids{"DRIVER-REVIEW-DUE"});
    CHECK(due.grade("DRIVER-REVIEW-DUE") == 'N');
    CHECK(due.since("DRIVER-REVIEW-DUE") == on(2026, 10, 24));
    CHECK(due.due("DRIVER-REVIEW-DUE") == on(2026, 11, 23));
    CHECK(driven_by(driver, day(2026, 10, 24)).ids() == Ids{"DRIVER-REVIEW-DUE"});
    CHECK(driven_by(driver, day(2026, 10, 23)).ids().empty());
    const auto overdue = driven_by(driver, monday + days{1});
    CHECK(overdue.ids() == Ids{"DRIVER-REVIEW-OVERDUE"});
    CHECK(overdue.grade("DRIVER-REVIEW-OVERDUE") == 'S');
    CHECK(overdue.since("DRIVER-REVIEW-OVERDUE") == on(2026, 11, 24));
    driver.last_review_on = on(2026, 10, 24);
    CHECK(driven_by(driver).ids().empty());
    driver.last_review_on = on(2026, 10, 23);
    CHECK(driven_by(driver).ids() == Ids{"DRIVER-REVIEW-DUE"});
    driver.last_review_on = said_to_be_none();
    CHECK(driven_by(driver).ids() == Ids{"DRIVER-REVIEW-DUE"});
    driver.last_review_on = {};
    CHECK(driven_by(driver).ids() == Ids{"DRIVER-REVIEW-OVERDUE?", "DRIVER-REVIEW-DUE?"});
}

TEST_CASE("of two drivers the sentence names the review that is due first", "[drivers]")
{
    // Reviews due by 2026-12-20 (licence of 20 November) and by 2026-11-24 (licence of 25 October).
    auto first = a_driver(), second = a_driver(feng);
    first.licensed_on = on(2009, 11, 20);
    second.licensed_on = on(2009, 10, 25);
    first.last_review_on = second.last_review_on = on(2025, 11, 30);
    second.last_review_on = on(2025, 10, 30);
    const auto found = judged(monday, a_bus(), a_permit(), a_plate(), a_run(wang, on(2025, 9, 1)),
                              a_run(feng, on(2025, 9, 1)), first, second, a_maintenance(data::DateCell{monday}));
    REQUIRE(found.has("DRIVER-REVIEW-DUE"));
    CHECK(found.due("DRIVER-REVIEW-DUE") == on(2026, 11, 24));
    const auto at = static_cast<std::size_t>(found.find("DRIVER-REVIEW-DUE") - found.findings.data());
    CHECK(found.explanations[at].arguments == std::vector<std::string>{"2026-10-25", "2026-11-24"});
}

TEST_CASE("a licence of 29 February has its anniversary on the 28th; in its first year none has come", "[drivers]")
{
    auto driver = a_driver();
    driver.licensed_on = on(2012, 2, 29);
    driver.last_review_on = on(2025, 3, 1);
    CHECK_FALSE(driven_by(driver, day(2026, 2, 27)).has("DRIVER-REVIEW-DUE"));
    CHECK(driven_by(driver, day(2026, 2, 28)).has("DRIVER-REVIEW-DUE"));
    driver.licensed_on = on(2026, 3, 1);
    driver.last_review_on = {};
    CHECK_FALSE(driven_by(driver).has("DRIVER-REVIEW-DUE?"));
}

TEST_CASE("a driver whom the register lacks is a gap of every rule on drivers", "[drivers]")
{
    CHECK(judged(monday, a_bus(), a_permit(), a_plate(), a_run()).ids() ==
          Ids{"DRIVER-UNQUALIFIED?", "DRIVER-AGE?", "DRIVER-RECORD?", "DRIVER-REVIEW-OVERDUE?", "DRIVER-REVIEW-DUE?"});
}

TEST_CASE("a substitute filed for the day is judged as well, since that day", "[drivers]")
{
    auto old = a_driver(zhao);
    old.born_on = on(1960, 1, 1);
    const auto found =
        judged(monday, a_bus(), a_permit(), a_plate(), a_run(), a_driver(), old, a_substitution(monday, zhao));
    CHECK(found.ids() == Ids{"DRIVER-AGE"});
    CHECK(found.since("DRIVER-AGE") == on(2026, 11, 23));
}

}  // namespace
