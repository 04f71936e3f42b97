#include "data/intake/container.hpp"
#include "tests/console/cli/desk.hpp"
#include "tests/console/cli/json.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan::test;

namespace {

/// 吉G30003 without attendant and with 40 aboard; a vehicle in no register; a row that cannot be read.
constexpr std::string_view filled =
    "检查编号,检查日期,号牌号码,预计经过,有随车照管人员,实载人数,其中学生人数,收取费用,现场措施,移交部门,受理部门文号\n"
    "20261123-1,2026-11-23,吉G30003,是,否,40,38,,转运学生、移交,公安交管,白公交〔2026〕7号\n"
    "20261123-1,2026-11-23,无牌面包车1,,,12,11,是,让其完成本趟,,\n"
    "20261123-1,2026-11-23,吉G10001,是,,许多,,,,,\n"
    "20261123-1,2026-11-23,吉G20002,是,,,,,,,\n";

/// All that stands in a workbook.
std::string texts_of(const std::string& path)
{
    std::string texts;
    const auto book = xiaoan::data::open_workbook(path);
    for (std::size_t sheet = 0; sheet < book->sheets().size(); ++sheet) {
        const auto reader = book->open(sheet);
        for (xiaoan::data::SheetRow row; reader->next(row);)
            for (const auto& cell : row.cells) texts.append(cell.text).append("\n");
    }
    return texts;
}

}  // namespace

TEST_CASE("what a check found comes back as cases and a hand-over, once, and can be undone", "[checks]")
{
    const WholeDesk desk;
    desk.write("检查.csv", filled);
    const Ran first = desk.json({"checks", "record", "检查.csv"});
    CHECK(first.code == 3);
    const auto json = parsed(first.out);
    CHECK(shape(json["files"][0]) ==
          "{file text, sheet null, kind text, rows whole, added whole, changed whole, unchanged whole, refused whole, "
          "skipped whole, issues [{row whole, column text, code text, severity text, text text, value text}]}");
    CHECK(json["files"][0]["rows"].GetInt() == 4);
    CHECK(json["files"][0]["added"].GetInt() == 3);
    CHECK(json["files"][0]["refused"].GetInt() == 1);
    CHECK(json["files"][0]["issues"][0]["row"].GetInt() == 4);
    CHECK(std::string{json["files"][0]["issues"][0]["code"].GetString()} == "bad_count");
    REQUIRE(json["checked"].Size() == 3);
    CHECK(std::string{json["checked"][0]["found"][0]["rule"].GetString()} == "OVER-CAPACITY");
    CHECK(std::string{json["checked"][0]["outcomes"][0]["reference"].GetString()} == "2026-0001");
    CHECK(std::string{json["checked"][1]["found"][0]["rule"].GetString()} == "SUSPECT-CARRIAGE");
    CHECK(json["checked"][2]["found"].Empty());

    const auto cases = parsed(desk.json({"cases", "list"}).out);
    REQUIRE(cases["cases"].Size() == 2);
    const std::string handovers = desk.json({"handovers", "list"}).out;
    CHECK(handovers.find("白公交〔2026〕7号") != std::string::npos);
    CHECK(desk({"verify"}).code == 0);
    // The register cannot tell that it was put right: the case stands until a check says so.
    CHECK(desk.on_monday({"cases", "verify", "2026-0001"}).code == 4);
    // By a later check that met the vehicle, not by any words.
    const auto verify = [&](const char* check) {
        return desk({"--as-of", "2026-11-24", "cases", "verify", "2026-0001", "--check", check, "--text", "复查合格"})
            .code;
    };
    CHECK(verify("20261124-1") == 4);
    REQUIRE(desk({"--as-of", "2026-11-24", "checks", "record", "--bus", "吉G30003", "counted=5"}).code == 0);
    CHECK(verify("20261123-1") == 4);
    CHECK(verify("20261124-1") == 0);

    const std::string log = desk.log();
    const Ran again = desk.json({"checks", "record", "检查.csv"});
    CHECK(parsed(again.out)["files"][0]["unchanged"].GetInt() == 3);
    CHECK(parsed(again.out)["changes"].Empty());
    CHECK(desk.log() == log);
}

TEST_CASE("checks are listed, reported, known at a moment and undone", "[checks]")
{
    const WholeDesk desk;
    const Ran typed = desk.json({"checks", "record", "--bus", "吉G·30003", "attendant=否", "expected=yes"});
    REQUIRE(typed.code == 0);
    const auto change = std::to_string(parsed(typed.out)["changes"][0].GetInt());
    const auto list = parsed(desk.json({"checks", "list", "--from", "2026-11-23", "--to", "2026-11-23"}).out);
    REQUIRE(list["checks"].Size() == 1);
    CHECK(std::string{list["checks"][0]["check"].GetString()} == "20261123-1");
    CHECK(list["checks"][0]["vehicles"][0]["met"].IsTrue());
    CHECK(list["looked_at"]["vehicles"].GetInt() == 1);
    const auto report = parsed(desk.json({"checks", "report", "--out", "report.pdf"}).out);
    CHECK(report["total"]["expected"].GetInt() == 1);
    CHECK(report["total"]["came"].GetInt() == 1);
    CHECK(report["found"]["ATTENDANT-NONE"].GetInt() == 1);
    CHECK(desk.read("report.pdf").starts_with("%PDF"));
    REQUIRE(desk({"undo", change}).code == 0);
    CHECK(parsed(desk.json({"checks", "list"}).out)["checks"].Empty());
    CHECK(parsed(desk.json({"cases", "list"}).out)["cases"].Empty());
    CHECK(desk({"verify"}).code == 0);
}

TEST_CASE("a check that cannot be read is said, with the exit code of its kind", "[checks]")
{
    const WholeDesk desk;
    CHECK(desk.on_monday({"checks", "record"}).code == 2);
    CHECK(desk.on_monday({"checks", "record", "--bus", "吉G30003", "attendants=no"}).code == 2);
    CHECK(desk.on_monday({"checks", "record", "--bus", "吉G30003", "counted=many"}).code == 2);
    CHECK(desk.on_monday({"checks", "record", "校车.csv"}).code == 1);
    CHECK(desk.on_monday({"checks", "list", "--from", "2026-13-01"}).code == 2);
    CHECK(desk.on_monday({"checks", "sheet", "--bus", "吉G30003", "--out", "sheet.doc"}).code == 2);
    CHECK(desk.on_monday({"checks", "sheet", "--bus", "吉G99999", "--out", "sheet.pdf"}).code == 4);
}

TEST_CASE("a sheet that was written comes back as it went out, and names nobody", "[checks]")
{
    const WholeDesk desk;
    REQUIRE(desk.on_monday({"checks", "sheet", "--bus", "吉G30003", "--out", "sheet.xlsx"}).code == 0);
    const auto json = parsed(desk.json({"checks", "record", "sheet.xlsx"}).out);
    CHECK(json["files"][0]["rows"].GetInt() == 21);
    CHECK(json["files"][0]["added"].GetInt() == 1);
    CHECK(json["files"][0]["skipped"].GetInt() == 20);
    CHECK(json["files"][0]["issues"].Empty());
    REQUIRE(desk.on_monday({"checks", "sheet", "--bus", "吉G30003", "--form", "--out", "form.xlsx"}).code == 0);
    for (const auto* name : {"sheet.xlsx", "form.xlsx"}) {
        const std::string texts = texts_of(desk.file(name));
        CHECK(texts.find("许某某") != std::string::npos);  // the driver, masked
        CHECK(standing_in(texts, people_of_ledgers).empty());
    }
}
