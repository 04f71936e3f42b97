#include "console/imports/acceptance.hpp"
#include "tests/support/a_plan.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using imports::Acceptance;
using imports::AcceptedRows;
using test::said;

/// Rows 2 to 5 of sheet 0 (row 5 changes what another county gave), rows 2 and 3 of sheet 1.
std::shared_ptr<const data::PlannedChanges> a_plan()
{
    auto plan = std::make_shared<data::PlannedChanges>();
    for (std::uint32_t row = 2; row < 5; ++row)
        test::plan_added(*plan, "buses", {0, row}, {{"registration_number", said("吉G1000" + std::to_string(row))}});
    test::plan_changed(*plan, "buses", {0, 5}, {{"registration_number", said("吉G10005")}},
                       {{"seats", std::int64_t{19}, std::int64_t{20}}}, {1, 12}, true);
    for (std::uint32_t row = 2; row < 4; ++row)
        test::plan_added(*plan, "permits", {1, row}, {{"number", said("许" + std::to_string(row))}});
    return plan;
}

data::ImportReport a_report(const std::shared_ptr<const data::PlannedChanges>& plan)
{
    data::ImportReport report;
    report.dry_run = true;
    report.plan = plan;
    report.sheets.resize(2);
    report.sheets[0].sheet = "校车";
    report.sheets[1].sheet = "许可";
    return report;
}

using Ranges = std::vector<data::RowSelection::Range>;

TEST_CASE("all rows are accepted but those that change what another county gave", "[imports]")
{
    const Acceptance accepted(a_plan());
    CHECK(accepted.sum() == AcceptedRows{5, 6});
    CHECK(accepted.of_sheet(0) == AcceptedRows{3, 4});
    CHECK(accepted.of_sheet(1) == AcceptedRows{2, 2});
    CHECK_FALSE(accepted.has(3));
    CHECK(accepted.of_sheet(7) == AcceptedRows{0, 0});
}

TEST_CASE("the request names the accepted rows by sheet, and what they were when they were looked at", "[imports]")
{
    const auto plan = a_plan();
    Acceptance accepted(plan);
    accepted.set(1, false);
    data::ImportRequest looked_at;
    looked_at.path = "/in/洮南.xlsx";
    looked_at.dry_run = looked_at.plan = true;
    const auto request = accepted.request(looked_at, a_report(plan));
    CHECK(request.path == looked_at.path);
    CHECK_FALSE(request.dry_run);
    REQUIRE(request.only);
    REQUIRE(request.only->sheets.size() == 2);
    CHECK(request.only->sheets[0].sheet == "校车");
    CHECK(request.only->sheets[0].rows == Ranges{{2, 2}, {4, 4}});
    CHECK(request.only->sheets[1].rows.empty());  // the whole sheet
    CHECK(request.expected == data::fingerprint_text(plan->fingerprint(0) + plan->fingerprint(2) +
                                                     plan->fingerprint(4) + plan->fingerprint(5)));
    CHECK(request.other_county_decided);
}

TEST_CASE("where all is accepted no rows are named, and a sheet without any stays out", "[imports]")
{
    const auto plan = a_plan();
    Acceptance accepted(plan);
    accepted.set(3, true);
    CHECK_FALSE(accepted.request({}, a_report(plan)).only);
    CHECK(accepted.request({}, a_report(plan)).expected == plan->fingerprint());
    accepted.set_sheet(1, false);
    const auto request = accepted.request({}, a_report(plan));
    REQUIRE(request.only);
    REQUIRE(request.only->sheets.size() == 1);
    CHECK(request.only->sheets[0].rows.empty());
    accepted.set_sheet(0, false);
    CHECK(accepted.sum() == AcceptedRows{0, 6});
    accepted.set_sheet(0, true);
    CHECK(accepted.sum() == AcceptedRows{4, 6});
}

TEST_CASE("where two tables of one sheet are not both accepted whole, the rows of each are named", "[imports]")
{
    const auto plan = a_plan();
    auto report = a_report(plan);
    report.sheets[1].sheet = report.sheets[0].sheet;
    Acceptance accepted(plan);
    accepted.set(3, true);
    accepted.set(4, false);
    const auto request = accepted.request({}, report);
    REQUIRE(request.only);
    REQUIRE(request.only->sheets.size() == 2);
    CHECK(request.only->sheets[0].rows == Ranges{{2, 5}});  // all of the first table, and no row of the second
    CHECK(request.only->sheets[1].rows == Ranges{{3, 3}});
}

TEST_CASE("looked at again, rows that are as they were keep what was said of them", "[imports]")
{
    Acceptance earlier(a_plan());
    earlier.set(0, false);
    earlier.set(3, true);
    auto changed = std::make_shared<data::PlannedChanges>(*a_plan());
    test::plan_added(*changed, "permits", {1, 9}, {{"number", said("许9")}});
    Acceptance again(changed);
    again.take_over(earlier);
    CHECK_FALSE(again.has(0));
    CHECK(again.has(1));
    CHECK(again.has(3));
    CHECK(again.has(6));
    CHECK(again.sum() == AcceptedRows{6, 7});
}

TEST_CASE("a sheet that waits for its datum is accepted by nobody but a person, and wholly once that is said",
          "[imports]")
{
    Acceptance waiting(a_plan(), {1, 0});
    CHECK(waiting.of_sheet(0) == AcceptedRows{0, 4});
    CHECK(waiting.of_sheet(1) == AcceptedRows{2, 2});
    waiting.set(4, false);
    Acceptance still(a_plan(), {1, 0});
    still.take_over(waiting);
    CHECK(still.sum() == AcceptedRows{1, 6});
    Acceptance said(a_plan());
    said.take_over(waiting);
    CHECK(said.of_sheet(0) == AcceptedRows{3, 4});  // another county's row waits as ever
    CHECK_FALSE(said.has(4));                       // this one was left out by hand
}

}  // namespace
