#include "data/intake/values/clock.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <string>

using namespace xiaoan::data;

namespace {

std::string time_read(std::string_view text)
{
    const auto read = parse_time(text);
    return read ? hh_mm(*read) : std::string{word(read.error().code)};
}

}  // namespace

TEST_CASE("a time is read in every form that ledgers use", "[data][intake]")
{
    const auto text = GENERATE(as<std::string>{}, "7:05", "07:05", "07:05:00", "7时05分", "7时5分", "７：０５", "7点05",
                               "7点5分", "上午7:05", "7:05 AM", "0.295138888888889", "0.2951388889", " 07:05 ");
    CAPTURE(text);
    CHECK(time_read(text) == "07:05");
}

TEST_CASE("afternoon times are moved by twelve hours, noon and midnight are not", "[data][intake]")
{
    CHECK(time_read("下午3:05") == "15:05");
    CHECK(time_read("3:05 PM") == "15:05");
    CHECK(time_read("下午12:30") == "12:30");
    CHECK(time_read("12:30 AM") == "00:30");
    CHECK(time_read("下午15:05") == "15:05");
    CHECK(time_read("7点半") == "07:30");
    CHECK(time_read("7时") == "07:00");
    CHECK(time_read("0.0") == "00:00");
    CHECK(time_read("23:59:59") == "23:59");
}

TEST_CASE("what is no time of day is refused", "[data][intake]")
{
    const auto text = GENERATE(as<std::string>{}, "24:00", "7:60", "7", "7:", "07:05:60", "7.05", "1.5", "-0.5", "",
                               "七点", "上午13:00", "7:05左右", "0705", "7:05:", "99:99");
    CAPTURE(text);
    CHECK(time_read(text) == "bad_time");
}
