#include "console/rules/dossier.hpp"
#include "tests/support/builders.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;

TEST_CASE("the records of a bus are gathered by its registration number", "[dossier]")
{
    auto other = a_run();
    other.registration_number = "吉G20002";
    auto stray = a_run();
    stray.registration_number = "吉G99999";
    const rules::Dossiers dossiers(
        a_snapshot(a_bus(), a_bus("吉G20002"), a_run(), other, a_run(zhao), stray, a_permit(), a_plate()));
    REQUIRE(dossiers.size() == 2);
    CHECK(dossiers[0].runs.size() == 2);
    CHECK(dossiers[1].runs.size() == 1);
    CHECK(dossiers[0].permits.size() == 1);
    CHECK(dossiers[1].plates.empty());
    CHECK(dossiers.find("吉G20002") == 1);
    CHECK(dossiers.find("吉G99999") == 2);
    CHECK(dossiers.find(data::RecordId{2}) == 1);
    CHECK(dossiers.find(data::RecordId{7}) == 2);
}

TEST_CASE("an operator is found by its credit code before its name", "[dossier]")
{
    data::Operator first;
    first.uscc = "91220802MA0Y4X3M93";
    first.name = "甲公司";
    data::Operator second;
    second.uscc = "122208000137654321";
    second.name = "91220802MA0Y4X3M93";
    auto bus = a_bus();
    bus.run_by = "91220802MA0Y4X3M93";
    auto by_name = a_bus("吉G20002");
    by_name.run_by = "甲公司";
    auto nobody = a_bus("吉G30003");
    const rules::Dossiers dossiers(a_snapshot(first, second, bus, by_name, nobody));
    CHECK(dossiers.run_by(0)->name == "甲公司");
    CHECK(dossiers.run_by(1)->name == "甲公司");
    CHECK(dossiers.run_by(2) == nullptr);
}

TEST_CASE("stops come in their order, not in that of their rows", "[dossier]")
{
    data::Route route;
    route.code = "L1";
    std::vector<data::Stop> stops(3);
    for (int i = 0; i < 3; ++i) {
        stops[static_cast<std::size_t>(i)].route = "L1";
        stops[static_cast<std::size_t>(i)].sequence = 3 - i;
    }
    const rules::Dossiers dossiers(a_snapshot(route, stops[0], stops[1], stops[2]));
    const auto found = dossiers.stops("L1");
    REQUIRE(found.size() == 3);
    CHECK(found[0]->sequence == 1);
    CHECK(found[2]->sequence == 3);
    CHECK(dossiers.stops("L9").empty());
}

TEST_CASE("a driver is found by the licence number", "[dossier]")
{
    const rules::Dossiers dossiers(a_snapshot(a_driver(zhao)));
    CHECK(dossiers.driver(zhao) != nullptr);
    CHECK(dossiers.driver(wang) == nullptr);
    CHECK(dossiers.driver(data::PersonRef{}) == nullptr);
}

}  // namespace
