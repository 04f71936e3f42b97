#include "console/shell/widgets/calendar.hpp"
#include "console/shell/widgets/timeline.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace xiaoan::shell;

namespace {

Day day(int year, unsigned month, unsigned date)
{
    return std::chrono::sys_days(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(date));
}

}  // namespace

TEST_CASE("a month later is the same day, or the month's last", "[shell]")
{
    CHECK(months_later(day(2026, 11, 23), 1) == day(2026, 12, 23));
    CHECK(months_later(day(2026, 1, 31), 1) == day(2026, 2, 28));
    CHECK(months_later(day(2028, 1, 31), 1) == day(2028, 2, 29));
    CHECK(months_later(day(2026, 3, 31), -1) == day(2026, 2, 28));
    CHECK(months_later(day(2026, 1, 15), -1) == day(2025, 12, 15));
    CHECK(months_later(day(2026, 12, 31), 2) == day(2027, 2, 28));
}

TEST_CASE("a date is typed in the ways people write it", "[shell]")
{
    for (const char* text : {"2026-11-23", "2026/11/23", "2026.11.23", "20261123", " 2026年11月23日 "}) {
        CAPTURE(text);
        CHECK(day_from_text(text) == day(2026, 11, 23));
    }
    CHECK(day_from_text("2026-1-5") == day(2026, 1, 5));
}

TEST_CASE("what is no day of the calendar is refused", "[shell]")
{
    for (const char* text :
         {"", "2026", "2026-02-30", "2026-13-01", "2026-11-23-1", "11-23", "99999999999999-1-1", "明天"}) {
        CAPTURE(text);
        CHECK_FALSE(day_from_text(text).has_value());
    }
}

TEST_CASE("a date is shown as the standard writes it", "[shell]")
{
    CHECK(iso_text(day(2026, 1, 5)) == "2026-01-05");  // GB/T 7408.1-2023: extended format
}

TEST_CASE("a day stands in the timeline where its share of the days is", "[shell]")
{
    const Day first = day(2026, 1, 1);
    const Day last = day(2026, 1, 11);
    CHECK(timeline_share(first, last, day(2026, 1, 6)) == Catch::Approx(0.5));
    CHECK(timeline_share(first, last, day(2025, 6, 1)) == 0.0F);
    CHECK(timeline_share(first, last, day(2027, 6, 1)) == 1.0F);
    CHECK(timeline_share(first, first, first) == 0.0F);
}
