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

TEST_CASE("money for equipment is planned by prices that can be set, and what nobody verified is told apart", "[cli]")
{
    const BusyDesk desk;
    const Ran none = desk.json({"risks", "plan", "--season", "summer", "--budget", "1000"});
    CHECK(none.code == 0);
    // Two waters, five things each, none of them verified.
    CHECK(none.out.find(R"("bought":0,"missing":0,"all_yuan":0,"unverified":10)") != std::string::npos);
    REQUIRE(desk({"put", "waters", "W1", "lifebuoy=否", "rope=否"}).code == 0);
    REQUIRE(desk({"settings", "set", "price_lifebuoy", "99", "--source", "询价单"}).code == 0);
    const Ran plan = desk.json({"risks", "plan", "--season", "summer", "--budget", "100"});
    // The lifebuoy takes off 4 points for 99 yuan, the rope 3 for 80: not both for 100. Summer counts whole.
    CHECK(plan.out.find(R"("budget_yuan":100,"spent_yuan":99,"points_off":4.00,"bound":4.00,"proved":true)") !=
          std::string::npos);
    CHECK(plan.out.find(R"("put_up":["lifebuoy"],"yuan":99)") != std::string::npos);
    const Ran tried =
        desk.json({"risks", "what-if", "--season", "summer", "--water", "W1", "--put-up", "lifebuoy,rope"});
    CHECK(tried.code == 0);
    CHECK(tried.out.find(R"("put_up":["lifebuoy","rope"],"yuan":179)") != std::string::npos);
    CHECK(desk({"risks", "plan", "--budget", "100"}).out.find("救生圈") != std::string::npos);
    CHECK(desk({"settings", "set", "price_rope", "free", "--source", "x"}).code == 4);
    CHECK(desk({"risks", "what-if", "--water", "W9", "--put-up", "rope"}).code == 4);
    CHECK(desk({"risks", "what-if", "--water", "W1", "--put-up", "boat"}).code == 2);
    CHECK(desk({"risks", "plan", "--budget", "0"}).code == 2);
}

TEST_CASE("weights that a bureau sets decide the ranking, and what is not allowed is told", "[cli]")
{
    const BusyDesk desk;
    REQUIRE(desk({"put", "waters", "W1", "lifebuoy=否"}).code == 0);
    const Ran refused = desk({"settings", "set", "risk_lifebuoy_none", "41", "--source", "x"});
    CHECK(refused.code == 4);
    CHECK(refused.err.find("须为 0 至 40 的整数") != std::string::npos);
    CHECK(desk({"settings", "set", "season_summer_from", "04-01", "--source", "x"}).code == 4);
    REQUIRE(desk({"settings", "set", "risk_lifebuoy_none", "9", "--source", "局长办公会"}).code == 0);
    CHECK(desk.json({"risks"}).out.find(R"({"factor":"lifebuoy","value":"no","points":9})") != std::string::npos);
    CHECK(desk.on_monday({"risks"}).err.find("权重已由本局调整：救生圈：无 9 分（默认 4 分）") != std::string::npos);
    CHECK(desk.log().find("局长办公会") != std::string::npos);
    const Ran listed = desk.json({"settings", "get", "--group", "water_gaps"});
    CHECK(listed.out.starts_with(R"({"settings":[{"name":"risk_warning_sign_none")"));
    CHECK(desk({"settings", "get", "--group", "no_such"}).code == 2);
}

TEST_CASE("waters are compared with what the register knew on an earlier day", "[cli]")
{
    const BusyDesk desk;
    REQUIRE(desk({"put", "waters", "W1", "lifebuoy=是"}).code == 0);
    // Nothing was known before the register was made.
    const Ran before = desk.json({"risks", "--against", "2020-06-01"});
    CHECK(before.code == 4);
    CHECK(desk.json({"risks", "--against", "2030-01-01"}).code == 2);
    CHECK(desk.json({"risks", "--against", "soon"}).code == 2);
    CHECK(desk.json({"risks", "--against-season", "ice"}).code == 2);
}

TEST_CASE("the year at the water is told as dates that a bureau sets", "[cli]")
{
    const BusyDesk desk;
    const Ran json = desk.json({"waters", "calendar"});
    CHECK(json.code == 0);
    CHECK(json.out.starts_with(R"({"as_of":"2026-11-23","season":"freeze_up","day":23,"days":50,"ahead":[)"));
    CHECK(json.out.find(R"("name":"winter","from":"2027-01-06","to":"2027-02-28","in_days":44)") != std::string::npos);
    REQUIRE(desk({"settings", "set", "school_holiday_winter", "01-09..02-26", "--source", "校历"}).code == 0);
    CHECK(desk.json({"waters", "calendar"}).out.find(R"("from":"2027-01-09","to":"2027-02-26")") != std::string::npos);
    CHECK(desk({"settings", "set", "school_holiday_winter", "January", "--source", "校历"}).code == 4);
    const Ran text = desk.on_monday({"waters", "calendar"});
    CHECK(text.err.find("封冻期第 23 天，共 50 天") != std::string::npos);
    CHECK(text.out.find("学校寒假") != std::string::npos);
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
