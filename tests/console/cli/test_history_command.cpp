#include "tests/console/cli/desk.hpp"
#include "tests/console/cli/json.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <catch2/catch_test_macros.hpp>
#include <sqlite3.h>

namespace {

using namespace xiaoan::test;

std::vector<int> changes_of(const Ran& ran)
{
    std::vector<int> numbers;
    const auto answer = parsed(ran.out);
    for (const auto& change : answer["changes"].GetArray()) numbers.push_back(change["change"].GetInt());
    return numbers;
}

TEST_CASE("the log is written to the letter of the contract, newest first", "[cli]")
{
    const BusyDesk desk;  // change 1 makes the register, 2 to 8 are the ledgers
    REQUIRE(desk({"put", "buses", "吉G10001", "seats=40"}).code == 0);
    const Ran ran = desk({"--format", "json", "history"});
    CHECK(ran.code == 0);
    CHECK(changes_of(ran) == std::vector{9, 8, 7, 6, 5, 4, 3, 2, 1});
    const auto answer = parsed(ran.out);
    const auto& put = answer["changes"][0];
    CHECK(shape(put) ==
          "{change whole, at text, actor text, command text, reason text, file null, records [{kind text, "
          "key text, fields [{field text, old whole, new whole}]}]}");
    CHECK(put["command"] == "put");
    CHECK(put["records"][0]["kind"] == "buses");
    CHECK(put["records"][0]["key"] == "吉G10001");
    CHECK(put["records"][0]["fields"][0]["field"] == "seats");
    CHECK(put["records"][0]["fields"][0]["old"].GetInt() == 36);
    CHECK(put["records"][0]["fields"][0]["new"].GetInt() == 40);
    CHECK(answer["changes"][1]["command"] == "import");
    CHECK(answer["changes"][1]["file"] == "水域.csv");
    // 2026-11-23T09:15:02+08:00
    const std::string at = put["at"].GetString();
    CHECK(at.size() == 25);
    CHECK(at.ends_with("+08:00"));
}

TEST_CASE("the history of one record has only its changes", "[cli]")
{
    const BusyDesk desk;
    REQUIRE(desk({"put", "buses", "吉G10001", "seats=40"}).code == 0);
    CHECK(changes_of(desk({"--format", "json", "history", "--of", "buses:吉G10001"})) == std::vector{9, 4});
    CHECK(changes_of(desk({"--format", "json", "history", "--of", "buses:吉G99999"})).empty());
    CHECK(changes_of(desk({"--format", "json", "history", "--most", "2"})) == std::vector{9, 8});
    const Ran text = desk({"history", "--of", "buses:吉G10001"});
    CHECK(text.code == 0);
    CHECK(text.out.find("核载人数: 36 → 40") != std::string::npos);
    CHECK(text.out.find("校车：核载人数\n") != std::string::npos);  // what was put, in words
    const Ran none = desk({"history", "--of", "buses:吉G99999"});
    CHECK(none.code == 0);
    CHECK(none.err == "没有变更记录\n");
}

TEST_CASE("the history of a record ends with where each of its values came from", "[cli]")
{
    const BusyDesk desk;
    REQUIRE(desk({"put", "buses", "吉G10001", "seats=40"}).code == 0);
    REQUIRE(desk({"retire", "buses", "吉G10001", "--reason", "报废"}).code == 0);
    const Ran ran = desk({"history", "--of", "buses:吉G10001"});
    CHECK(ran.code == 0);
    const auto origins = ran.out.find("现有各值的来源\n");
    REQUIRE(origins != std::string::npos);
    const std::string told = ran.out.substr(origins);
    for (const auto* line : {"    县区: 洮北区\n        校车.csv 第 2 行，第 4 号变更，",
                             "    核载人数: 40\n        人工录入，第 9 号变更，", "    停用理由: 报废\n"})
        CHECK(told.find(line) != std::string::npos);
    CHECK(ran.out.find("retired") == std::string::npos);
    // Only the newest change is listed, the origins are whole all the same.
    const Ran one = desk({"--lang", "en", "history", "--of", "buses:吉G10001", "--most", "1"});
    CHECK(one.out.find("校车.csv row 2, change 4, ") != std::string::npos);
    CHECK(chinese_in(one.out, {"吉", "校车.csv", "报废", "示例客运有限公司", "中型专用校车", "小学生校车"}).empty());
    const Ran people = desk({"history", "--of", "drivers:220802198001010010"});
    CHECK(standing_in(people.out, people_of_ledgers).empty());
}

TEST_CASE("a change is undone by a new one, once", "[cli]")
{
    const BusyDesk desk;
    REQUIRE(desk({"put", "buses", "吉G10001", "seats=40"}).code == 0);
    const Ran undone = desk({"undo", "9"});
    CHECK(undone.code == 0);
    CHECK(undone.err == "第 9 号变更已撤销，记为第 10 号变更\n");
    CHECK(desk({"export", "buses", "--out", "b.csv"}).code == 0);
    CHECK(desk.read("b.csv").find(",40,") == std::string::npos);
    CHECK(desk({"undo", "9"}).code == 4);
    CHECK(desk({"undo", "999"}).code == 4);
    CHECK(desk({"undo", "1"}).code == 4);
    CHECK(changes_of(desk({"--format", "json", "history", "--most", "1"})) == std::vector{10});
}

TEST_CASE("a change that a later one built on is not undone", "[cli]")
{
    const BusyDesk desk;
    REQUIRE(desk({"put", "buses", "吉G10001", "seats=40"}).code == 0);
    REQUIRE(desk({"put", "buses", "吉G10001", "seats=45"}).code == 0);
    const Ran ran = desk({"undo", "9"});
    CHECK(ran.code == 4);
    CHECK(ran.err.find("第 10 号变更") != std::string::npos);
}

TEST_CASE("a register as it was written is sound, one changed behind the log is not", "[cli]")
{
    const BusyDesk desk;
    const Ran sound = desk({"verify"});
    CHECK(sound.code == 0);
    CHECK(sound.out.find("8 次变更") != std::string::npos);
    const Ran json = desk({"--format", "json", "verify"});
    CHECK(shape(json.out) == "{sound bool, changes whole, head text, problems []}");
    SQLite::Database(desk.file("desk.xiaoan"), SQLITE_OPEN_READWRITE)
        .exec("UPDATE bus SET seats = 99 WHERE registration_number = '吉G10001'");
    const Ran damaged = desk({"verify"});
    CHECK(damaged.code == 1);
    CHECK_FALSE(damaged.out.empty());
    const auto found = parsed(desk({"--format", "json", "verify"}).out);
    CHECK(found["sound"].GetBool() == false);
    CHECK(found["problems"].Size() >= 1);
}

TEST_CASE("a backup answers as the register does, and writes over nothing", "[cli]")
{
    const BusyDesk desk;
    CHECK(desk({"backup", "copy.xiaoan"}).code == 0);
    const Ran copy = run({"--register", "copy.xiaoan", "--as-of", "2026-11-23", "--format", "json", "findings"},
                         {desk.folder.path().string()});
    CHECK(copy.out == desk.json({"findings"}).out);
    desk.write("letter", "a letter");
    CHECK(desk({"backup", "letter"}).code == 4);
    CHECK(desk.read("letter") == "a letter");
    CHECK(desk({"backup", "desk.xiaoan"}).code == 4);
    CHECK(desk({"backup", "no/such/folder/copy.xiaoan"}).code == 1);
    CHECK(desk({"verify"}).code == 0);
}

}  // namespace
