#include "console/supervision/case_list.hpp"
#include "data/register/case_life.hpp"
#include "tests/support/a_case.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
using data::CaseState;
using supervision::case_list;
using supervision::CaseFilter;
using supervision::CaseRow;
using supervision::Standing;

/// The register with an expired plate on its only bus (or a renewed one), and these cases.
rules::Dossiers dossiers_with(std::vector<data::Case> cases, data::DateCell plate_valid_to = on(2026, 10, 31))
{
    auto snapshot = std::make_shared<data::Snapshot>(
        *a_snapshot(a_bus(), a_permit(), a_plate(plate_valid_to), a_run(), a_driver()));
    snapshot->cases = std::move(cases);
    return rules::Dossiers(snapshot);
}

std::vector<CaseRow> rows_of(const rules::Dossiers& dossiers, data::Date as_of = monday)
{
    return supervision::all_cases(dossiers, rules::judge(dossiers, as_of));
}

std::vector<std::string> numbers(const std::vector<CaseRow>& rows)
{
    std::vector<std::string> all;
    for (const auto& row : rows) all.push_back(row.opened->number);
    return all;
}

using Numbers = std::vector<std::string>;

TEST_CASE("a case is overdue from the day after its deadline, unless it has ended", "[cases]")
{
    CHECK(data::overdue_days(a_case("1", on(2026, 11, 23)), monday) == 0);
    CHECK(data::overdue_days(a_case("1", on(2026, 11, 22)), monday) == 1);
    CHECK(data::overdue_days(a_case("1", on(2026, 11, 13), CaseState::replied), monday) == 10);
    CHECK(data::overdue_days(a_case("1", on(2026, 11, 13), CaseState::verified), monday) == 10);
    CHECK(data::overdue_days(a_case("1", on(2026, 11, 13), CaseState::closed), monday) == 0);
    CHECK(data::overdue_days(a_case("1", on(2026, 11, 13), CaseState::cancelled), monday) == 0);
    CHECK(data::overdue_days(a_case("1", {}), monday) == 0);
}

TEST_CASE("overdue cases stand on top, then by deadline and number, ended ones last", "[cases]")
{
    const auto dossiers =
        dossiers_with({a_case("2026-0001", on(2026, 1, 1), CaseState::closed), a_case("2026-0002", {}),
                       a_case("2026-0003", on(2026, 12, 1)), a_case("2026-0005", on(2026, 11, 20)),
                       a_case("2026-0004", on(2026, 11, 20)), a_case("2026-0006", on(2026, 11, 3))});
    const auto all = rows_of(dossiers);
    CHECK(numbers(case_list(all)) ==
          Numbers{"2026-0006", "2026-0004", "2026-0005", "2026-0003", "2026-0002", "2026-0001"});
    CHECK(case_list(all, {.only_unclosed = true}).size() == 5);
    CHECK(case_list(all, {.state = CaseState::closed}).size() == 1);
    CHECK(case_list(all, {.county = data::Adcode{220881}}).empty());
    CHECK(case_list(all, {.department = "transport"}).empty());
    CHECK(case_list(all, {.department = "police_traffic"}).size() == 6);
    CHECK(case_list(all, {.only_overdue = true}).size() == 3);
    CHECK(case_list(all, {.subject_key = bus_number}).size() == 6);
    CHECK(case_list(all, {.subject_key = "吉G20002"}).empty());
}

TEST_CASE("a deadline filter has both its days, and no case that has ended", "[cases]")
{
    const auto dossiers = dossiers_with({a_case("1", on(2026, 11, 22)), a_case("2", on(2026, 11, 23)),
                                         a_case("3", on(2026, 11, 29)), a_case("4", on(2026, 11, 30)),
                                         a_case("5", on(2026, 11, 25), CaseState::closed), a_case("6", {})});
    CaseFilter this_week;
    this_week.due = supervision::rest_of_week(monday);
    CHECK(numbers(case_list(rows_of(dossiers), this_week)) == Numbers{"2", "3"});
    // A week begins on Monday: on a Sunday only that day is left of it (GB/T 7408).
    CHECK(supervision::rest_of_week(day(2026, 11, 29)) == std::pair{day(2026, 11, 29), day(2026, 11, 29)});
    CHECK(supervision::rest_of_week(day(2026, 11, 28)).second == day(2026, 11, 29));
}

TEST_CASE("a case's finding stands until the register shows it put right", "[cases]")
{
    auto early = a_case();
    early.opened_on = day(2026, 10, 1);
    const auto bad = dossiers_with({early});
    CHECK(supervision::standing_of(bad, a_case(), monday) == Standing::stands);
    CHECK(supervision::standing_of(bad, a_case(), day(2026, 10, 31)) == Standing::gone);
    CHECK(rows_of(bad).at(0).standing == Standing::stands);
    CHECK(rows_of(bad, day(2026, 10, 31)).at(0).standing == Standing::gone);
    const auto good = dossiers_with({a_case()}, on(2027, 4, 30));
    CHECK(supervision::standing_of(good, a_case(), monday) == Standing::gone);
    CHECK(rows_of(good).at(0).standing == Standing::gone);
}

TEST_CASE("one of several findings is enough to stand", "[cases]")
{
    auto of = a_case();
    of.rules.insert(of.rules.begin(), {.rule = "INSPECTION-OVERDUE", .basis = {}, .text = {}, .evidence = {}});
    const auto dossiers = dossiers_with({of});
    CHECK(supervision::standing_rules(dossiers, of, monday) == std::vector<std::string>{"PLATE-EXPIRED"});
    CHECK(rows_of(dossiers).at(0).standing == Standing::stands);
}

TEST_CASE("a finding that lost its value to a gap still stands; a bus that left has none", "[cases]")
{
    const auto unsaid = dossiers_with({a_case()}, {});
    CHECK(supervision::standing_rules(unsaid, a_case(), monday) == std::vector<std::string>{"PLATE-EXPIRED"});
    CHECK(rows_of(unsaid).at(0).standing == Standing::stands);
    auto elsewhere = a_case();
    elsewhere.subject_key = "吉G99999";
    const auto gone = dossiers_with({elsewhere});
    CHECK(supervision::standing_of(gone, elsewhere, monday) == Standing::left);
    CHECK(rows_of(gone).at(0).standing == Standing::left);
}

TEST_CASE("nothing in the register tells of a case made by hand", "[cases]")
{
    auto of = a_case();
    of.rules.clear();
    const auto dossiers = dossiers_with({of});
    CHECK(supervision::standing_of(dossiers, of, monday) == Standing::by_hand);
    CHECK(rows_of(dossiers).at(0).standing == Standing::by_hand);
}

}  // namespace
