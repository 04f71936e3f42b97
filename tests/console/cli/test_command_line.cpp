#include "tests/console/cli/desk.hpp"
#include "tests/console/cli/json.hpp"

#include <catch2/catch_test_macros.hpp>

#include <chrono>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;

/// Today in Baicheng: eight hours before the world's clock, no summer time.
std::string today_in_china()
{
    const auto there = std::chrono::system_clock::now() + std::chrono::hours{8};
    return data::iso(std::chrono::floor<std::chrono::days>(there));
}

TEST_CASE("a command line that is wrong ends with 2, says why and changes nothing", "[cli]")
{
    const BusyDesk desk;
    const std::string before = desk.log();
    const std::vector<Words> wrong{{"bogus"},
                                   {"--as-of", "yesterday", "findings"},
                                   {"--as-of", "2026-02-30", "findings"},
                                   {"--format", "xml", "findings"},
                                   {"--lang", "fr", "findings"},
                                   {"--format"},
                                   {"findings", "--rule", "NO-SUCH"},
                                   {"findings", "--county", "沈阳"},
                                   {"findings", "--severity", "bad"},
                                   {"findings", "--out", "list.doc"},
                                   {"findings", "more"},
                                   {"near", "--within", "-1"},
                                   {"near", "--within", "far"},
                                   {"import"},
                                   {"import", "--kind", "lorries", "校车.csv"},
                                   {"import", "--datum", "nad27", "校车.csv"},
                                   {"import", "--county", "沈阳", "校车.csv"},
                                   {"export", "buses"},
                                   {"export", "lorries", "--out", "x.csv"},
                                   {"export", "buses", "--out", "x.doc"},
                                   {"export", "drivers", "--unmask", "--out", "x.csv"},
                                   {"put", "buses"},
                                   {"put", "buses", "吉G10001"},
                                   {"put", "buses", "吉G10001", "seats"},
                                   {"put", "lorries", "吉G10001", "seats=36"},
                                   {"retire", "lorries", "吉G10001", "--reason", "报废"},
                                   {"retire", "buses", "吉G10001"},
                                   {"cases"},
                                   {"cases", "open"},
                                   {"cases", "open", "--bus", "吉G10001", "--department", "army"},
                                   {"cases", "open", "--bus", "吉G10001", "--due", "soon"},
                                   {"cases", "open", "--bus", "吉G10001", "--rule", "NO-SUCH"},
                                   {"cases", "show"},
                                   {"cases", "reply", "2026-0001"},
                                   {"history", "--of", "buses"},
                                   {"history", "--of", "lorries:1"},
                                   {"undo"},
                                   {"undo", "first"},
                                   {"backup"},
                                   {"picture"},
                                   {"picture", "--out", "p.png", "--size", "3x4"},
                                   {"picture", "--out", "p.png", "--size", "large"},
                                   {"picture", "--out", "p.png", "--box", "1,2,3"},
                                   {"picture", "--out", "p.png", "--box", "124,44,121,46"},
                                   {"picture", "--out", "p.png", "--layers", "dragons"}};
    for (const Words& words : wrong) {
        const Ran ran = desk(words);
        CAPTURE(words, ran.out, ran.err);
        CHECK(ran.code == 2);
        CHECK(ran.out.empty());
        CHECK_FALSE(ran.err.empty());
    }
    CHECK(desk.log() == before);
    CHECK_FALSE(desk.has("x.csv"));
    CHECK_FALSE(desk.has("p.png"));
}

TEST_CASE("the help names every subcommand, in either language, and the version the product", "[cli]")
{
    const data::test::Folder folder;
    const Place here{folder.path().string()};
    for (const auto* language : {"zh", "en"}) {
        const Ran help = run({"--lang", language, "--help"}, here);
        CHECK(help.code == 0);
        CHECK(help.err.empty());
        for (const auto* name : {"init", "import", "findings", "near", "cases", "export", "put", "retire", "history",
                                 "undo", "verify", "backup", "doctor", "picture"}) {
            CAPTURE(language, name);
            CHECK(help.out.find(std::string{"\n  "} + name + " ") != std::string::npos);
        }
        CHECK(chinese_in(help.out).empty() == (std::string_view{language} == "en"));
    }
    const Ran version = run({"--version"}, here);
    CHECK(version.code == 0);
    CHECK(version.out.starts_with("xiaoan "));
}

TEST_CASE("the register is the one named, else the variable's, else the one in the user's data", "[cli]")
{
    const data::test::Folder folder;
    const std::string home = folder.path().string();
    CHECK(run({"init"}, {home}).code == 0);  // $XDG_DATA_HOME is the folder itself
    CHECK(std::filesystem::exists(folder.file("xiaoan/register.xiaoan")));
    CHECK(run({"init"}, {home, {{"XDG_DATA_HOME", ""}}}).code == 0);
    CHECK(std::filesystem::exists(folder.file(".local/share/xiaoan/register.xiaoan")));
    CHECK(run({"init"}, {home, {{"XIAOAN_REGISTER", "named.xiaoan"}}}).code == 0);
    CHECK(std::filesystem::exists(folder.file("named.xiaoan")));
    CHECK(run({"--register", "given.xiaoan", "init"}, {home, {{"XIAOAN_REGISTER", "named.xiaoan"}}}).code == 0);
    CHECK(std::filesystem::exists(folder.file("given.xiaoan")));
}

TEST_CASE("global options stand before or after the command", "[cli]")
{
    const BusyDesk desk;
    const Ran before = desk.json({"findings"});
    const Ran after = desk({"findings", "--format", "json", "--as-of", "2026-11-23"});
    CHECK(after.code == 0);
    CHECK(after.out == before.out);
}

TEST_CASE("without a date a question is asked as of today in China", "[cli]")
{
    const Desk desk;
    const std::string before = today_in_china();
    const auto answer = parsed(desk({"--format", "json", "findings"}).out);
    const std::string asked = answer["as_of"].GetString();
    CHECK((asked == before || asked == today_in_china()));
}

TEST_CASE("where nothing is judged no date is needed", "[cli]")
{
    BusyDesk desk;
    CHECK(desk.made.code == 0);
    CHECK(desk.imported.code == 0);
    for (const Words& words :
         {Words{"put", "buses", "吉G10001", "seats=40"}, Words{"undo", "9"},
          Words{"retire", "buses", "吉G20002", "--reason", "报废"}, Words{"history"}, Words{"verify"},
          Words{"backup", "copy.xiaoan"}, Words{"doctor"}, Words{"near"}, Words{"cases", "list"},
          Words{"export", "buses", "--out", "buses.csv"}, Words{"import", "--dry-run", "校车.csv"}}) {
        const Ran ran = desk(words);
        CAPTURE(words, ran.err);
        CHECK(ran.code == 0);
    }
}

TEST_CASE("where nobody looks at a terminal nothing is coloured", "[cli]")
{
    const BusyDesk desk;
    for (const Words& words :
         {Words{"findings"}, Words{"import", "校车.csv"}, Words{"history"}, Words{"--help"}, Words{"bogus"}}) {
        const Ran ran = desk(words);
        CAPTURE(words);
        CHECK((ran.out + ran.err).find('\x1b') == std::string::npos);
    }
}

TEST_CASE("in English no Chinese word is said but those of the records", "[cli]")
{
    const BusyDesk desk;
    const Words records{"吉G·10001",        "吉G10001", "吉G·20002", "吉G20002", "吉G·30003", "吉G30003",
                        "示例客运有限公司", "平安小学", "南坑塘",    "远泡子",   "白城市",    "学校.csv",
                        "驾驶人.csv",       "校车.csv", "许可.csv",  "标牌.csv", "运行.csv",  "水域.csv",
                        "服务提供者",       "吉G99999"};  // the header of a ledger
    for (const Words& words : {Words{"findings"},
                               Words{"--format", "csv", "findings"},
                               Words{"findings", "--rule", "PLATE-EXPIRED"},
                               Words{"near"},
                               Words{"near", "--within", "1"},
                               Words{"cases", "list"},
                               Words{"cases", "show", "2026-0001"},
                               Words{"cases", "open", "--bus", "吉G10001"},
                               Words{"cases", "list"},
                               Words{"cases", "close", "2026-0001"},
                               Words{"import", "校车.csv"},
                               Words{"import", "none.csv"},
                               Words{"import", "--dry-run", "校车.csv"},
                               Words{"verify"},
                               Words{"backup", "copy.xiaoan"},
                               Words{"undo", "999"},
                               Words{"undo", "1"},
                               Words{"put", "buses", "吉G10001", "seats=36"},
                               Words{"put", "buses", "吉G10001", "seats=many"},
                               Words{"retire", "buses", "吉G99999", "--reason", "gone"},
                               Words{"export", "buses", "--out", "b.csv"},
                               Words{"export", "drivers", "--out", "d.csv", "--unmask"},
                               Words{"init"},
                               Words{"doctor"}}) {
        const Ran ran = desk.on_monday(Words{"--lang", "en"} + words);
        CAPTURE(words, ran.out, ran.err);
        CHECK(chinese_in(ran.out, records).empty());
        CHECK(chinese_in(ran.err, records).empty());
    }
    const Ran findings = desk.json({"--lang", "en", "findings"});
    CAPTURE(findings.out);
    CHECK(chinese_in(findings.out, records).empty());
}

}  // namespace
