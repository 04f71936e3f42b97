#include "console/checks/page/plan_form.hpp"
#include "tests/support/builders.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan;
using namespace xiaoan::checks;
using namespace xiaoan::test;

TEST_CASE("times are read as they are typed", "[plan]")
{
    CHECK(typed_time("06:30").minutes == 390);
    CHECK(typed_time(" 6:30 ").minutes == 390);
    CHECK(typed_time("6：30").minutes == 390);
    CHECK(typed_time("0630").minutes == 390);
    CHECK(typed_time("630").minutes == 390);
    for (const char* wrong : {"", "6", "24:00", "6:3", "06:60", "0x30", "12345", "-1:30"})
        CHECK_FALSE(typed_time(wrong).given());
}

TEST_CASE("a form that cannot be planned says why", "[plan]")
{
    PlanForm form = form_of({.teams = 3, .date = day(2026, 11, 24)});
    CHECK(form.from == "06:00");
    CHECK(form.to == "18:30");
    CHECK(fault_of(form).why.empty());
    CHECK(wish_of(form).teams == 3);
    form.to = "06:19";  // a stand takes 20 minutes
    CHECK(fault_of(form).why == "plan.fault.hours");
    form.to = "06:20";
    CHECK(fault_of(form).why.empty());
    form.teams = "51";
    CHECK(fault_of(form).teams);
    form.teams = "0";
    CHECK(fault_of(form).why == "plan.fault.teams");
    form.from = "x";
    CHECK(fault_of(form).why == "plan.fault.time");
}
