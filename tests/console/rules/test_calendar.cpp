#include "console/rules/calendar.hpp"
#include "tests/support/builders.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using test::day;

TEST_CASE("half a year later is the same day, or the month's last", "[calendar]")
{
    CHECK(rules::months_later(day(2026, 5, 31), 6) == day(2026, 11, 30));
    CHECK(rules::months_later(day(2026, 5, 30), 6) == day(2026, 11, 30));
    CHECK(rules::months_later(day(2025, 8, 31), 6) == day(2026, 2, 28));
    CHECK(rules::months_later(day(2027, 8, 29), 6) == day(2028, 2, 29));
    CHECK(rules::months_later(day(2026, 7, 1), 6) == day(2027, 1, 1));
}

TEST_CASE("working days pass over weekends and holidays, and take in worked weekend days", "[calendar]")
{
    // State Council notice for 2025: 1 to 8 October off, Sunday 28 September and Saturday 11 October worked.
    std::vector<data::Holiday> table{{day(2025, 9, 28), false, "国庆节"}};
    for (unsigned d = 1; d <= 8; ++d) table.push_back({day(2025, 10, d), true, "国庆节"});
    table.push_back({day(2025, 10, 11), false, "国庆节"});
    const rules::WorkingDays working(table);
    CHECK(working.is_working_day(day(2025, 9, 28)) == true);
    CHECK(working.is_working_day(day(2025, 10, 3)) == false);
    CHECK(working.is_working_day(day(2025, 10, 12)) == false);
    CHECK(working.later(day(2025, 9, 30), 3) == day(2025, 10, 11));
    CHECK(working.on_or_before(day(2025, 10, 8)) == day(2025, 9, 30));
}

TEST_CASE("outside the table nothing is computed", "[calendar]")
{
    const std::vector<data::Holiday> table{{day(2025, 10, 1), true, "国庆节"}};
    const rules::WorkingDays working(table);
    CHECK_FALSE(working.is_working_day(day(2024, 12, 31)));
    CHECK_FALSE(working.later(day(2025, 12, 31), 1));
    CHECK_FALSE(working.on_or_before(day(2026, 1, 1)));
}

TEST_CASE("a claim form of Friday is answered in three working days by Wednesday", "[calendar]")
{
    // regulations.md section 8, worked dates: 2026-11-20 -> on time through 2026-11-25.
    const std::vector<data::Holiday> table{{day(2026, 10, 1), true, "国庆节"}};
    CHECK(rules::WorkingDays(table).later(day(2026, 11, 20), 3) == day(2026, 11, 25));
}

}  // namespace
