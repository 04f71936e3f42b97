#include "tests/console/cli/desk.hpp"
#include "tests/console/cli/json.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan::test;

TEST_CASE("a record is added and changed by hand, and what is recorded already is no change", "[cli]")
{
    const Desk desk;
    const Ran added = desk({"put", "buses", "吉g·10001", "县区=洮北", "seats=36人"});
    CHECK(added.code == 0);
    CHECK(added.out.empty());
    CHECK(added.err == "已记为第 2 号变更\n");
    const std::string log = desk.log();
    const Ran same = desk({"put", "buses", "吉G10001", "seats=36"});
    CHECK(same.code == 0);
    CHECK(same.err == "与登记一致，没有变更\n");
    CHECK(desk.log() == log);
    CHECK(desk({"put", "buses", "吉G10001", "seats=40"}).err == "已记为第 3 号变更\n");
    CHECK(desk({"put", "buses", "吉G10001", "seats="}).err == "已记为第 4 号变更\n");  // not given any more
}

TEST_CASE("what cannot be recorded is refused with 4, said at its field and not at a row", "[cli]")
{
    const Desk desk;
    const std::string log = desk.log();
    for (const Words& words :
         {Words{"put", "buses", "吉G10001", "county=洮北区", "seats=很多"},
          Words{"put", "buses", "吉G10001", "colour=黄"}, Words{"put", "buses", "12345", "county=洮北区"},
          Words{"put", "buses", "吉G10001", "seats=36"}, Words{"put", "buses", "吉G10001", "county="},
          Words{"put", "drivers", "220802198001010010", "born_on=2026-13-40"},
          Words{"retire", "buses", "吉G10001", "--reason", "报废"}}) {
        const Ran ran = desk(words);
        CAPTURE(words, ran.err);
        CHECK(ran.code == 4);
        CHECK(ran.out.empty());
        CHECK_FALSE(ran.err.empty());
        CHECK(ran.err.find("第 0 行") == std::string::npos);
        CHECK(desk.log() == log);
    }
    CHECK(desk({"put", "buses", "吉G10001", "colour=黄"}).err == "未执行：没有这个字段：colour\n");
    const Ran english = desk({"--lang", "en", "put", "buses", "吉G10001", "county=洮北区", "seats=many"});
    CHECK(english.err == "“seats”: many is not a whole number of 0 or more. Write it in digits\n");
    CHECK(desk({"--lang", "en", "undo", "99"}).err.starts_with("Not done: "));
}

TEST_CASE("a record taken out of use is judged no more, and its history stays", "[cli]")
{
    const BusyDesk desk;
    CHECK(desk({"retire", "buses", "吉G20002", "--reason", "报废"}).code == 0);
    CHECK(parsed(desk.json({"findings"}).out)["looked_at"]["buses"].GetInt() == 2);
    const auto history = parsed(desk({"--format", "json", "history", "--of", "buses:吉G20002"}).out);
    REQUIRE(history["changes"].Size() == 2);
    CHECK(history["changes"][0]["command"] == "retire");
    CHECK(history["changes"][0]["reason"] == "报废");
    CHECK(desk({"retire", "buses", "吉G20002", "--reason", "报废"}).code == 4);
}

}  // namespace
