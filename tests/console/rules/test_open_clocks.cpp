#include "console/rules/open_clocks.hpp"
#include "tests/support/findings.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
using rules::Step;

TEST_CASE("the pipeline lists every open application with who holds it and how long", "[clock]")
{
    auto consulted = an_application(on(2026, 11, 2));
    consulted.consulted_on = on(2026, 11, 18);  // Wednesday
    consulted.called_on = on(2026, 11, 19);
    auto unknown = an_application(on(2026, 11, 17));  // of a vehicle that the register lacks
    unknown.registration_number = "吉G00001";
    const rules::Dossiers dossiers(a_snapshot(a_bus(), a_permit(), consulted, unknown));
    const auto open = rules::open_clocks(dossiers, monday, {});
    REQUIRE(open.size() == 3);
    CHECK(open[0].registration_number == "吉G00001");
    CHECK(open[0].clock.step == Step::consult);
    CHECK(open[0].clock.late == true);
    // Transport's reply runs, while the police wait for the vehicle.
    CHECK(open[1].registration_number == bus_number);
    CHECK(open[1].clock.step == Step::reply);
    CHECK(open[1].clock.holder == rules::Department::transport);
    CHECK(open[2].clock.step == Step::present);
    // The county is that of the bus.
    CHECK(rules::open_clocks(dossiers, monday, data::Adcode{220802}).size() == 2);
}

TEST_CASE("a claimed plate is in the pipeline once its permit is granted", "[clock]")
{
    data::Plate claim;
    claim.registration_number = bus_number;
    claim.claimed_on = on(2026, 11, 20);
    const auto open = rules::open_clocks(rules::Dossiers(a_snapshot(a_bus(), a_permit(), claim)), monday, {});
    REQUIRE(open.size() == 1);
    CHECK(open[0].number == "XK-1");
    CHECK(open[0].clock.step == Step::issue);
    CHECK(open[0].clock.used == 1);
    CHECK(rules::open_clocks(rules::Dossiers(a_snapshot(a_bus(), claim)), monday, {}).empty());
}

TEST_CASE("the clocks are written to the letter of the contract", "[clock]")
{
    const rules::Dossiers dossiers(a_snapshot(a_bus(), an_application(on(2026, 11, 17))));
    CHECK(rules::open_clocks_json(rules::open_clocks(dossiers, monday, {}), monday) ==
          R"({"as_of":"2026-11-23","applications":[{"registration_number":"吉G10001","number":null,"step":"consult",)"
          R"("holder":"education","since":"2026-11-17","limit_workdays":3,"used_workdays":4,"late_workdays":1}]})");
    CHECK(rules::open_clocks_json({}, monday) == R"({"as_of":"2026-11-23","applications":[]})");
}

TEST_CASE("a count that cannot be given is null, and says why", "[clock]")
{
    const rules::Dossiers beyond(a_snapshot(a_bus(), an_application(on(2026, 12, 1))));
    const auto json = rules::open_clocks_json(rules::open_clocks(beyond, day(2027, 1, 4), {}), day(2027, 1, 4));
    CHECK(json.ends_with(
        R"("limit_workdays":3,"used_workdays":null,"late_workdays":null,"why":"outside_holiday_table"}]})"));
    const rules::Dossiers undated(a_snapshot(a_bus(), an_application({})));
    CHECK(rules::open_clocks_json(rules::open_clocks(undated, monday, {}), monday)
              .ends_with(R"("since":null,"limit_workdays":3,"used_workdays":null,"late_workdays":null,)"
                         R"("why":"since_not_given"}]})"));
}

}  // namespace
