#include "console/checks/school_times.hpp"

#include <catch2/catch_test_macros.hpp>

#include <array>

using namespace xiaoan;

namespace {

bool school_time(const char* moment)
{
    return checks::is_school_time(data::timestamp_from_iso(moment));
}

data::Date day(const char* iso)
{
    return *data::date_from_iso(iso);
}

TEST_CASE("school times are from five to eight and from three to half past six, ends included", "[checks]")
{
    CHECK_FALSE(school_time("2026-11-23T04:59:59"));
    CHECK(school_time("2026-11-23T05:00:00"));
    CHECK(school_time("2026-11-23T08:00:59"));
    CHECK_FALSE(school_time("2026-11-23T08:01:00"));
    CHECK_FALSE(school_time("2026-11-23T14:59:00"));
    CHECK(school_time("2026-11-23T15:00:00"));
    CHECK(school_time("2026-11-23T18:30:00"));
    CHECK_FALSE(school_time("2026-11-23T18:31:00"));
}

TEST_CASE("school days follow the holiday table, and the week where it is silent", "[checks]")
{
    const std::array table{data::Holiday{day("2026-10-01"), true, "国庆节"},
                           data::Holiday{day("2026-10-10"), false, "国庆节"}};
    const rules::WorkingDays days(table);
    CHECK_FALSE(checks::is_school_day(days, day("2026-10-01")));  // a Thursday, holiday
    CHECK(checks::is_school_day(days, day("2026-10-10")));        // a Saturday that is worked
    CHECK(checks::is_school_day(days, day("2026-11-23")));        // Monday
    CHECK_FALSE(checks::is_school_day(days, day("2026-11-22")));  // Sunday
    CHECK(checks::is_school_day(days, day("2031-11-24")));        // a Monday beyond the table
    CHECK_FALSE(checks::is_school_day(days, day("2031-11-23")));  // a Sunday beyond it
}

TEST_CASE("boarders travel on Friday and Sunday from noon", "[checks]")
{
    const auto travel = [](const char* moment) { return checks::is_boarders_travel(data::timestamp_from_iso(moment)); };
    CHECK(travel("2026-11-20T12:00:00"));
    CHECK_FALSE(travel("2026-11-20T11:59:00"));
    CHECK(travel("2026-11-22T17:00:00"));
    CHECK_FALSE(travel("2026-11-23T17:00:00"));
}

}  // namespace
