#include "data/intake/sender.hpp"

#include <catch2/catch_test_macros.hpp>

#include <vector>

using namespace xiaoan::data;

namespace {

const std::vector<County> counties{{Adcode{220802}, "洮北区", "Taobei"},
                                   {Adcode{220822}, "通榆县", "Tongyu"},
                                   {Adcode{220881}, "洮南市", "Taonan"},
                                   {Adcode{220882}, "大安市", "Da'an"}};

std::uint32_t named(std::string_view name)
{
    return county_in_name(name, counties).value;
}

}  // namespace

TEST_CASE("a ledger is that of the county in its name", "[data][intake]")
{
    CHECK(named("洮南市校车台账2026秋.xlsx") == 220881);
    CHECK(named("06-校车-洮北区.csv") == 220802);
    CHECK(named("2026年秋季通榆县校车.xlsx") == 220822);
    CHECK(named("大安校车.xlsx") == 220882);
    CHECK(named("2026大安.csv") == 220882);
    CHECK(named("校车（大安）.csv") == 220882);
}

TEST_CASE("no county stands in a name that only sounds like it, or that holds several", "[data][intake]")
{
    CHECK(named("重大安全隐患.xlsx") == 0);
    CHECK(named("校车.csv") == 0);
    CHECK(named("") == 0);
    CHECK(named("洮南市、大安市校车.xlsx") == 0);
}

TEST_CASE("a file is that of the county that nine of ten rows name", "[data][intake]")
{
    CHECK(county_of_rows({{Adcode{220881}, 18}, {Adcode{220882}, 2}}) == Adcode{220881});
    CHECK(county_of_rows({{Adcode{220881}, 17}, {Adcode{220882}, 3}}) == Adcode{});
    CHECK(county_of_rows({{Adcode{220881}, 1}}) == Adcode{220881});
    CHECK(county_of_rows({}) == Adcode{});
}
