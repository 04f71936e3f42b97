#include "tests/support/findings.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;

data::Route a_route(std::string code, data::Direction direction = data::Direction::not_given)
{
    data::Route route;
    route.code = std::move(code);
    route.direction = direction;
    return route;
}

data::Stop a_stop(std::string route, int sequence, std::string name)
{
    data::Stop stop;
    stop.route = std::move(route);
    stop.sequence = sequence;
    stop.name = std::move(name);
    return stop;
}

data::Plate with_stops(std::string stops)
{
    auto plate = a_plate();
    plate.stops = std::move(stops);
    return plate;
}

data::Run on_route(std::string code)
{
    auto run = a_run();
    run.route = std::move(code);
    return run;
}

TEST_CASE("another route than the plate's is a mismatch, where its stops differ or are not recorded", "[mismatch]")
{
    const auto found = judged(monday, a_bus(), a_permit(), a_plate(), on_route("L2"), a_driver());
    CHECK(found.ids() == Ids{"PLATE-MISMATCH-ROUTE"});
    CHECK(found.grade("PLATE-MISMATCH-ROUTE") == 'R');
    CHECK(found.since("PLATE-MISMATCH-ROUTE") == on(2026, 9, 1));
    const auto l1 = a_route("L1"), l2 = a_route("L2");
    const auto a = a_stop("L1", 1, "东门站"), b = a_stop("L1", 2, "西门站");
    // The same stops, also the other way round, are the same route under another code.
    CHECK(judged(monday, a_bus(), a_permit(), with_stops("东门站、西门站"), on_route("L2"), a_driver(), l1, l2, a, b,
                 a_stop("L2", 1, "西门站"), a_stop("L2", 2, "东门 站"))
              .ids()
              .empty());
    CHECK(judged(monday, a_bus(), a_permit(), with_stops("东门站、西门站"), on_route("L2"), a_driver(), l1, l2, a, b,
                 a_stop("L2", 1, "西门站"))
              .ids() == Ids{"PLATE-MISMATCH-ROUTE"});
    // A permit's stops are those of its route.
    CHECK_FALSE(judged(monday, a_bus(), a_permit(), on_route("L2"), a_driver(), l1, l2, a, b, a_stop("L2", 1, "西门站"),
                       a_stop("L2", 2, "东门站"))
                    .has("PLATE-MISMATCH-ROUTE"));
    CHECK(judged(monday, a_bus(), a_permit(), on_route("L2"), a_driver(), l1, l2).text("PLATE-MISMATCH-ROUTE") ==
          "rule.PLATE-MISMATCH-ROUTE.permit");
}

TEST_CASE("the same route whose stops are not those printed on the plate is a mismatch", "[mismatch]")
{
    const auto route = a_route("L1");
    const auto a = a_stop("L1", 1, "东门站"), b = a_stop("L1", 2, "西门站");
    const auto printed = [&](std::string stops) {
        return judged(monday, a_bus(), a_permit(), with_stops(std::move(stops)), a_run(), a_driver(), route, a, b);
    };
    CHECK(printed("西门站，东门站").ids().empty());
    CHECK(printed("东门站、西门站、北门站").ids() == Ids{"PLATE-MISMATCH-ROUTE"});
    CHECK(printed("东门站").text("PLATE-MISMATCH-ROUTE") == "rule.PLATE-MISMATCH-ROUTE.stops");
    // One list without the other cannot be compared; without both the code speaks alone.
    CHECK(printed("").ids() == Ids{"PLATE-MISMATCH-ROUTE?"});
    CHECK(judged(monday, a_bus(), a_permit(), with_stops("东门站"), a_run(), a_driver(), route).ids() ==
          Ids{"PLATE-MISMATCH-ROUTE?"});
    CHECK(judged(monday, a_bus(), a_permit(), a_plate(), a_run(), a_driver(), route).ids().empty());
}

TEST_CASE("a route that is not given cannot be compared, and a run that differs counts all the same", "[mismatch]")
{
    CHECK(judged(monday, a_bus(), a_permit(), a_plate(), on_route(""), a_driver()).ids() ==
          Ids{"PLATE-MISMATCH-ROUTE?"});
    auto plate = a_plate();
    plate.route = {};
    CHECK(judged(monday, a_bus(), a_permit(), plate, a_run(), a_driver()).ids() == Ids{"PLATE-MISMATCH-ROUTE?"});
    CHECK(judged(monday, a_bus(), a_permit(), a_plate(), on_route(""), on_route("L2"), a_driver()).ids() ==
          Ids{"PLATE-MISMATCH-ROUTE"});
}

TEST_CASE("more than 15 minutes from the plate's time is a mismatch", "[mismatch]")
{
    const auto departs = [&](int minutes) {
        auto run = a_run();
        run.departs_at = data::TimeOfDay{static_cast<std::int16_t>(minutes)};
        return judged(monday, a_bus(), a_permit(), a_plate(), run, a_driver());
    };
    CHECK(departs(410 + 15).ids().empty());
    CHECK(departs(410 - 15).ids().empty());
    CHECK(departs(410 + 16).ids() == Ids{"PLATE-MISMATCH-TIME"});
    CHECK(departs(410 - 16).grade("PLATE-MISMATCH-TIME") == 'R');
}

TEST_CASE("times are those of run or route, of plate or permit; the way home is not compared", "[mismatch]")
{
    auto run = a_run();
    run.departs_at = {};
    auto route = a_route("L1", data::Direction::to_school);
    CHECK(judged(monday, a_bus(), a_permit(), a_plate(), run, a_driver(), route).ids() == Ids{"PLATE-MISMATCH-TIME?"});
    route.departs_at = data::TimeOfDay{450};
    CHECK(judged(monday, a_bus(), a_permit(), a_plate(), run, a_driver(), route).ids() == Ids{"PLATE-MISMATCH-TIME"});
    auto plate = a_plate();
    plate.departs_at = {};
    CHECK(judged(monday, a_bus(), a_permit(), plate, run, a_driver(), route).text("PLATE-MISMATCH-TIME") ==
          "rule.PLATE-MISMATCH-TIME.permit");
    auto home = a_route("L9", data::Direction::from_school);
    auto back = a_run();
    back.route = "L9";
    back.departs_at = data::TimeOfDay{990};
    CHECK_FALSE(
        judged(monday, a_bus(), a_permit(), a_plate(), back, a_driver(), route, home).has("PLATE-MISMATCH-TIME"));
}

TEST_CASE("a bus that is replaced for the day differs in nothing; a replaced driver does not explain a route",
          "[mismatch]")
{
    auto run = on_route("L2");
    run.departs_at = data::TimeOfDay{500};
    auto substitution = a_substitution(monday, zhao);
    const auto with_driver = judged(monday, a_bus(), a_permit(), a_plate(), run, a_driver(), substitution);
    CHECK(with_driver.has("PLATE-MISMATCH-ROUTE"));
    CHECK(with_driver.has("PLATE-MISMATCH-TIME"));
    substitution.substitute_bus = "吉G20002";
    const auto replaced = judged(monday, a_bus(), a_permit(), a_plate(), run, a_driver(), substitution);
    CHECK_FALSE(replaced.has("PLATE-MISMATCH-ROUTE"));
    CHECK_FALSE(replaced.has("PLATE-MISMATCH-TIME"));
    REQUIRE(replaced.silenced.size() == 2);
    CHECK(replaced.silenced[0].silence == rules::Silence::substitution);
    // The bus that stands in drives a route and a driver that its plate does not name.
    substitution.registration_number = "吉G20002";
    substitution.substitute_bus = bus_number;
    auto other = run;
    other.driver = zhao;
    CHECK(
        judged(monday, a_bus(), a_permit(), a_plate(), other, a_driver(), a_driver(zhao), substitution).ids().empty());
    CHECK(judged(monday + std::chrono::days{1}, a_bus(), a_permit(), a_plate(), other, a_driver(), a_driver(zhao),
                 substitution)
              .ids() == Ids{"PLATE-MISMATCH-DRIVER", "PLATE-MISMATCH-ROUTE", "PLATE-MISMATCH-TIME"});
}

TEST_CASE("the plate names the owner of the vehicle's papers", "[mismatch]")
{
    auto plate = a_plate();
    plate.owner = "示例 小学";
    CHECK(judged(monday, a_bus(), a_permit(), plate, a_run(), a_driver()).ids().empty());
    auto company = a_bus();
    company.owner = "AB公司(洮北)";
    plate.owner = "ab公司（洮北）";
    CHECK(judged(monday, company, a_permit(), plate, a_run(), a_driver()).ids().empty());
    plate.owner = "甲公司";
    const auto found = judged(monday, a_bus(), a_permit(), plate, a_run(), a_driver());
    CHECK(found.ids() == Ids{"PLATE-MISMATCH-OWNER"});
    CHECK(found.grade("PLATE-MISMATCH-OWNER") == 'R');
    plate.owner = {};
    CHECK(judged(monday, a_bus(), a_permit(), plate, a_run(), a_driver()).ids() == Ids{"PLATE-MISMATCH-OWNER?"});
}

TEST_CASE("a plate whose permit is another vehicle's may be on another vehicle", "[mismatch]")
{
    auto foreign = a_permit();
    foreign.number = "XK-2";
    foreign.registration_number = "吉G20002";
    auto plate = a_plate();
    plate.permit = "XK-2";
    const auto holder = judged(monday, a_bus(), a_permit(), foreign, plate, a_run(), a_driver());
    CHECK(holder.ids() == Ids{"PLATE-MISMATCH-NUMBER"});
    CHECK(holder.grade("PLATE-MISMATCH-NUMBER") == 'S');
    // The vehicle of the permit, which holds no plate of its own.
    auto of_permit = a_run();
    of_permit.registration_number = "吉G20002";
    CHECK(judged(monday, a_bus("吉G20002"), foreign, plate, of_permit, a_driver()).ids() ==
          Ids{"PLATE-NONE", "PLATE-MISMATCH-NUMBER", "PLATE-LATE"});
    // A permit that the register lacks tells nothing.
    plate.permit = "XK-9";
    CHECK(judged(monday, a_bus(), a_permit(), plate, a_run(), a_driver()).ids().empty());
}

}  // namespace
