#include "tests/console/cli/desk.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan::test;

// The water lies on the school's meridian, 0.01 degree further north: 1111.41646 m of meridian arc on CGCS2000
// (worked out in tests/console/water/test_exposure.cpp). The other one is 11.1 km away.
constexpr const char* pair = R"({"school":"2122000001","water":"W1","distance_m":1111.416,"inside":false})";

/// The answer that holds this pair alone.
std::string answer_of(std::string_view within)
{
    std::string answer = R"({"as_of":"2026-11-23","within_m":)";
    answer.append(within).append(R"(,"pairs":[)").append(pair).append("]}\n");
    return answer;
}

TEST_CASE("pairs of schools and waters are written to the letter of the contract", "[cli]")
{
    const BusyDesk desk;
    const Ran ran = desk.json({"near"});
    CHECK(ran.code == 0);
    CHECK(ran.out == answer_of("3000"));
    CHECK(desk.json({"near", "--school", "2122000001"}).out == ran.out);
    CHECK(desk.json({"near", "--water", "W1"}).out == ran.out);
    CHECK(desk({"near", "--school", "2122999999"}).code == 2);
    CHECK(desk({"near", "--water", "W9"}).code == 2);
    CHECK(desk.json({"near", "--water", "W2"}).out == R"({"as_of":"2026-11-23","within_m":3000,"pairs":[]})"
                                                      "\n");
}

TEST_CASE("the distance asked for decides, to the millimetre", "[cli]")
{
    const BusyDesk desk;
    CHECK(desk.json({"near", "--within", "1111.417"}).out == answer_of("1111.417"));
    CHECK(desk.json({"near", "--within", "1111.416"}).out == R"({"as_of":"2026-11-23","within_m":1111.416,"pairs":[]})"
                                                             "\n");
}

TEST_CASE("people read names beside codes, and how many were looked at", "[cli]")
{
    const BusyDesk desk;
    const Ran ran = desk({"near"});
    CHECK(ran.code == 0);
    CHECK(ran.err == "3000 米内：学校 1 所，水域 2 处，共 1 对\n");
    for (const auto* text : {"2122000001", "平安小学", "W1", "南坑塘", "1111.416"}) {
        CAPTURE(text);
        CHECK(ran.out.find(text) != std::string::npos);
    }
    CHECK(desk({"--format", "csv", "near"}).out ==
          "学校标识码,学校,水域编号,水域,距离（米）,在水域内\r\n2122000001,平安小学,W1,南坑塘,1111.416,否\r\n");
    const Ran none = desk({"near", "--within", "100"});
    CHECK(none.code == 0);
    CHECK(none.out.empty());
    CHECK(none.err.ends_with("100 米内没有学校与水域成对：学校 1 所，水域 2 处\n"));
}

}  // namespace
