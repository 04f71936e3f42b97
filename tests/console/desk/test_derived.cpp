#include "console/desk/derived.hpp"
#include "tests/support/a_fleet.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
using desk::PlateState;

std::vector<std::string> rule_ids(const desk::Derived& derived, const std::string& number)
{
    std::vector<std::string> ids;
    for (const auto& finding : derived.findings_of(index_of(derived, number))) ids.push_back(rules::rule_id(finding));
    return ids;
}

using Ids = std::vector<std::string>;

TEST_CASE("every bus has its own findings, and those alone", "[desk]")
{
    const auto derived = a_fleet();
    CHECK(rule_ids(*derived, fleet::in_order) == Ids{});
    CHECK(rule_ids(*derived, fleet::without_permit) == Ids{"PERMIT-NONE"});
    CHECK(rule_ids(*derived, fleet::plate_ends) == Ids{"PLATE-DUE-30", "PLATE-BEYOND"});
    CHECK(rule_ids(*derived, fleet::other_driver) == Ids{"PLATE-MISMATCH-DRIVER"});
    CHECK(rule_ids(*derived, fleet::parked) == Ids{});
    CHECK(rule_ids(*derived, fleet::not_inspected) ==
          Ids{"PLATE-BEYOND?", "INSPECTION-OVERDUE?", "INSPECTION-DUE-30?"});
}

TEST_CASE("of a bus's open cases the one due first is its case, and a closed one is none", "[desk]")
{
    const auto derived = a_fleet();
    const auto case_of = [&](const std::string& number) { return derived->open_cases[index_of(*derived, number)]; };
    REQUIRE(case_of(fleet::without_permit) != nullptr);
    CHECK(case_of(fleet::without_permit)->number == "2026-0002");
    CHECK(case_of(fleet::plate_ends)->number == "2026-0003");
    CHECK(case_of(fleet::in_order) == nullptr);
    CHECK(case_of(fleet::parked) == nullptr);
}

TEST_CASE("a plate holds through its last day and is due in its last 30", "[desk]")
{
    const auto [valid_to, expected] = GENERATE(table<data::DateCell, PlateState>({
        {on(2026, 12, 24), PlateState::valid},  // 31 days left
        {on(2026, 12, 23), PlateState::due},    // 30
        {on(2026, 11, 23), PlateState::due},    // the last day
        {on(2026, 11, 22), PlateState::expired},
        {data::DateCell{}, PlateState::valid},     // not given is not ended
        {said_to_be_none(), PlateState::expired},  // as PLATE-EXPIRED has it: Order 164, article 61
    }));
    const auto derived = desk::derive(a_snapshot(a_bus(), a_permit(), a_plate(valid_to), a_run(), a_driver()), monday);
    CAPTURE(valid_to.has_date() ? data::iso(valid_to.date()) : "");
    CHECK(derived->plates[0] == expected);
}

TEST_CASE("a plate that was not issued yet, was taken back or lost is not held", "[desk]")
{
    auto claimed = a_plate();
    claimed.issued_on = {};
    claimed.claimed_on = on(2026, 11, 20);
    auto returned = a_plate();
    returned.withdrawn_on = on(2026, 11, 23);
    auto lost = a_plate();
    lost.state = data::PlateState::lost;
    for (const auto& plate : {claimed, returned, lost})
        CHECK(desk::derive(a_snapshot(a_bus(), a_permit(), plate), monday)->plates[0] == PlateState::none);
    returned.withdrawn_on = on(2026, 11, 24);
    CHECK(desk::derive(a_snapshot(a_bus(), a_permit(), returned), monday)->plates[0] == PlateState::valid);
}

TEST_CASE("another date of the same register shares what no date changes, and judges anew", "[desk]")
{
    const auto snapshot = a_fleet_snapshot();
    const auto before = desk::derive(snapshot, monday);
    const auto after = desk::derive(snapshot, day(2026, 12, 2), before.get());
    CHECK(after->dossiers_held == before->dossiers_held);
    CHECK(after->places == before->places);
    CHECK(after->exposures_held == before->exposures_held);
    CHECK(after->as_of == day(2026, 12, 2));
    CHECK(rule_ids(*after, fleet::plate_ends) == Ids{"PLATE-EXPIRED", "PLATE-BEYOND"});
    CHECK(after->plates[index_of(*after, fleet::plate_ends)] == PlateState::expired);
    CHECK(rule_ids(*before, fleet::plate_ends) == Ids{"PLATE-DUE-30", "PLATE-BEYOND"});
}

TEST_CASE("another state of the register shares nothing with the one before", "[desk]")
{
    const auto before = a_fleet();
    const auto after = desk::derive(a_fleet_snapshot(), monday, before.get());
    CHECK(after->dossiers_held != before->dossiers_held);
    CHECK(&after->dossiers.snapshot() == after->snapshot.get());
}

TEST_CASE("an empty register has nothing to derive", "[desk]")
{
    const auto derived = desk::derive(a_snapshot(), monday);
    CHECK(derived->judgement.looked_at == 0);
    CHECK(derived->judgement.findings.empty());
    CHECK(derived->plates.empty());
    CHECK(derived->first_finding == std::vector<std::uint32_t>{0});
    CHECK(derived->exposures.pairs.empty());
}

}  // namespace
