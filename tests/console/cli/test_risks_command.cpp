#include "tests/console/cli/desk.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan::test;

TEST_CASE("waters are ranked with their reasons, for programs and for people", "[cli]")
{
    const BusyDesk desk;
    const Ran json = desk.json({"risks", "--season", "summer", "--top", "1"});
    CHECK(json.code == 0);
    CHECK(json.out.starts_with(R"({"season":"summer","waters":[{"water":"W1",)"));
    CHECK(json.out.find(R"("schools":[{"school":"2122000001","distance_m":1111.416}])") != std::string::npos);
    CHECK(desk.json({"risks"}).out.starts_with(R"({"season":"freeze_up",)"));  // that of 2026-11-23
    const Ran text = desk({"risks"});
    CHECK(text.code == 0);
    CHECK(text.err.find("水域 2 处") != std::string::npos);
    CHECK(text.out.find("南坑塘") != std::string::npos);
    CHECK(text.out.find("未核实") != std::string::npos);
}

TEST_CASE("a season or county that does not exist is a wrong command line", "[cli]")
{
    const BusyDesk desk;
    const Ran season = desk({"risks", "--season", "winter"});
    CHECK(season.code == 2);
    CHECK(season.err.find("winter") != std::string::npos);
    CHECK(desk({"risks", "--county", "长春市"}).code == 2);
    CHECK(desk({"risks", "--top", "-1"}).code == 2);
}

}  // namespace
