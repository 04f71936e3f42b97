#include "console/desk/bus_filter.hpp"
#include "tests/support/a_fleet.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
using desk::BusFilter;

using Numbers = std::vector<std::string>;

Numbers shown(const desk::Derived& derived, const BusFilter& filter)
{
    Numbers numbers;
    for (const auto bus : desk::shown_buses(derived, filter))
        numbers.push_back(derived.dossiers.bus(bus).registration_number);
    return numbers;
}

const Numbers all{fleet::in_order,     fleet::without_permit, fleet::plate_ends,
                  fleet::other_driver, fleet::parked,         fleet::not_inspected};

TEST_CASE("without a filter every bus is shown, parked ones too", "[desk]")
{
    CHECK(shown(*a_fleet(), {}) == all);
}

TEST_CASE("a row of the legend that is off hides its buses, and any of them the parked ones", "[desk]")
{
    const auto derived = a_fleet();
    CHECK(shown(*derived, {.states = {true, false, false, false}}) == Numbers{fleet::without_permit});
    CHECK(shown(*derived, {.states = {false, true, false, false}}) == Numbers{fleet::other_driver});
    CHECK(shown(*derived, {.states = {false, false, true, false}}) == Numbers{fleet::plate_ends});
    CHECK(shown(*derived, {.states = {false, false, false, true}}) == Numbers{fleet::in_order, fleet::not_inspected});
    CHECK(shown(*derived, {.states = {true, true, true, false}}) ==
          Numbers{fleet::without_permit, fleet::plate_ends, fleet::other_driver});
    CHECK(shown(*derived, {.states = {false, false, false, false}}).empty());
}

TEST_CASE("a county, a plate, a rule or an open case narrows the buses", "[desk]")
{
    const auto derived = a_fleet();
    CHECK(shown(*derived, {.county = data::Adcode{220802}}) == Numbers{fleet::in_order, fleet::without_permit});
    CHECK(shown(*derived, {.county = data::Adcode{220822}}).empty());
    CHECK(shown(*derived, {.plate = desk::PlateState::none}) == Numbers{fleet::without_permit});
    CHECK(shown(*derived, {.plate = desk::PlateState::due}) == Numbers{fleet::plate_ends});
    CHECK(shown(*derived, {.rule = "PLATE-MISMATCH-DRIVER"}) == Numbers{fleet::other_driver});
    CHECK(shown(*derived, {.only_in_case = true}) == Numbers{fleet::without_permit, fleet::plate_ends});
    CHECK(shown(*derived, {.county = data::Adcode{220881}, .only_in_case = true}) == Numbers{fleet::plate_ends});
}

TEST_CASE("a gap in the data is no finding of its rule", "[desk]")
{
    CHECK(shown(*a_fleet(), {.rule = "INSPECTION-OVERDUE"}).empty());
}

TEST_CASE("the legend counts what each of its rows would show, whichever of them are on", "[desk]")
{
    const auto derived = a_fleet();
    const auto counts = desk::legend_counts(*derived, {});
    CHECK(counts.buses == std::array<std::size_t, 4>{1, 1, 1, 2});
    CHECK(counts.in_case == 2);
    CHECK(counts.looked_at == 6);
    CHECK(desk::legend_counts(*derived, {.states = {true, false, false, false}}).buses == counts.buses);
}

TEST_CASE("a county narrows the legend's counts, a case its rows but not the number in cases", "[desk]")
{
    const auto derived = a_fleet();
    const auto taonan = desk::legend_counts(*derived, {.county = data::Adcode{220881}});
    CHECK(taonan.buses == std::array<std::size_t, 4>{0, 1, 1, 1});
    CHECK(taonan.in_case == 1);
    CHECK(taonan.looked_at == 4);
    const auto in_case = desk::legend_counts(*derived, {.only_in_case = true});
    CHECK(in_case.buses == std::array<std::size_t, 4>{1, 0, 1, 0});
    CHECK(in_case.in_case == 2);
}

TEST_CASE("a bus that is not in service has no row in the legend", "[desk]")
{
    CHECK(desk::legend_row(rules::BusState::stop) == 0);
    CHECK(desk::legend_row(rules::BusState::in_order) == 3);
    CHECK_FALSE(desk::legend_row(rules::BusState::not_in_service));
}

}  // namespace
