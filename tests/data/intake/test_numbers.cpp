#include "data/intake/values/degrees.hpp"
#include "data/intake/values/number.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <string>

using namespace xiaoan::data;
using Catch::Matchers::WithinAbs;

TEST_CASE("a number may carry separators and the unit of its column", "[data][intake]")
{
    CHECK(parse_number("3.5米", units::metres) == 3.5);
    CHECK(parse_number("3.5 m", units::metres) == 3.5);
    CHECK(parse_number("３．５", units::metres) == 3.5);
    CHECK(parse_number("120,345.5", units::kilometres) == 120345.5);
    CHECK(parse_number("120，345公里", units::kilometres) == 120345.0);
    CHECK(parse_number("-3", {}) == -3.0);
    CHECK(parse_number("60km/h", units::kilometres_per_hour) == 60.0);
    CHECK(parse_number("1.2E+05", {}) == 120000.0);
}

TEST_CASE("a number in another unit or with doubtful separators is refused, not guessed", "[data][intake]")
{
    CHECK(parse_number("350厘米", units::metres) == unread(IssueCode::unknown_unit, {"厘米"}));
    CHECK(parse_number("12万", units::kilometres) == unread(IssueCode::unknown_unit, {"万"}));
    const auto text = GENERATE(as<std::string>{}, "3,5", "1,23,456", "1 234", "约3", "三点五", "", "3..5", "1e400",
                               "nan", "inf", "3-5", "0x10", ".", "3.", "1,2345");
    CAPTURE(text);
    CHECK(parse_number(text, units::metres).error().code == IssueCode::bad_number);
}

TEST_CASE("a count is a whole number, with or without its measure word", "[data][intake]")
{
    CHECK(parse_count("36") == 36);
    CHECK(parse_count("36人") == 36);
    CHECK(parse_count("３６ 名") == 36);
    CHECK(parse_count("1,200") == 1200);
    CHECK(parse_count("36.0") == 36);
    CHECK(parse_count("0") == 0);
    CHECK(parse_count("三十六点五个").error().code == IssueCode::bad_count);
    CHECK(parse_count("36.5").error().code == IssueCode::bad_count);
    CHECK(parse_count("-1").error().code == IssueCode::bad_count);
    CHECK(parse_count("2147483648").error().code == IssueCode::bad_count);
    CHECK(parse_count("36kg").error().code == IssueCode::unknown_unit);
}

TEST_CASE("degrees are read with minutes and seconds", "[data][intake]")
{
    // 122 + 50/60 + 24/3600 = 122.84
    const auto text = GENERATE(as<std::string>{}, "122°50′24″", "122°50'24\"", "122度50分24秒", "122°50.4′", "122.84",
                               "122.84°", "东经122°50′24″", "122°50′24″E", "122:50:24", "122：50：24.0", "122º50´24\"",
                               "E122.84", " １２２．８４ ", "122° 50′ 24.0″");
    CAPTURE(text);
    const auto read = parse_degrees(text, Axis::longitude);
    REQUIRE(read);
    CHECK_THAT(*read, WithinAbs(122.84, 1e-12));
}

TEST_CASE("degrees that are none, or of the other axis, are refused", "[data][intake]")
{
    CHECK(parse_degrees("45.6N", Axis::longitude).error().code == IssueCode::bad_degrees);
    CHECK(parse_degrees("122°60′", Axis::longitude).error().code == IssueCode::bad_degrees);
    CHECK(parse_degrees("122.5°30′", Axis::longitude).error().code == IssueCode::bad_degrees);
    CHECK(parse_degrees("122°50′24″x", Axis::longitude).error().code == IssueCode::bad_degrees);
    for (const auto* part : {"122:50", "122:", "122:60:00", "122:50′24″"})
        CHECK(parse_degrees(part, Axis::longitude).error().code == IssueCode::bad_degrees);
    CHECK(parse_degrees("", Axis::longitude).error().code == IssueCode::bad_degrees);
    CHECK(parse_degrees("122,84", Axis::longitude).error().code == IssueCode::bad_degrees);
    CHECK(parse_degrees("122.84", Axis::latitude) == unread(IssueCode::out_of_range, {"-90", "90"}));
    CHECK(parse_degrees("180.1", Axis::longitude).error().code == IssueCode::out_of_range);
    CHECK(parse_degrees("-0.5", Axis::longitude) == -0.5);
    CHECK(parse_degrees("S12.5", Axis::latitude) == -12.5);
    CHECK(parse_degrees("-S12.5", Axis::latitude).error().code == IssueCode::bad_degrees);
}
