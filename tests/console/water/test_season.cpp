#include "console/water/season.hpp"
#include "tests/support/builders.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace xiaoan;
using test::day;
using water::SeasonName;

TEST_CASE("each season holds from its first day to its last", "[water]")
{
    // regulations of the year in western Jilin: the windows' own boundary days
    const auto [date, expected] = GENERATE(table<data::Date, SeasonName>({
        {day(2026, 10, 31), SeasonName::autumn},
        {day(2026, 11, 1), SeasonName::freeze_up},
        {day(2026, 12, 20), SeasonName::freeze_up},
        {day(2026, 12, 21), SeasonName::ice},
        {day(2026, 12, 31), SeasonName::ice},
        {day(2027, 1, 1), SeasonName::ice},
        {day(2027, 2, 28), SeasonName::ice},
        {day(2028, 2, 29), SeasonName::ice},
        {day(2027, 3, 1), SeasonName::thaw},
        {day(2027, 4, 20), SeasonName::thaw},
        {day(2027, 4, 21), SeasonName::spring},
        {day(2027, 5, 31), SeasonName::spring},
        {day(2027, 6, 1), SeasonName::summer},
        {day(2027, 8, 20), SeasonName::summer},
        {day(2027, 8, 21), SeasonName::autumn},
    }));
    CAPTURE(data::iso(date));
    CHECK(water::season_of(date, {}).name == expected);
}

TEST_CASE("a season is asked for by its name or as a month, and says the same again", "[water]")
{
    for (const auto* text : {"freeze_up", "ice", "thaw", "spring", "summer", "autumn", "2026-07", "2027-12"}) {
        const auto season = water::season_from(text);
        REQUIRE(season);
        CHECK(water::word(*season) == text);
    }
    for (const auto* text : {"", "winter", "2026-13", "2026-00", "2026-7", "2026/07", "20a6-07", "2026-07-01"}) {
        CAPTURE(text);
        CHECK_FALSE(water::season_from(text));
    }
}

TEST_CASE("a season weighs as its heaviest month, over ice only where ice weighs", "[water]")
{
    // The table of months: open .1 .1 .2 .3 .6 .85 1 1 .6 .3 .2 .1, ice .4 .5 .9 .8 (to 20 April) and .8 .6 in Nov, Dec
    struct Expected {
        const char* season;
        int open, with_ice;
    };
    const auto expected = GENERATE(values<Expected>({
        {"freeze_up", 20, 80},
        {"ice", 10, 60},
        {"thaw", 30, 90},
        {"spring", 60, 60},
        {"summer", 100, 100},
        {"autumn", 100, 100},
        {"2026-01", 10, 40},
        {"2026-03", 20, 90},
        {"2026-04", 30, 80},
        {"2026-06", 85, 85},
        {"2026-09", 60, 60},
        {"2026-12", 10, 60},
    }));
    CAPTURE(expected.season);
    const auto season = *water::season_from(expected.season);
    CHECK(water::factor_percent(season, false, {}) == expected.open);
    CHECK(water::factor_percent(season, true, {}) == expected.with_ice);
}
