#include "console/rules/school_year.hpp"
#include "console/rules/wording.hpp"
#include "tests/support/builders.hpp"

#include <catch2/catch_test_macros.hpp>

#include <vector>

namespace {

using namespace xiaoan;
using namespace xiaoan::rules;
using namespace xiaoan::test;
using std::chrono::August;
using std::chrono::December;
using std::chrono::February;
using std::chrono::January;
using std::chrono::July;

TEST_CASE("school holidays are spans of every year that a bureau can set", "[rules]")
{
    CHECK(year_span_from("07-10..08-25") == YearSpan{July / 10, August / 25});
    CHECK(text_of({January / 6, February / 28}) == "01-06..02-28");
    for (const auto* wrong : {"", "07-10", "07-10..08-32", "13-01..13-02", "07-10..8-25", "2026-07-10..2026-08-25"})
        CHECK_FALSE(year_span_from(wrong));
    const std::vector<data::Setting> settings{{"school_holiday_summer", "07-15..08-28", "通知"},
                                              {"school_holiday_winter", "someday", "通知"}};
    const SchoolHolidays holidays = school_holidays_of(settings);
    CHECK(holidays[0] == YearSpan{July / 15, August / 28});
    CHECK(holidays[1] == usual_school_holidays[1]);
}

TEST_CASE("a span of the year holds on both its last days, over New Year and at the end of February too", "[rules]")
{
    const YearSpan winter{December / 30, February / 29};
    CHECK_FALSE(contains(winter, day(2026, 12, 29)));
    CHECK(contains(winter, day(2026, 12, 30)));
    CHECK(contains(winter, day(2027, 1, 1)));
    CHECK(contains(winter, day(2027, 2, 28)));  // the last day of that February
    CHECK_FALSE(contains(winter, day(2027, 3, 1)));
    CHECK(contains(winter, day(2028, 2, 29)));
}

TEST_CASE("the usual summer holiday is from 10 July to 25 August, both days included", "[rules]")
{
    // 2026: Thursday 9 July, Friday the 10th, Tuesday 25 August, Wednesday the 26th.
    const SchoolDays days;
    CHECK(is_school_day(days, day(2026, 7, 9)));
    CHECK(no_school(days, day(2026, 7, 10)) == NoSchool::summer);
    CHECK(no_school(days, day(2026, 7, 11)) == NoSchool::summer);  // a Saturday of it
    CHECK(no_school(days, day(2026, 8, 25)) == NoSchool::summer);
    CHECK(is_school_day(days, day(2026, 8, 26)));
    CHECK(is_school_day(days, day(2027, 1, 5)));  // a Tuesday
    CHECK(no_school(days, day(2027, 1, 6)) == NoSchool::winter);
    CHECK(no_school(days, day(2027, 2, 26)) == NoSchool::winter);  // a Friday; Saturday the 27th and Sunday follow
    CHECK(is_school_day(days, day(2027, 3, 1)));
}

TEST_CASE("school days follow the holiday table, and the week where it is silent", "[rules]")
{
    const std::vector<data::Holiday> table{
        {day(2026, 7, 11), false, "调休"}, {day(2026, 10, 1), true, "国庆节"}, {day(2026, 10, 10), false, "国庆节"}};
    const auto days = school_days_of(table, {});
    CHECK(no_school(days, day(2026, 10, 1)) == NoSchool::public_holiday);  // a Thursday
    CHECK(is_school_day(days, day(2026, 10, 10)));                         // a Saturday that is worked
    CHECK(no_school(days, day(2026, 7, 11)) == NoSchool::summer);          // one within the schools' holiday
    CHECK(is_school_day(days, day(2026, 11, 23)));                         // Monday
    CHECK(no_school(days, day(2026, 11, 22)) == NoSchool::weekend);
    CHECK(is_school_day(days, day(2031, 11, 24)));  // a Monday beyond the table
    CHECK(no_school(days, day(2031, 11, 23)) == NoSchool::weekend);
}

TEST_CASE("a run of named weekdays is made at weekends, and not in holidays", "[rules]")
{
    // National Day 2026: Thursday 1 October; Sunday the 4th lies within it.
    std::vector<data::Holiday> table;
    for (unsigned i = 1; i <= 7; ++i) table.push_back({day(2026, 10, i), true, "国庆节"});
    table.push_back({day(2026, 10, 10), false, "国庆节"});
    const auto days = school_days_of(table, {});
    CHECK(is_run_day(days, "17", day(2026, 11, 22)));  // a Sunday
    CHECK_FALSE(is_run_day(days, "12345", day(2026, 11, 22)));
    CHECK_FALSE(is_run_day(days, "7", day(2026, 10, 4)));
    CHECK_FALSE(is_run_day(days, "12345", day(2026, 10, 1)));
    CHECK_FALSE(is_run_day(days, "12345", day(2026, 7, 13)));  // a Monday in the summer holiday
    CHECK(is_run_day(days, "12345", day(2026, 11, 23)));
    CHECK(is_run_day(days, "", day(2026, 10, 10)));  // a Saturday that is worked
    CHECK_FALSE(is_run_day(days, "", day(2026, 11, 22)));
}

TEST_CASE("a day without school says why, and when school goes on", "[rules]")
{
    const auto days = school_days_of({}, std::vector<data::Setting>{{"school_holiday_summer", "07-15..08-28", ""}});
    CHECK(no_school_text(days, day(2026, 7, 14), language::Language::zh).empty());
    CHECK(no_school_text(days, day(2026, 7, 15), language::Language::zh) ==
          "2026-07-15 不上学（暑假），下一个上学日为 2026-08-31");  // 28 August is a Friday
    CHECK(next_school_day(days, day(2026, 11, 27)) == day(2026, 11, 30));
}

}  // namespace
