#include "data/intake/date_system.hpp"
#include "data/intake/values/date.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <string>

using namespace xiaoan::data;
using namespace std::chrono;

namespace {

std::string date_read(std::string_view text)
{
    const auto read = parse_date(text);
    if (!read) return std::string{word(read.error().code)};
    return read->is_none() ? "none" : iso(read->date());
}

std::string moment_read(std::string_view text)
{
    const auto read = parse_timestamp(text);
    return read ? iso(*read) : std::string{word(read.error().code)};
}

}  // namespace

TEST_CASE("a date is read in every form that county ledgers use", "[data][intake]")
{
    const auto text =
        GENERATE(as<std::string>{}, "2026-03-01", "2026-3-1", "2026.3.1", "2026/03/01", "2026年3月1日", "20260301",
                 "２０２６－０３－０１", " 2026 年 3 月 1 日 ", "2026年3月1号", "2026-03-01T07:05:00", "2026/3/1 7:05",
                 "2026年3月1日7时05分", "2026、3、1", "2026。3。1", "2026.03.01日", "2026年3月1日 星期日",
                 "2026-3-1（周日）", "46082", "46082.295", "　2026-3-1　", "2026–3–1");
    CAPTURE(text);
    CHECK(date_read(text) == "2026-03-01");
}

TEST_CASE("no date in a cell means none, which an unreadable date never does", "[data][intake]")
{
    CHECK(date_read("无") == "none");
    CHECK(date_read(" None ") == "none");
    CHECK(date_read("") == "bad_date");
    CHECK(date_read("不详") == "bad_date");
}

TEST_CASE("a date that does not exist or could be two dates is refused", "[data][intake]")
{
    const auto text =
        GENERATE(as<std::string>{}, "2026-13-40", "2026-02-29", "2026-00-10", "1/3/2026", "26-3-1", "2026-3/1",
                 "2026-3-1x", "2026-3-1周", "2026、3-1", "2026-3-1（周日", "1899-12-31", "2200-01-01", "123456",
                 "2026-3-", "20261340", "2026-3-1 25:00", "9999", "46082.2.3", "-46082", "2026--3-1");
    CAPTURE(text);
    CHECK(date_read(text) == "bad_date");
}

TEST_CASE("a year or a month alone is not a date, but can end a period", "[data][intake]")
{
    CHECK(date_read("2026年12月") == "incomplete_date");
    CHECK(date_read("2026-12") == "incomplete_date");
    CHECK(date_read("2026年") == "incomplete_date");
    CHECK(date_read("202612") == "incomplete_date");
    for (const auto* text : {"2026年12月", "2026-12", "2026.12", "202612", "2026年12月31日"})
        CHECK(iso(parse_period_end(text)->date()) == "2026-12-31");
    CHECK(iso(parse_period_end("2028年2月")->date()) == "2028-02-29");
    // regulations.md section 8: a period that ends at 零时 of a day has the day before as its last, at 24时 the day
    // itself.
    for (const char* text : {"2026年11月22日24时", "2026年11月22日24时止", "2026-11-22 24:00", "2026年11月23日零时",
                             "2026年11月23日0时止"})
        CHECK(iso(parse_period_end(text)->date()) == "2026-11-22");
    CHECK(iso(parse_period_end("2026-11-22 00:00:00")->date()) == "2026-11-22");  // a spreadsheet's date
    CHECK(parse_period_end("2026年").error().code == IssueCode::incomplete_date);
    for (const auto* text : {"2026年12月31日止", "2026-12-31到期", "2026年12月止"})
        CHECK(iso(parse_period_end(text)->date()) == "2026-12-31");
    CHECK(date_read("2026年12月31日止") == "bad_date");  // of what does not end
    CHECK(parse_period_end("无")->is_none());
}

TEST_CASE("serial numbers count from 1900 or 1904", "[data][intake]")
{
    // ECMA-376 part 1, 18.17.4.1: 1 is 1900-01-01, 2958465 is 9999-12-31; 0 is 1904-01-01 in the other system,
    // which lies 1,462 days behind.
    CHECK(iso(*moment_from_serial(1, DateSystem::from_1900), false) == "1900-01-01");
    CHECK(iso(*moment_from_serial(59, DateSystem::from_1900), false) == "1900-02-28");
    CHECK_FALSE(moment_from_serial(60, DateSystem::from_1900));
    CHECK(iso(*moment_from_serial(61, DateSystem::from_1900), false) == "1900-03-01");
    CHECK(iso(*moment_from_serial(2958465, DateSystem::from_1900), false) == "9999-12-31");
    CHECK_FALSE(moment_from_serial(2958466, DateSystem::from_1900));
    CHECK_FALSE(moment_from_serial(-1, DateSystem::from_1900));
    CHECK(iso(*moment_from_serial(46082 - 1462, DateSystem::from_1904), false) == "2026-03-01");
    CHECK(parse_date("44620", DateSystem::from_1904)->date() == sys_days{2026y / March / 1});
}

TEST_CASE("a fraction of a day is a time, to the second", "[data][intake]")
{
    CHECK(iso(*moment_from_serial(46082 + 7.0 / 24 + 5.0 / 1440, DateSystem::from_1900), true) ==
          "2026-03-01T07:05:00");
    CHECK(iso(*moment_from_serial(0.5, DateSystem::from_1900), false) == "12:00:00");
    CHECK(iso(*moment_from_serial(46081.9999999, DateSystem::from_1900), true) == "2026-03-01T00:00:00");
}

TEST_CASE("a moment needs its date and its time", "[data][intake]")
{
    const auto text = GENERATE(as<std::string>{}, "2026-03-01T07:05:12", "2026-03-01 07:05:12", "2026/3/1 7:05:12",
                               "2026年3月1日 7时05分12秒", "2026年3月1日7:05:12", "2026-03-01T07:05:12.734",
                               "2026-02-28T23:05:12Z", "2026-03-01T07:05:12+08:00", "20260301 07:05:12");
    CAPTURE(text);
    CHECK(moment_read(text) == "2026-03-01T07:05:12");
    CHECK(moment_read("2026-03-01") == "bad_timestamp");
    CHECK(moment_read("07:05") == "bad_timestamp");
    CHECK(moment_read("46082") == "bad_timestamp");
    CHECK(moment_read("46082.5") == "2026-03-01T12:00:00");
    CHECK(moment_read("2026-03-01 07:05 pupils") == "bad_timestamp");
}
