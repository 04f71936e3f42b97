#include "console/supervision/case_load.hpp"
#include "tests/support/a_case.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
using data::Answer;
using data::CaseState;
using data::CaseStep;
using supervision::CaseRow;
using supervision::rectified_on;
using supervision::Standing;

data::Case of_county(data::Case of, std::uint32_t county, std::string department = "police_traffic")
{
    of.county = data::Adcode{county};
    of.department = std::move(department);
    return of;
}

data::Case closed(std::string number, data::Date verified, data::Date on_day)
{
    auto of =
        after(a_case(std::move(number), on(2026, 11, 20), CaseState::closed), CaseStep::verified, verified, Answer::no);
    of.closed_on = data::DateCell{on_day};
    return after(of, CaseStep::closed, on_day, Answer::no);
}

std::vector<CaseRow> rows_of(const std::vector<data::Case>& cases)
{
    std::vector<CaseRow> rows;
    for (const auto& each : cases) rows.push_back(supervision::case_row(each, Standing::stands, monday));
    return rows;
}

TEST_CASE("a case is put right on the day it was verified, or closed with its findings gone", "[cases]")
{
    CHECK_FALSE(rectified_on(a_case(), monday));
    CHECK(rectified_on(closed("1", day(2026, 11, 9), day(2026, 11, 12)), monday) == day(2026, 11, 9));
    CHECK_FALSE(rectified_on(closed("1", day(2026, 11, 9), day(2026, 11, 12)), day(2026, 11, 8)));
    const auto straight =
        after(a_case("1", on(2026, 11, 20), CaseState::closed), CaseStep::closed, day(2026, 11, 12), Answer::no);
    CHECK(rectified_on(straight, monday) == day(2026, 11, 12));
    // Closed while it stood: nothing was put right. Cancelled: neither.
    CHECK_FALSE(rectified_on(
        after(a_case("1", on(2026, 11, 20), CaseState::closed), CaseStep::closed, day(2026, 11, 12), Answer::yes),
        monday));
    CHECK_FALSE(rectified_on(
        after(a_case("1", on(2026, 11, 20), CaseState::cancelled), CaseStep::cancelled, day(2026, 11, 12)), monday));
    // By a joint check, whatever the register says yet.
    CHECK(rectified_on(after(a_case("1", on(2026, 11, 20), CaseState::verified), CaseStep::verified, day(2026, 11, 10),
                             Answer::yes, "联查2026-12"),
                       monday) == day(2026, 11, 10));
}

TEST_CASE("a case that came back counts to its last putting right", "[cases]")
{
    auto of = after(closed("1", day(2026, 11, 9), day(2026, 11, 12)), CaseStep::reopened, day(2026, 11, 14));
    of.state = CaseState::open;
    CHECK_FALSE(rectified_on(of, monday));
    of = after(of, CaseStep::closed, day(2026, 11, 20), Answer::no);
    of.state = CaseState::closed;
    CHECK(rectified_on(of, monday) == day(2026, 11, 20));
}

TEST_CASE("the median of an even number is the mean of the middle two", "[cases]")
{
    supervision::CaseLoad load;
    CHECK_FALSE(load.median_days());
    load.days = {7};
    CHECK(load.median_days() == 7);
    load.days = {1, 7};
    CHECK(load.median_days() == 4);
    load.days = {1, 2, 30};
    CHECK(load.median_days() == 2);
    load.days = {1, 2, 5, 30};
    CHECK(load.median_days() == 3.5);
}

TEST_CASE("departments and counties are told apart, and sum up", "[cases]")
{
    const std::vector<data::Case> cases{
        of_county(a_case("1", on(2026, 11, 20)), 220802),
        of_county(after(after(a_case("2", on(2026, 11, 10), CaseState::sent), CaseStep::urged, day(2026, 11, 11)),
                        CaseStep::escalated, day(2026, 11, 17)),
                  220802),
        of_county(closed("3", day(2026, 11, 9), day(2026, 11, 12)), 220802),   // 7 days
        of_county(closed("4", day(2026, 11, 21), day(2026, 11, 22)), 220802),  // 19 days
        of_county(after(a_case("5", {}, CaseState::cancelled), CaseStep::cancelled, day(2026, 11, 20)), 220881),
        of_county(a_case("6", on(2026, 12, 1), CaseState::sent), 220881, "transport"),
    };
    const auto rows = rows_of(cases);
    const auto report = supervision::case_report(rows, day(2026, 11, 1), monday);
    REQUIRE(report.loads.size() == 3);
    const auto& police = report.loads[0];
    CHECK(police.department == "police_traffic");
    CHECK(police.county == data::Adcode{220802});
    CHECK(police.living == 2);
    CHECK(police.bureau == 1);  // the first waits to be sent, the second for its department
    CHECK(police.overdue == 2);
    CHECK(police.urged == 1);
    CHECK(police.escalated == 1);
    CHECK(police.opened == 4);
    CHECK(police.closed == 2);
    CHECK(police.median_days() == 13);
    CHECK(report.loads[1].cancelled == 1);
    CHECK(report.loads[1].living == 0);
    CHECK(report.loads[2].department == "transport");
    REQUIRE(report.counties.size() == 2);
    CHECK(report.counties[1].county == data::Adcode{220881});
    CHECK(report.counties[1].living == 1);
    CHECK(report.total.living == 3);
    CHECK(report.total.opened == 6);
    // A period that begins later sees only what happened in it.
    const auto later = supervision::case_report(rows, day(2026, 11, 20), monday);
    CHECK(later.total.opened == 0);
    CHECK(later.total.closed == 1);
    CHECK(later.total.cancelled == 1);
    CHECK(later.total.median_days() == 19);
    CHECK(later.total.living == 3);
    // Before they were opened there was nothing.
    CHECK(supervision::case_report(rows, day(2026, 10, 1), day(2026, 11, 1)).loads.empty());
}

TEST_CASE("the calendar counts what has not ended, day by day, and knows days off", "[cases]")
{
    data::Region region;
    region.holidays = {{day(2026, 10, 1), true, "国庆节"}};
    const std::vector<data::Case> cases{a_case("1", on(2026, 11, 22)),
                                        a_case("2", on(2026, 11, 23)),
                                        a_case("3", on(2026, 11, 28)),
                                        a_case("4", on(2026, 11, 28)),
                                        a_case("5", on(2026, 11, 28), CaseState::closed),
                                        a_case("6", on(2026, 11, 30))};
    const auto calendar = supervision::due_calendar(rows_of(cases), region, monday, 7);
    REQUIRE(calendar.size() == 7);
    CHECK(calendar[0].date == monday);
    CHECK(calendar[0].due == 1);
    CHECK(calendar[0].works == true);
    CHECK(calendar[5].date == day(2026, 11, 28));
    CHECK(calendar[5].due == 2);
    CHECK(calendar[5].works == false);  // a Saturday
    CHECK(calendar[6].due == 0);
    CHECK_FALSE(supervision::due_calendar({}, data::Region{}, monday, 1)[0].works.has_value());
}

}  // namespace
