#include "tests/console/cli/desk.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan::test;

TEST_CASE("suspects are listed with their signs, and one of them with its sightings", "[cli]")
{
    const BusyDesk desk;
    desk.write("过车.csv", "时间,地点,号牌号码,疑似载学生,备注\n"
                           "2026-11-16 07:00,平安小学门前,吉G8X552,是,面包车\n"
                           "2026-11-17 07:01,平安小学门前,吉G8X552,是,\n"
                           "2026-11-18 07:02,平安小学门前,吉G8X552,是,\n"
                           "2026-11-18 07:02,平安小学门前,吉G7W204,是,轿车\n");
    REQUIRE(desk({"import", desk.file("过车.csv")}).code == 0);
    const Ran json = desk.json({"suspects"});
    CHECK(json.code == 0);
    CHECK(json.out.starts_with(R"({"suspects":[{"registration_number":"吉G8X552","score":6,"sightings":3,"days":3,)"
                               R"("first":"2026-11-16T07:00:00","last":"2026-11-18T07:02:00","signs":[)"));
    CHECK(json.out.find("吉G7W204") == std::string::npos);
    const Ran text = desk({"suspects", "--number", "吉G8X552"});
    CHECK(text.code == 0);
    CHECK(text.out.find("校门附近 3 天（3 分）") != std::string::npos);
    CHECK(text.out.find("2026-11-17 07:01") != std::string::npos);
    CHECK(desk.json({"suspects", "--since", "2026-11-18"}).out == "{\"suspects\":[]}\n");
    CHECK(desk({"suspects", "--since", "18.11.2026"}).code == 2);
}

}  // namespace
