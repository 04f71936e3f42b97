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

TEST_CASE("working days between two days leave out the first and take in the last", "[calendar]")
{
    const rules::WorkingDays working(test::some_holidays());
    CHECK(working.between(day(2026, 11, 20), day(2026, 11, 25)) == 3);
    CHECK(working.between(day(2026, 11, 20), day(2026, 11, 22)) == 0);
    CHECK(working.between(day(2026, 11, 20), day(2026, 11, 20)) == 0);
    CHECK(working.between(day(2026, 11, 20), day(2026, 11, 1)) == 0);
    CHECK(working.between(day(2026, 9, 18), day(2026, 9, 20)) == 1);   // the worked Sunday
    CHECK(working.between(day(2026, 9, 30), day(2026, 10, 10)) == 3);  // 8, 9 and the worked Saturday
    CHECK_FALSE(working.between(day(2026, 12, 30), day(2027, 1, 1)));
    CHECK(working.between(day(2024, 12, 31), day(2025, 1, 2)) == 2);  // the first day itself is not asked for
}

TEST_CASE("more than so many is told outside the table too, where it is sure", "[calendar]")
{
    const rules::WorkingDays working(test::some_holidays());
    CHECK(working.more_than(3, day(2019, 8, 31), day(2026, 11, 23)) == true);  // 2025 and 2026 are enough
    CHECK(working.more_than(3, day(2026, 12, 31), day(2027, 1, 3)) == false);  // three days are never four
    CHECK_FALSE(working.more_than(3, day(2026, 12, 31), day(2027, 1, 4)));
    CHECK(working.more_than(3, day(2026, 12, 25), day(2027, 1, 4)) == true);
    CHECK_FALSE(rules::WorkingDays{}.more_than(3, day(2026, 11, 1), day(2026, 11, 23)));
    // A year without an entry lies in no table, also between two that do.
    const std::vector<data::Holiday> gap{{day(2024, 1, 1), true, ""}, {day(2026, 1, 1), true, ""}};
    CHECK_FALSE(rules::WorkingDays(gap).is_working_day(day(2025, 6, 2)));
    CHECK(rules::WorkingDays(gap).is_working_day(day(2026, 6, 1)) == true);
    CHECK_FALSE(rules::WorkingDays(gap).between(day(2024, 12, 30), day(2026, 1, 2)));
}

TEST_CASE("an anniversary is the same day of a later year, from the first one on", "[calendar]")
{
    CHECK_FALSE(rules::last_anniversary(day(2025, 11, 24), day(2026, 11, 23)));
    CHECK(rules::last_anniversary(day(2025, 11, 23), day(2026, 11, 23)) == day(2026, 11, 23));
    CHECK(rules::last_anniversary(day(2009, 10, 24), day(2026, 10, 23)) == day(2025, 10, 24));
    CHECK(rules::last_anniversary(day(2012, 2, 29), day(2026, 3, 1)) == day(2026, 2, 28));
    CHECK(rules::years_later(day(2024, 2, 29), -1) == day(2023, 2, 28));
}

}  // namespace
