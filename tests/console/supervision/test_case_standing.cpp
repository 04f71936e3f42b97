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

TEST_CASE("a case about what a water lacks stands until the ledger says that it is there, as of a date",
          "[supervision]")
{
    data::Water water;
    water.code = "W1";
    water.lifebuoy = data::Answer::no;
    water.last_patrol_on = on(2026, 11, 1);
    auto opened = a_case();
    opened.subject_kind = "water";
    opened.subject_key = "W1";
    opened.rules = {{.rule = "WATER-LIFEBUOY-NONE", .basis = {}, .text = {}, .evidence = {}},
                    {.rule = "WATER-PATROL-LATE", .basis = {}, .text = {}, .evidence = {}}};
    const auto standing = [&](const data::Water& of, data::Date as_of) {
        const rules::Dossiers dossiers(a_snapshot(of));
        return standing_rules(dossiers, opened, as_of);
    };
    using Ids = std::vector<std::string>;
    CHECK(standing(water, monday) == Ids{"WATER-LIFEBUOY-NONE"});  // 22 days since the patrol, 30 are allowed
    CHECK(standing(water, day(2026, 12, 2)) == Ids{"WATER-LIFEBUOY-NONE", "WATER-PATROL-LATE"});
    water.lifebuoy = data::Answer::not_given;  // nobody has verified it: not put right
    CHECK(standing(water, monday) == Ids{"WATER-LIFEBUOY-NONE"});
    water.lifebuoy = data::Answer::yes;
    CHECK(standing(water, monday).empty());
    {
        auto snapshot = std::make_shared<data::Snapshot>(*a_snapshot(water));
        snapshot->cases = {opened};
        const rules::Dossiers dossiers(snapshot);
        CHECK(standing_of(dossiers, opened, monday) == Standing::gone);
        CHECK(standings(dossiers, rules::judge(dossiers, monday)) == std::vector{Standing::gone});
        CHECK(standings(dossiers, rules::judge(dossiers, day(2026, 12, 2))) == std::vector{Standing::stands});
    }
    water.code = "W2";  // the water of the case has left the ledger
    CHECK(standing(water, monday).empty());
}

TEST_CASE("the grade of a case's rules is known, of buses and of waters", "[supervision]")
{
    CHECK(severity_of("PLATE-NONE") == rules::Severity::stop);
    CHECK(severity_of("PLATE-NONE?") == rules::Severity::data);
    CHECK(severity_of("WATER-ROPE-NONE") == rules::Severity::rectify);
    CHECK(severity_of("WATER-ROPE-NONE?") == rules::Severity::data);
    CHECK_FALSE(severity_of("SEEN-ON-THE-ROAD"));
    CHECK(english_basis_of("WATER-ROPE-NONE?").find("five ministries") != std::string_view::npos);
    CHECK(english_basis_of("SEEN-ON-THE-ROAD").empty());
}
