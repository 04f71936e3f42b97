#include "console/supervision/case_standing.hpp"
#include "tests/support/a_case.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan;
using namespace xiaoan::supervision;
using namespace xiaoan::test;

TEST_CASE("what a check saw stands, though the register has nothing against the bus", "[supervision]")
{
    const rules::Dossiers dossiers(a_snapshot(a_bus(), a_permit(), a_plate(), a_run(), a_driver()));
    auto opened = a_case();
    opened.rules[0].rule = "ATTENDANT-NONE";
    CHECK(standing_of(dossiers, opened, monday) == Standing::gone);
    opened.rules[0].evidence = R"([{"field":"check.number","value":"20261123-1 吉G10001","source":null}])";
    CHECK(standing_of(dossiers, opened, monday) == Standing::stands);
    CHECK(standing_rules(dossiers, opened, monday) == std::vector<std::string>{"ATTENDANT-NONE"});
    // A bus that left the register has no findings.
    opened.subject_key = "吉G99999";
    CHECK(standing_of(dossiers, opened, monday) == Standing::gone);
}
