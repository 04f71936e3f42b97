#include "console/rules/text_key.hpp"
#include "tests/support/findings.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
using rules::people_named;

Judged carrying(std::optional<std::int32_t> riders, data::PersonRef attendant = feng,
                std::optional<std::int32_t> seats = 36)
{
    auto bus = a_bus();
    bus.seats = seats;
    auto run = a_run();
    run.riders = riders;
    run.attendant = attendant;
    return judged(monday, bus, a_permit(), a_plate(), run, a_driver());
}

TEST_CASE("pupils, driver and attendant together may not be more than authorised", "[load]")
{
    CHECK(carrying(34).ids().empty());
    const auto over = carrying(35);
    CHECK(over.ids() == Ids{"OVER-CAPACITY"});
    CHECK(over.grade("OVER-CAPACITY") == 'S');
    CHECK(over.since("OVER-CAPACITY") == on(2026, 9, 1));
    CHECK(carrying(35, {}).ids() == Ids{"ATTENDANT-NONE"});
    CHECK(carrying(36, {}).ids() == Ids{"OVER-CAPACITY", "ATTENDANT-NONE"});
}

TEST_CASE("every attendant who is named takes a seat", "[load]")
{
    CHECK(people_named("李四") == 1);
    for (const char* two : {"李四、王五", "李四,王五", "李四，王五", "李四；王五", "李四/王五", "2人"})
        CHECK(people_named(two) == 2);
    CHECK(people_named("") == 0);
}

TEST_CASE("riders or seats that nobody wrote down are a gap, unless another run is over", "[load]")
{
    CHECK(carrying(std::nullopt).ids() == Ids{"OVER-CAPACITY?"});
    CHECK(carrying(30, feng, std::nullopt).has("OVER-CAPACITY?"));
    auto unknown = a_run();
    unknown.riders = std::nullopt;
    auto over = a_run();
    over.riders = 40;
    CHECK(judged(monday, a_bus(), a_permit(), a_plate(), unknown, over, a_driver()).ids() == Ids{"OVER-CAPACITY"});
}

TEST_CASE("a recorded run without an attendant is a finding", "[load]")
{
    const auto found = carrying(30, {});
    CHECK(found.ids() == Ids{"ATTENDANT-NONE"});
    CHECK(found.grade("ATTENDANT-NONE") == 'R');
    CHECK(found.since("ATTENDANT-NONE") == on(2026, 9, 1));
    CHECK_FALSE(judged(monday, a_bus(), a_permit(), a_plate()).has("ATTENDANT-NONE"));
}

}  // namespace
