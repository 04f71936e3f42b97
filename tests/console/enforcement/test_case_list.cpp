#include "console/enforcement/case_list.hpp"
#include "tests/support/findings.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
using data::CaseState;
using std::chrono::days;

data::Case a_case(std::string number, data::DateCell due_on, CaseState state = CaseState::open)
{
    data::Case opened;
    opened.number = std::move(number);
    opened.state = state;
    opened.department = "police_traffic";
    opened.county = data::Adcode{220802};
    opened.subject_kind = "bus";
    opened.subject_key = bus_number;
    opened.opened_on = day(2026, 11, 2);
    opened.due_on = due_on;
    opened.rules = {{.rule = "PLATE-EXPIRED", .basis = "b", .text = "t", .evidence = "[]"}};
    return opened;
}

std::shared_ptr<data::Snapshot> with_cases(std::vector<data::Case> cases)
{
    auto snapshot = std::make_shared<data::Snapshot>();
    snapshot->cases = std::move(cases);
    return snapshot;
}

TEST_CASE("a case is overdue from the day after its deadline, unless it is closed", "[cases]")
{
    CHECK(enforcement::overdue_days(a_case("1", on(2026, 11, 23)), monday) == 0);
    CHECK(enforcement::overdue_days(a_case("1", on(2026, 11, 22)), monday) == 1);
    CHECK(enforcement::overdue_days(a_case("1", on(2026, 11, 13), CaseState::replied), monday) == 10);
    CHECK(enforcement::overdue_days(a_case("1", on(2026, 11, 13), CaseState::closed), monday) == 0);
    CHECK(enforcement::overdue_days(a_case("1", {}), monday) == 0);
}

TEST_CASE("overdue cases stand on top, then by deadline and number, closed ones last", "[cases]")
{
    const auto snapshot = with_cases({a_case("2026-0001", on(2026, 1, 1), CaseState::closed), a_case("2026-0002", {}),
                                      a_case("2026-0003", on(2026, 12, 1)), a_case("2026-0005", on(2026, 11, 20)),
                                      a_case("2026-0004", on(2026, 11, 20)), a_case("2026-0006", on(2026, 11, 3))});
    std::vector<std::string> numbers;
    for (const auto& row : enforcement::case_list(*snapshot, monday)) numbers.push_back(row.opened->number);
    CHECK(numbers ==
          std::vector<std::string>{"2026-0006", "2026-0004", "2026-0005", "2026-0003", "2026-0002", "2026-0001"});
    CHECK(enforcement::case_list(*snapshot, monday, {.only_unclosed = true}).size() == 5);
    CHECK(enforcement::case_list(*snapshot, monday, {.state = CaseState::closed}).size() == 1);
    CHECK(enforcement::case_list(*snapshot, monday, {.county = data::Adcode{220881}}).empty());
}

TEST_CASE("a case's finding stands until the register shows it put right", "[cases]")
{
    const auto opened = a_case("2026-0001", on(2026, 11, 20));
    const rules::Dossiers bad(a_snapshot(a_bus(), a_permit(), a_plate(on(2026, 10, 31)), a_run(), a_driver()));
    CHECK(enforcement::finding_stands(bad, opened, monday));
    CHECK_FALSE(enforcement::finding_stands(bad, opened, day(2026, 10, 31)));
    auto renewed = a_plate(on(2027, 4, 30));
    renewed.issued_on = on(2026, 11, 20);
    const rules::Dossiers good(
        a_snapshot(a_bus(), a_permit(), a_plate(on(2026, 10, 31)), renewed, a_run(), a_driver()));
    CHECK_FALSE(enforcement::finding_stands(good, opened, monday));
}

TEST_CASE("a finding that lost its value to a gap still stands; a bus that left has none", "[cases]")
{
    const auto opened = a_case("2026-0001", on(2026, 11, 20));
    const rules::Dossiers unsaid(a_snapshot(a_bus(), a_permit(), a_plate({}), a_run(), a_driver()));
    CHECK(enforcement::standing_rules(unsaid, opened, monday) == std::vector<std::string>{"PLATE-EXPIRED"});
    const rules::Dossiers gone(a_snapshot(a_bus("吉G99999")));
    CHECK_FALSE(enforcement::finding_stands(gone, opened, monday));
}

TEST_CASE("cases are written to the letter of the contract", "[json]")
{
    auto opened = a_case("2026-0012", on(2026, 11, 20));
    opened.events = {{"2026-11-02T09:15:02+08:00", "opened", "王", "电话\"已\"告知"}};
    const auto snapshot = with_cases({opened, a_case("2026-0013", {})});
    CHECK(enforcement::cases_json(enforcement::case_list(*snapshot, monday)) ==
          R"({"cases":[{"number":"2026-0012","state":"open","department":"police_traffic","county":"220802",)"
          R"("subject":{"kind":"bus","key":"吉G10001"},"opened_on":"2026-11-02","due_on":"2026-11-20",)"
          R"("overdue_days":3,"rules":["PLATE-EXPIRED"],"events":[{"at":"2026-11-02T09:15:02+08:00",)"
          R"("what":"opened","by":"王","text":"电话\"已\"告知"}]},)"
          R"({"number":"2026-0013","state":"open","department":"police_traffic","county":"220802",)"
          R"("subject":{"kind":"bus","key":"吉G10001"},"opened_on":"2026-11-02","due_on":null,)"
          R"("overdue_days":0,"rules":["PLATE-EXPIRED"],"events":[]}]})");
    CHECK(enforcement::cases_json({}) == R"({"cases":[]})");
}

}  // namespace
