#include "data/kinds/kinds.hpp"
#include "tests/console/cli/desk.hpp"
#include "tests/console/cli/json.hpp"
#include "tests/data/intake/ledger_of_every_kind.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;

/// Every personal text of the ledgers of every kind.
const Words people{"赵示伟",        "何示雨",        "许示宁",        "冯示和",       "吴示平", "220802198001010010",
                   "0436-00000001", "0436-00000002", "0436-00000072", "0436-00000287"};

/// One record of every kind in the register.
class FullDesk : public Desk {
public:
    FullDesk()
    {
        Words files;
        for (const auto& ledger : data::test::ledger_of_every_kind()) {
            files.push_back(std::string{ledger.kind} + ".csv");
            write(files.back(), data::test::chinese_csv(ledger));
        }
        imported = (*this)(Words{"import"} + files);
    }
    Ran imported;
};

TEST_CASE("an unmasked export of every kind, imported again, changes nothing", "[cli]")
{
    const FullDesk desk;
    REQUIRE(desk.imported.code == 0);
    for (const auto* language : {"zh", "en"})
        for (const data::KindInfo* kind : data::kinds()) {
            const std::string key{kind->key};
            CAPTURE(language, key);
            const Ran exported =
                desk({"--lang", language, "export", key, "--out", "again.csv", "--unmask", "--reason", "核对"});
            REQUIRE(exported.code == 0);
            CHECK(exported.out.empty());
            const std::string log = desk.log();
            const Ran again = desk({"--format", "json", "import", "again.csv"});
            CAPTURE(again.out, again.err);
            CHECK(again.code == 0);
            const auto report = parsed(again.out);
            REQUIRE(report["files"].Size() == 1);
            CHECK(std::string_view{report["files"][0]["kind"].GetString()} == kind->key);
            CHECK(report["files"][0]["rows"].GetInt() == 1);
            CHECK(report["files"][0]["unchanged"].GetInt() == 1);
            CHECK(desk.log() == log);
        }
}

TEST_CASE("every format comes back unchanged, and the extension says which it is", "[cli]")
{
    const FullDesk desk;
    for (const auto* name : {"again.xlsx", "again.geojson", "again.gpkg"})
        for (const auto* kind : {"schools", "stops", "routes", "waters", "sightings", "tracks"}) {
            CAPTURE(name, kind);
            const Ran exported = desk({"export", kind, "--out", name, "--unmask", "--reason", "核对"});
            REQUIRE(exported.code == 0);
            CHECK(exported.err == std::string{"已导出 1 条到 "} + name + "\n");
            const std::string log = desk.log();
            const Ran again = desk({"--format", "json", "import", name});
            CAPTURE(again.out, again.err);
            CHECK(again.code == 0);
            const auto report = parsed(again.out);
            REQUIRE(report["files"].Size() == 1);
            CHECK(std::string_view{report["files"][0]["kind"].GetString()} == kind);
            CHECK(report["files"][0]["unchanged"].GetInt() == 1);
            CHECK(report["files"][0]["issues"].Size() == 0);
            CHECK(desk.log() == log);
        }
}

TEST_CASE("an export that cannot be is refused before anything is written, and says what to do", "[cli]")
{
    const FullDesk desk;
    const std::string before = desk.log();
    const auto refused = [&](const Words& words, std::string_view says) {
        const Ran ran = desk(Words{"export"} + words);
        CAPTURE(ran.err);
        CHECK(ran.code == 2);
        CHECK(ran.err.find(says) != std::string::npos);
    };
    refused({"buses", "--out", "a.pdf"}, ".xlsx");
    refused({"buses", "--out", "a"}, ".xlsx");
    refused({"agreements", "--out", "a.geojson"}, ".csv");
    refused({"agreements", "--out", "a.gpkg", "--unmask", "--reason", "x"}, ".csv");
    refused({"stops", "--out", "a.zip", "--format", "gtfs"}, "routes");
    refused({"drivers", "--out", "a.xlsx", "--unmask"}, "--reason");
    CHECK(desk({"export", "buses", "--out", "a.x", "--format", "pdf"}).code == 2);
    CHECK(desk.log() == before);
    for (const auto* name : {"a", "a.pdf", "a.geojson", "a.gpkg", "a.zip", "a.xlsx", "a.x"})
        CHECK_FALSE(desk.has(name));
}

TEST_CASE("routes go out as a timetable, which says what it left out", "[cli]")
{
    const FullDesk desk;
    const Ran ran =
        desk({"--as-of", "2026-11-23", "--lang", "en", "export", "routes", "--out", "feed.zip", "--format", "gtfs"});
    CAPTURE(ran.err);
    CHECK(ran.code == 0);
    // One stop at 122.75, 45.5 and the school at 122.5, 45.25: two calls for the one run.
    CHECK(ran.err.starts_with("1 routes and 1 trips written to the timetable feed.zip"));
    CHECK(desk.read("feed.zip").starts_with("PK"));
    CHECK(standing_in(desk.read("feed.zip"), people) == Words{});
    desk.write("线路.csv", "线路编号,线路名称\nL9,空线路\n");
    REQUIRE(desk({"import", "线路.csv"}).code == 0);
    CHECK(desk({"--lang", "en", "export", "routes", "--out", "feed.zip", "--format", "gtfs"})
              .err.find("route L9: fewer than two stops with a position, no trip") != std::string::npos);
}

TEST_CASE("a masked export has no person's name, licence or phone in it, whatever its language", "[cli]")
{
    const FullDesk desk;
    for (const auto* language : {"zh", "en"})
        for (const data::KindInfo* kind : data::kinds()) {
            CAPTURE(language, kind->key);
            REQUIRE(desk({"--lang", language, "export", std::string{kind->key}, "--out", "masked.csv"}).code == 0);
            const std::string text = desk.read("masked.csv");
            CHECK(text.starts_with("\xEF\xBB\xBF"));
            CHECK(standing_in(text, people) == Words{});
        }
}

TEST_CASE("an unmasked export is logged with its reason, a masked one is not", "[cli]")
{
    const FullDesk desk;
    const std::string before = desk.log();
    REQUIRE(desk({"export", "drivers", "--out", "masked.csv"}).code == 0);
    CHECK(desk.log() == before);
    const Ran unreasoned = desk({"export", "drivers", "--out", "clear.csv", "--unmask"});
    CHECK(unreasoned.code == 2);
    CHECK_FALSE(desk.has("clear.csv"));
    REQUIRE(desk({"export", "drivers", "--out", "clear.csv", "--unmask", "--reason", "寄送交警支队核对"}).code == 0);
    CHECK(desk.read("clear.csv").find("许示宁") != std::string::npos);
    const auto log = parsed(desk.log());
    CHECK(log["changes"][0]["command"] == "export_unmasked");
    CHECK(std::string{log["changes"][0]["reason"].GetString()}.find("寄送交警支队核对") != std::string::npos);
}

TEST_CASE("headers and words are Chinese, or the keys of the contract", "[cli]")
{
    const FullDesk desk;
    REQUIRE(desk({"export", "plates", "--out", "zh.csv"}).code == 0);
    REQUIRE(desk({"--lang", "en", "export", "plates", "--out", "en.csv"}).code == 0);
    CHECK(desk.read("zh.csv").starts_with("\xEF\xBB\xBF标牌编号,许可编号,号牌号码,驾驶证号,线路编号,发车时间,停靠站点,"
                                          "所有人,发牌单位,领取表日期,发牌日期,有效期止,收回日期,标牌状态\r\n"));
    CHECK(desk.read("en.csv").starts_with(
        "\xEF\xBB\xBFnumber,permit,registration_number,driver,route,departs_at,stops,owner,"
        "issuer,claimed_on,issued_on,valid_to,withdrawn_on,state\r\n"));
    CHECK(desk.read("zh.csv").ends_with(",无,有效\r\n"));
    CHECK(desk.read("en.csv").ends_with(",none,valid\r\n"));
}

TEST_CASE("a kind without records is exported as its headers", "[cli]")
{
    const Desk desk;
    const Ran ran = desk({"export", "agreements", "--out", "a.csv"});
    CHECK(ran.code == 0);
    CHECK(ran.err == "已导出 0 条到 a.csv\n");
    CHECK(desk.read("a.csv") == "\xEF\xBB\xBF学校标识码,统一社会信用代码,签订日期,备案日期\r\n");
}

TEST_CASE("no cell of an export is a live formula", "[cli]")
{
    const Desk desk;
    desk.write("校车.csv",
               "号牌号码,县区,所有人\n吉G10001,洮北区,\"=HYPERLINK(\"\"http://x\"\")\"\n吉G20002,洮北区,@SUM(A1)\n");
    REQUIRE(desk({"import", "校车.csv"}).code == 0);
    for (const auto* language : {"zh", "en"}) {
        REQUIRE(desk({"--lang", language, "export", "buses", "--out", "b.csv"}).code == 0);
        const std::string text = desk.read("b.csv");
        CHECK(text.find(",\"'=HYPERLINK(\"\"http://x\"\")\"") != std::string::npos);
        CHECK(text.find(",'@SUM(A1)") != std::string::npos);
    }
}

TEST_CASE("an export that cannot be written leaves what was there", "[cli]")
{
    const FullDesk desk;
    const Ran nowhere = desk({"export", "buses", "--out", "no/such/folder/b.csv"});
    CHECK(nowhere.code == 1);
    CHECK(nowhere.err.find("no/such/folder/b.csv") != std::string::npos);
    std::filesystem::create_directory(desk.file("folder.csv"));
    CHECK(desk({"export", "buses", "--out", "folder.csv"}).code == 1);
    CHECK_FALSE(desk.has("folder.csv.part"));
}

}  // namespace
