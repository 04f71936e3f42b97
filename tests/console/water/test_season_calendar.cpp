#include "console/water/season_calendar.hpp"
#include "tests/support/builders.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
using namespace xiaoan::water;
using rules::usual_school_holidays;
using std::chrono::August;
using std::chrono::January;
using std::chrono::July;

TEST_CASE("six seasons follow each other without a gap and fill one year", "[water]")
{
    const auto spans = seasons_from(day(2026, 11, 23), {});
    CHECK(spans[0] == SeasonSpan{SeasonName::freeze_up, day(2026, 11, 1), day(2026, 12, 20)});
    CHECK(spans[1] == SeasonSpan{SeasonName::ice, day(2026, 12, 21), day(2027, 2, 28)});
    CHECK(spans[2] == SeasonSpan{SeasonName::thaw, day(2027, 3, 1), day(2027, 4, 20)});
    CHECK(spans[3] == SeasonSpan{SeasonName::spring, day(2027, 4, 21), day(2027, 5, 31)});
    CHECK(spans[4] == SeasonSpan{SeasonName::summer, day(2027, 6, 1), day(2027, 8, 20)});
    CHECK(spans[5] == SeasonSpan{SeasonName::autumn, day(2027, 8, 21), day(2027, 10, 31)});
}

TEST_CASE("the ice of a leap year ends with 29 February, whichever side of New Year the date is on", "[water]")
{
    const SeasonSpan ice{SeasonName::ice, day(2027, 12, 21), day(2028, 2, 29)};
    CHECK(seasons_from(day(2027, 12, 21), {}).front() == ice);
    CHECK(seasons_from(day(2028, 1, 1), {}).front() == ice);
    CHECK(seasons_from(day(2028, 2, 29), {}).front() == ice);
    CHECK(seasons_from(day(2028, 3, 1), {}).front().name == SeasonName::thaw);
}

TEST_CASE("what is ahead holds seasons, school holidays and the state's, and not what is over", "[water]")
{
    const std::vector<data::Holiday> holidays{{day(2026, 10, 1), true, "国庆节"},
                                              {day(2027, 1, 1), true, "元旦"},
                                              {day(2027, 1, 2), true, "元旦"},
                                              {day(2027, 1, 3), false, "元旦"},
                                              {day(2027, 1, 5), true, "元旦"}};
    const auto ahead = calendar_ahead(day(2026, 11, 23), {}, usual_school_holidays, holidays);
    REQUIRE(ahead.size() == 10);
    CHECK(ahead[0] == CalendarSpan{CalendarPart::season, "freeze_up", day(2026, 11, 1), day(2026, 12, 20)});
    CHECK(ahead[2] == CalendarSpan{CalendarPart::public_holiday, "元旦", day(2027, 1, 1), day(2027, 1, 2)});
    CHECK(ahead[3] == CalendarSpan{CalendarPart::public_holiday, "元旦", day(2027, 1, 5), day(2027, 1, 5)});
    CHECK(ahead[4] == CalendarSpan{CalendarPart::school_holiday, "winter", day(2027, 1, 6), day(2027, 2, 28)});
    CHECK(ahead.back() == CalendarSpan{CalendarPart::season, "autumn", day(2027, 8, 21), day(2027, 10, 31)});
}

TEST_CASE("a holiday over New Year is one, and holds on both its last days", "[water]")
{
    const rules::SchoolHolidays holidays{{{July / 10, August / 25}, {std::chrono::December / 30, January / 2}}};
    const CalendarSpan wanted{CalendarPart::school_holiday, "winter", day(2026, 12, 30), day(2027, 1, 2)};
    for (const auto date : {day(2026, 12, 30), day(2027, 1, 2)}) {
        const auto spans = calendar_spans(date, date, {}, holidays, {});
        CHECK(std::ranges::find(spans, wanted) != spans.end());
    }
    CHECK(calendar_spans(day(2027, 1, 3), day(2027, 1, 3), {}, holidays, {}).size() == 1);  // the season alone
}

TEST_CASE("the calendar says for programs where in its season a day stands", "[water]")
{
    const auto ahead = calendar_ahead(day(2026, 11, 27), {}, usual_school_holidays, {});
    CHECK(season_calendar_json(day(2026, 11, 27), seasons_from(day(2026, 11, 27), {}).front(), ahead)
              .starts_with(R"({"as_of":"2026-11-27","season":"freeze_up","day":27,"days":50,"ahead":[{"part":"season",)"
                           R"("name":"freeze_up","from":"2026-11-01","to":"2026-12-20","in_days":0},{"part":"season",)"
                           R"("name":"ice","from":"2026-12-21","to":"2027-02-28","in_days":24},)"));
}

}  // namespace
