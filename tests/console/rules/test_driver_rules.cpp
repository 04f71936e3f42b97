#include "tests/support/findings.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan::test;
using std::chrono::days;
using xiaoan::data::Driver;

Judged driven_by(const Driver& driver, xiaoan::data::Date as_of = monday, std::optional<std::int32_t> seats = 36)
{
    auto bus = a_bus();
    bus.seats = seats;
    return judged(as_of, bus, a_permit(), a_plate(), a_run(), driver);
}

TEST_CASE("a driver said to have no qualification must not drive, since the run was his", "[drivers]")
{
    auto driver = a_driver();
    driver.qualified_on = said_to_be_none();
    const auto found = driven_by(driver);
    CHECK(found.first_ids() == Ids{"DRIVER-UNQUALIFIED"});
    CHECK(found.grade("DRIVER-UNQUALIFIED") == 'S');
    CHECK(found.since("DRIVER-UNQUALIFIED") == on(2026, 9, 1));
}

TEST_CASE("a qualification counts from its day, and ends with its withdrawal", "[drivers]")
{
    auto driver = a_driver();
    driver.qualified_on = on(2026, 11, 23);
    CHECK(driven_by(driver).first_ids().empty());
    CHECK(driven_by(driver, monday - days{1}).first_ids() == Ids{"DRIVER-UNQUALIFIED"});

    driver = a_driver();
    driver.withdrawn_on = on(2026, 11, 23);
    CHECK(driven_by(driver, monday - days{1}).first_ids().empty());
    const auto found = driven_by(driver);
    CHECK(found.first_ids() == Ids{"DRIVER-UNQUALIFIED"});
    CHECK(found.since("DRIVER-UNQUALIFIED") == on(2026, 11, 23));
}

TEST_CASE("a withdrawal from before the qualification was won again does not count", "[drivers]")
{
    auto driver = a_driver();
    driver.withdrawn_on = on(2014, 1, 1);
    CHECK(driven_by(driver).first_ids().empty());
}

TEST_CASE("a licence holds through its last day", "[drivers]")
{
    auto driver = a_driver();
    driver.licence_until = on(2026, 11, 23);
    CHECK(driven_by(driver).first_ids().empty());
    const auto found = driven_by(driver, monday + days{1});
    CHECK(found.first_ids() == Ids{"DRIVER-UNQUALIFIED"});
    CHECK(found.since("DRIVER-UNQUALIFIED") == on(2026, 11, 24));
    driver.licence_until = said_to_be_none();  // 长期
    CHECK(driven_by(driver).first_ids().empty());
}

TEST_CASE("a class too low for the seats must not drive", "[drivers]")
{
    auto driver = a_driver();
    driver.licence_class = "B1";
    CHECK(driven_by(driver, monday, 19).first_ids().empty());
    CHECK(driven_by(driver, monday, 20).first_ids() == Ids{"DRIVER-UNQUALIFIED"});
    driver.licence_class = "C2";
    CHECK(driven_by(driver, monday, 9).first_ids() == Ids{"DRIVER-UNQUALIFIED?"});
    CHECK(driven_by(driver, monday, 10).first_ids() == Ids{"DRIVER-UNQUALIFIED"});
}

TEST_CASE("what is not given of a driver is a gap, unless another fact decides", "[drivers]")
{
    auto driver = a_driver();
    driver.qualified_on = {};
    CHECK(driven_by(driver).first_ids() == Ids{"DRIVER-UNQUALIFIED?"});
    driver.licence_until = on(2026, 1, 1);
    CHECK(driven_by(driver).first_ids() == Ids{"DRIVER-UNQUALIFIED"});
    driver = a_driver();
    driver.licence_until = {};
    CHECK(driven_by(driver).first_ids() == Ids{"DRIVER-UNQUALIFIED?"});
    driver = a_driver();
    driver.licence_class = {};
    CHECK(driven_by(driver).first_ids() == Ids{"DRIVER-UNQUALIFIED?"});
    driver = a_driver();
    CHECK(driven_by(driver, monday, std::nullopt).first_ids().empty());  // A1 is enough for any number of seats
    driver.licence_class = "B1";
    CHECK(driven_by(driver, monday, std::nullopt).first_ids() == Ids{"DRIVER-UNQUALIFIED?"});
}

TEST_CASE("a driver who is not in the register is a gap", "[drivers]")
{
    const auto found = judged(monday, a_bus(), a_permit(), a_plate(), a_run());
    CHECK(found.first_ids() == Ids{"DRIVER-UNQUALIFIED?"});
    CHECK(found.text("DRIVER-UNQUALIFIED?") == "rule.DRIVER-UNQUALIFIED.unknown");
}

TEST_CASE("a run that names no driver says nothing about drivers", "[drivers]")
{
    CHECK(judged(monday, a_bus(), a_permit(), a_plate(), a_run(xiaoan::data::PersonRef{})).first_ids().empty());
}

TEST_CASE("several runs give one finding, with the gravest and all runs as evidence", "[drivers]")
{
    auto bad = a_driver(zhao);
    bad.withdrawn_on = on(2026, 10, 1);
    const auto found = judged(monday, a_bus(), a_permit(), a_plate(), a_run(wang), a_run(zhao, on(2026, 10, 12)),
                              a_run(zhao, on(2026, 9, 15)), bad);
    CHECK(found.grade("DRIVER-UNQUALIFIED") == 'S');
    CHECK_FALSE(found.has("DRIVER-UNQUALIFIED?"));
    CHECK(found.since("DRIVER-UNQUALIFIED") == on(2026, 10, 1));
    std::size_t runs = 0;
    for (const auto& fact : found.evidence("DRIVER-UNQUALIFIED"))
        if (fact.field == "run.driver") ++runs;
    CHECK(runs == 3);
}

TEST_CASE("a driver unfit for two reasons is so since the earlier of them", "[drivers]")
{
    auto driver = a_driver();
    driver.licence_until = on(2026, 10, 24);
    driver.withdrawn_on = on(2026, 11, 23);
    const auto since = [&](xiaoan::data::Date as_of) {
        return judged(as_of, a_bus(), a_permit(), a_plate(), a_run(), driver).since("DRIVER-UNQUALIFIED");
    };
    CHECK(since(monday - days{1}) == on(2026, 10, 25));
    CHECK(since(monday) == on(2026, 10, 25));
    driver.licence_class = "C1";  // too low for 36 seats ever since the run began
    CHECK(since(monday) == on(2026, 9, 1));
}

TEST_CASE("a substitute filed for the day is judged beside the named driver", "[drivers]")
{
    auto bad = a_driver();
    bad.qualified_on = said_to_be_none();
    const auto today = a_substitution(monday, zhao);
    CHECK(judged(monday, a_bus(), a_permit(), a_plate(), a_run(), bad, a_driver(zhao), today).first_ids() ==
          Ids{"DRIVER-UNQUALIFIED"});
    CHECK(
        judged(monday, a_bus(), a_permit(), a_plate(), a_run(), a_driver(), a_driver(zhao), today).first_ids().empty());
    auto bad_substitute = a_driver(zhao);
    bad_substitute.licence_until = on(2026, 1, 1);
    const auto as_of = [&](xiaoan::data::Date date) {
        return judged(date, a_bus(), a_permit(), a_plate(), a_run(), a_driver(), bad_substitute, today);
    };
    CHECK(as_of(monday).first_ids() == Ids{"DRIVER-UNQUALIFIED"});
    CHECK(as_of(monday).since("DRIVER-UNQUALIFIED") == on(2026, 11, 23));
    CHECK(as_of(monday + days{1}).first_ids().empty());
}

TEST_CASE("another driver than the plate's is to be put right, and stops the bus if unqualified", "[drivers]")
{
    const auto found = judged(monday, a_bus(), a_permit(), a_plate(), a_run(zhao), a_driver(zhao));
    CHECK(found.first_ids() == Ids{"PLATE-MISMATCH-DRIVER"});
    CHECK(found.grade("PLATE-MISMATCH-DRIVER") == 'R');
    CHECK(found.since("PLATE-MISMATCH-DRIVER") == on(2026, 9, 1));  // the permit, older than the plate, named wang too
    CHECK(judged(monday, a_bus(), a_plate(), a_run(zhao), a_driver(zhao)).since("PLATE-MISMATCH-DRIVER") ==
          on(2026, 9, 10));
    auto bad = a_driver(zhao);
    bad.qualified_on = said_to_be_none();
    const auto grave = judged(monday, a_bus(), a_permit(), a_plate(), a_run(zhao), bad);
    CHECK(grave.first_ids() == Ids{"PLATE-MISMATCH-DRIVER", "DRIVER-UNQUALIFIED"});
    CHECK(grave.grade("PLATE-MISMATCH-DRIVER") == 'S');
    // Whether the other driver is qualified cannot be told: then it is not said.
    CHECK(judged(monday, a_bus(), a_permit(), a_plate(), a_run(zhao)).grade("PLATE-MISMATCH-DRIVER") == 'R');
}

TEST_CASE("a paper that follows with the same wrong driver does not make the mismatch younger", "[drivers]")
{
    auto old = a_plate(on(2026, 9, 9));
    old.number = "BP-0";
    old.issued_on = on(2026, 3, 10);
    const auto found = judged(monday, a_bus(), a_permit(), old, a_plate(), a_run(zhao, on(2026, 5, 4)), a_driver(zhao));
    CHECK(found.since("PLATE-MISMATCH-DRIVER") == on(2026, 5, 4));
    // While a plate named this driver, nothing was wrong, whatever the permit says.
    auto right = a_plate();
    right.driver = zhao;
    right.withdrawn_on = on(2026, 11, 20);
    CHECK(judged(monday, a_bus(), a_permit(), right, a_run(zhao), a_driver(zhao)).since("PLATE-MISMATCH-DRIVER") ==
          on(2026, 11, 20));
    // Where the run does not say when it began: since the paper.
    CHECK(judged(monday, a_bus(), a_permit({}, {}), a_run(zhao, {}), a_driver(zhao)).since("PLATE-MISMATCH-DRIVER") ==
          on(2025, 8, 20));
}

TEST_CASE("without a plate the permit in force names the driver; without either nothing is compared", "[drivers]")
{
    const auto found = judged(monday, a_bus(), a_permit(), a_run(zhao), a_driver(zhao));
    CHECK(found.first_ids() == Ids{"PLATE-NONE", "PLATE-MISMATCH-DRIVER"});
    CHECK(found.text("PLATE-MISMATCH-DRIVER") == "rule.PLATE-MISMATCH-DRIVER.permit");
    CHECK(judged(monday, a_bus(), a_run(zhao), a_driver(zhao)).first_ids() == Ids{"PERMIT-NONE"});
}

TEST_CASE("a plate that names nobody is a gap, even where the permit names somebody", "[drivers]")
{
    auto plate = a_plate();
    plate.driver = {};
    CHECK(judged(monday, a_bus(), a_permit(), plate, a_run(zhao), a_driver(zhao)).first_ids() ==
          Ids{"PLATE-MISMATCH-DRIVER?"});
}

TEST_CASE("a substitution silences the mismatch for its day only", "[drivers]")
{
    const auto substitution = a_substitution(monday, zhao);
    const auto grade = [&](xiaoan::data::Date as_of) {
        return judged(as_of, a_bus(), a_permit(), a_plate(), a_run(zhao), a_driver(zhao), substitution)
            .grade("PLATE-MISMATCH-DRIVER");
    };
    CHECK(grade(monday - days{1}) == 'R');
    CHECK(grade(monday) == '-');
    CHECK(grade(monday + days{1}) == 'R');
}

}  // namespace
