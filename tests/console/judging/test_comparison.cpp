#include "console/judging/comparison.hpp"
#include "tests/support/builders.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
using judging::Change;

/// Its inspection ends on Wednesday 2026-11-18, its plate on 2026-12-01; neither permit nor run is of interest.
std::shared_ptr<const desk::Derived> a_desk()
{
    auto bus = a_bus();
    bus.inspection_until = on(2026, 11, 18);
    return desk::derive(a_snapshot(bus, a_permit(), a_plate(on(2026, 12, 1)), a_run(), a_driver()), monday);
}

std::vector<std::string> rules_of(const judging::Comparison& of, Change change)
{
    std::vector<std::string> ids;
    for (const auto& row : judging::compared(of, {.change = change}))
        ids.push_back(row.finding != nullptr ? rules::rule_id(*row.finding) : row.stranger->registration_number);
    return ids;
}

TEST_CASE("against the week before, the overdue inspection is new and its notice gone", "[judging]")
{
    const auto desk = a_desk();
    const auto of = judging::compare(desk, desk->dossiers_held, {day(2026, 11, 16), {}});
    CHECK(rules_of(*of, Change::fresh) == std::vector<std::string>{"INSPECTION-OVERDUE"});
    CHECK(rules_of(*of, Change::gone) == std::vector<std::string>{"INSPECTION-DUE-30"});
    const auto still = rules_of(*of, Change::still);
    CHECK(std::ranges::find(still, "PLATE-DUE-30") != still.end());
    CHECK(judging::compared_counts(*of, data::Adcode{220802})[0] == 1);
    CHECK(judging::compared_counts(*of, data::Adcode{220881}) == std::array<std::size_t, 3>{});
}

TEST_CASE("a row tells for how many days the finding has stood, on its own side", "[judging]")
{
    const auto desk = a_desk();
    const auto of = judging::compare(desk, desk->dossiers_held, {day(2026, 11, 16), {}});
    const auto fresh = judging::compared(*of, {}).front();
    const auto row = judging::compared_row(*of, Change::fresh, fresh, language::Language::zh);
    CHECK(row[1] == "吉G·10001");
    CHECK(row[4] == "2026-11-19");  // the day after the last valid one
    CHECK(row[5] == "4");
    const auto gone = judging::compared(*of, {.change = Change::gone}).front();
    // Noticed from 2026-10-19 on, thirty days before the end; looked at on 2026-11-16.
    CHECK(judging::compared_row(*of, Change::gone, gone, language::Language::zh)[5] == "28");
    CHECK(judging::vehicle_of(*of, Change::gone, gone) == bus_number);
    const auto sheets = judging::compared_sheets(*of, {}, language::Language::zh);
    REQUIRE(sheets.size() == 3);
    CHECK(std::get<std::int64_t>(sheets[0].rows[0][5]) == 4);
}

TEST_CASE("gaps in the data are a list of their own", "[judging]")
{
    auto bus = a_bus();
    bus.inspection_until = {};
    const auto desk = desk::derive(a_snapshot(bus, a_permit(), a_plate(), a_run(), a_driver()), monday);
    const auto known = a_desk();
    const auto of = judging::compare(desk, known->dossiers_held, {monday, {}});
    const auto gaps = judging::compared(*of, {.gaps = true});
    REQUIRE_FALSE(gaps.empty());
    for (const auto& each : gaps) CHECK((each.finding->gap || each.finding->severity == rules::Severity::data));
    for (const auto& each : judging::compared(*of, {})) CHECK_FALSE(each.finding->gap);
}

TEST_CASE("a vehicle that became a suspect since is new, behind the buses of its grade", "[judging]")
{
    auto bus = a_bus();
    bus.inspection_until = on(2026, 11, 18);
    auto snapshot = an_empty_snapshot();
    add_to(*snapshot, bus);
    add_to(*snapshot, a_permit());
    add_to(*snapshot, a_plate(on(2026, 12, 1)));
    add_to(*snapshot, a_run());
    add_to(*snapshot, a_driver());
    data::School school;
    school.code = "1";
    school.county = data::Adcode{220802};
    school.lon = 123.0;
    school.lat = 45.5;
    add_to(*snapshot, school);
    for (const char* at : {"2026-11-17T07:00:00", "2026-11-18T07:00:00", "2026-11-19T07:00:00"}) {
        data::Sighting seen;
        seen.registration_number = "吉G8X552";
        seen.seen_at = data::timestamp_from_iso(at);
        seen.lon = 123.0;
        seen.lat = 45.5;
        seen.note = "面包车";
        add_to(*snapshot, seen);
    }
    const auto desk = desk::derive(snapshot, monday);
    const auto of = judging::compare(desk, desk->dossiers_held, {day(2026, 11, 16), {}});
    CHECK(rules_of(*of, Change::fresh) == std::vector<std::string>{"INSPECTION-OVERDUE", "吉G8X552"});
    const auto fresh = judging::compared(*of, {}).back();
    const auto row = judging::compared_row(*of, Change::fresh, fresh, language::Language::zh);
    CHECK(row[3] == "疑似非法接送");
    CHECK(row[4] == "2026-11-17");
    CHECK(row[5] == "6");
    CHECK(judging::compared_counts(*of, data::Adcode{220802})[0] == 2);
    CHECK(judging::compared_counts(*of, data::Adcode{220881})[0] == 0);
    CHECK(judging::compared_sheets(*of, {}, language::Language::zh)[0].rows.size() == 2);
    const auto later = judging::compare(desk, desk->dossiers_held, {day(2026, 11, 20), {}});
    const auto still = rules_of(*later, Change::still);
    CHECK(std::ranges::find(still, "吉G8X552") != still.end());
}

}  // namespace
