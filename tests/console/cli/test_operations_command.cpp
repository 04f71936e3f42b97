#include "tests/console/cli/desk.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan::test;

TEST_CASE("how the buses are run is told by county, for people and for programs", "[cli]")
{
    const BusyDesk desk;
    const Ran text = desk({"operations", "--months", "1"});
    CHECK(text.code == 0);
    CHECK(text.out.find("洮北区") != std::string::npos);
    CHECK(text.out.find("全市") != std::string::npos);
    CHECK(text.out.find("2026-10-31") != std::string::npos);
    const Ran json = desk.json({"operations", "--months", "0"});
    CHECK(json.code == 0);
    CHECK(json.out.starts_with(R"({"as_of":"2026-11-23","city":{"buses":)"));
    CHECK(json.out.find(R"({"county":"220802","buses":)") != std::string::npos);
    CHECK(desk({"operations", "--months", "-1"}).code == 2);
}

TEST_CASE("how the buses are run is written as a workbook, and as nothing else", "[cli]")
{
    const BusyDesk desk;
    const Ran written = desk({"operations", "--out", "运营.xlsx"});
    CHECK(written.code == 0);
    CHECK(desk.read("运营.xlsx").starts_with("PK"));
    CHECK(desk({"operations", "--out", "运营.pdf"}).code == 2);
}

}  // namespace
