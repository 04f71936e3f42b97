#include "console/checks/school_times.hpp"

#include <catch2/catch_test_macros.hpp>

#include <vector>

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

TEST_CASE("boarders travel from noon before days off, and before school goes on", "[checks]")
{
    // National Day 2026 from Thursday the 1st to Wednesday the 7th; Saturday the 10th is worked.
    std::vector<data::Holiday> table;
    for (unsigned i = 1; i <= 7; ++i)
        table.push_back({std::chrono::sys_days{std::chrono::year{2026} / 10 / i}, true, "国庆节"});
    table.push_back({day("2026-10-10"), false, "国庆节"});
    const auto days = rules::school_days_of(table, {});
    const auto travel = [&](const char* moment) {
        return checks::is_boarders_travel(days, data::timestamp_from_iso(moment));
    };
    CHECK(travel("2026-11-20T12:00:00"));  // Friday
    CHECK_FALSE(travel("2026-11-20T11:59:00"));
    CHECK_FALSE(travel("2026-11-21T17:00:00"));
    CHECK(travel("2026-11-22T17:00:00"));  // Sunday
    CHECK_FALSE(travel("2026-11-23T17:00:00"));
    CHECK(travel("2026-09-30T16:00:00"));        // Wednesday before National Day
    CHECK_FALSE(travel("2026-10-04T16:00:00"));  // the Sunday within it
    CHECK(travel("2026-10-07T16:00:00"));        // its last day
    CHECK_FALSE(travel("2026-10-09T16:00:00"));  // Friday before the Saturday that is worked
    CHECK(travel("2026-10-10T16:00:00"));
    CHECK(travel("2026-07-09T16:00:00"));        // the last day before the summer holiday
    CHECK_FALSE(travel("2026-07-12T16:00:00"));  // a Sunday within it
    CHECK(travel("2026-08-25T16:00:00"));        // its last day
}

}  // namespace
