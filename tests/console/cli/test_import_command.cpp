#include "tests/console/cli/desk.hpp"
#include "tests/console/cli/json.hpp"
#include "tests/data/intake/ledger_of_every_kind.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;

const std::string sheet_shape = "file text, sheet null, kind text, rows whole, added whole, changed whole, "
                                "unchanged whole, refused whole, skipped whole";

std::string counts(const rapidjson::Value& sheet)
{
    std::string text;
    for (const char* key : {"rows", "added", "changed", "unchanged", "refused", "skipped"})
        text += (text.empty() ? "" : " ") + std::to_string(sheet[key].GetUint64());
    return text;
}

TEST_CASE("an import is reported to the letter of the contract", "[cli]")
{
    const Desk desk;
    desk.write("校车.csv", "号牌号码,县区,核载人数\n吉G10001,洮北区,36\n吉G20002,洮南市,19\n合计,,55\n");
    const Ran ran = desk({"--format", "json", "import", "校车.csv"});
    CHECK(ran.code == 0);
    CHECK(ran.out == R"({"files":[{"file":"校车.csv","sheet":null,"kind":"buses","rows":3,"added":2,"changed":0,)"
                     R"("unchanged":0,"refused":0,"skipped":1,"issues":[]}],"dry_run":false})"
                     "\n");
    const Ran again = desk({"--format", "json", "import", "校车.csv"});
    CHECK(again.code == 0);
    CHECK(counts(parsed(again.out)["files"][0]) == "3 0 0 2 0 1");
}

TEST_CASE("a file in an undeclared GCJ-02 is proposed as such, and taken as one with --datum", "[cli]")
{
    const Desk desk;
    desk.write("学校.csv", "学校标识码,学校名称,县区,经度,纬度\n2122000001,甲,洮北区,122.8390,45.6196\n"
                           "2122000002,乙,洮北区,122.8490,45.6196\n2122000003,丙,洮北区,122.8390,45.6296\n");
    REQUIRE(desk({"import", "学校.csv"}).code == 0);
    // The shift of regulations.md section 5, which changes by less than 20 m over a kilometre.
    desk.write("新.csv", "学校标识码,学校名称,县区,经度,纬度\n2122000001,甲,洮北区,122.844871297,45.621508272\n"
                         "2122000002,乙,洮北区,122.854871297,45.621508272\n"
                         "2122000003,丙,洮北区,122.844871297,45.631508272\n");
    const Ran tried = desk({"--format", "json", "import", "新.csv", "--dry-run"});
    CHECK(tried.code == 0);
    const auto report = parsed(tried.out);
    const auto& issues = report["files"][0]["issues"];
    REQUIRE(issues.Size() == 1);
    CHECK(issues[0]["row"].IsNull());
    CHECK(issues[0]["column"].IsNull());
    CHECK(issues[0]["code"] == "probable_datum");
    CHECK(issues[0]["severity"] == "warning");
    CHECK(issues[0]["value"] == "gcj02");
    CHECK(desk({"import", "新.csv", "--dry-run"}).out.find("--datum gcj02") != std::string::npos);
    const Ran taken = desk({"--format", "json", "import", "新.csv", "--datum", "gcj02", "--dry-run"});
    CHECK(parsed(taken.out)["files"][0]["issues"].Size() == 0);
}

TEST_CASE("a row that cannot be read is refused with exit 3, the others come in", "[cli]")
{
    const Desk desk;
    desk.write("校车.csv", "号牌号码,县区,核载人数,颜色\n吉G10001,洮北区,36,黄\n吉G20002,洮南市,三十六点五个,黄\n");
    const Ran json = desk({"--format", "json", "import", "校车.csv"});
    CHECK(json.code == 3);
    const auto report = parsed(json.out);
    CHECK(shape(report) == "{files [{" + sheet_shape +
                               ", issues [{row null, column text, code text, severity text, text text, value null} "
                               "{row whole, column text, code text, severity text, text text, value text}]}], "
                               "dry_run bool}");
    const auto& sheet = report["files"][0];
    CHECK(counts(sheet) == "2 1 0 0 1 0");
    REQUIRE(sheet["issues"].Size() == 2);
    const auto& issue = sheet["issues"][1];
    CHECK(issue["row"].GetInt() == 3);
    CHECK(issue["column"] == "核载人数");
    CHECK(issue["severity"] == "refused");
    CHECK(issue["value"] == "三十六点五个");
    CHECK(sheet["issues"][0]["column"] == "颜色");
    CHECK(sheet["issues"][0]["severity"] == "warning");
    const Ran text = desk({"import", "校车.csv"});
    CHECK(text.code == 3);
    CHECK(text.out.find("拒收 1") != std::string::npos);
    CHECK(text.out.find("第 3 行“核载人数”") != std::string::npos);
    CHECK(parsed(desk.json({"findings"}).out)["looked_at"]["buses"].GetInt() == 1);
}

TEST_CASE("of several files each stands alone", "[cli]")
{
    const Desk desk;
    desk.write("校车.csv", "号牌号码,县区\n吉G10001,洮北区\n");
    desk.write("信.csv", "尊敬的局长：\n");
    const Ran some = desk({"--format", "json", "import", "没有.csv", "校车.csv", "信.csv"});
    CHECK(some.code == 3);
    CHECK(some.err.find("没有.csv") != std::string::npos);
    // Those that could not be read stand in the report too, in the order asked for.
    const auto report = parsed(some.out);
    REQUIRE(report["files"].Size() == 3);
    CHECK(report["files"][0]["file"].GetString() == std::string{"没有.csv"});
    CHECK(report["files"][0]["issues"][0]["code"].GetString() == std::string{"unreadable_file"});
    CHECK(report["files"][1]["added"].GetInt() == 1);
    CHECK(report["files"][2]["issues"][0]["code"].GetString() == std::string{"unknown_kind"});
    const Ran none = desk({"--format", "json", "import", "没有.csv"});
    CHECK(none.code == 1);
    CHECK_FALSE(none.err.empty());
}

TEST_CASE("a dry run says what would change and writes nothing", "[cli]")
{
    const BusyDesk desk;
    const std::string log = desk.log();
    desk.write("校车.csv", "号牌号码,县区,核载人数\n吉G10001,洮北区,40\n吉G40004,洮北区,36\n吉G20002,洮南市,36\n");
    const Ran ran = desk({"--format", "json", "import", "--dry-run", "校车.csv"});
    CHECK(ran.code == 0);
    const auto report = parsed(ran.out);
    CHECK(report["dry_run"].GetBool() == true);
    CHECK(counts(report["files"][0]) == "3 1 1 1 0 0");
    CHECK(desk.log() == log);
    CHECK(desk.on_monday({"export", "buses", "--out", "after.csv"}).code == 0);
    CHECK(desk.read("after.csv").find("吉G40004") == std::string::npos);
    const Ran text = desk({"import", "--dry-run", "校车.csv"});
    CHECK(text.err == "试运行：没有写入任何内容\n");
    desk.write("坏.csv", "号牌号码,县区,核载人数\n吉G10001,洮北区,很多\n");
    CHECK(desk({"import", "--dry-run", "坏.csv"}).code == 3);
    CHECK(desk.log() == log);
}

TEST_CASE("rows that do not say their county fall to the one named", "[cli]")
{
    for (const auto* county : {"220881", "洮南市", "洮南"}) {
        const Desk desk;
        desk.write("校车.csv", "号牌号码,县区\n吉G10001,\n吉G20002,大安市\n");
        CHECK(desk({"import", "--county", county, "校车.csv"}).code == 0);
        CHECK(parsed(desk.json({"findings", "--county", "洮南市"}).out)["looked_at"]["buses"].GetInt() == 1);
        CHECK(parsed(desk.json({"findings", "--county", "大安市"}).out)["looked_at"]["buses"].GetInt() == 1);
    }
}

TEST_CASE("another VIN under the same number comes in only as a replaced vehicle", "[cli]")
{
    const Desk desk;
    desk.write("校车.csv", "号牌号码,县区,车辆识别代号\n吉G10001,洮北区,LDEMXXTE0FD000100\n");
    CHECK(desk({"import", "校车.csv"}).code == 0);
    desk.write("校车.csv", "号牌号码,县区,车辆识别代号\n吉G10001,洮北区,LDEMXXTE1JD000101\n");
    const Ran asked = desk({"--format", "json", "import", "校车.csv"});
    CHECK(asked.code == 3);
    CHECK(counts(parsed(asked.out)["files"][0]) == "1 0 0 0 1 0");
    const Ran told = desk({"--format", "json", "import", "--replace-vehicle", "校车.csv"});
    CHECK(told.code == 0);
    CHECK(counts(parsed(told.out)["files"][0]) == "1 1 0 0 0 0");  // never an update of the old one (formats.md 1)
}

TEST_CASE("what is wrong with personal data is said without it", "[cli]")
{
    const Desk desk;
    // The last character is no check digit: 220802198001010010 is right, …011 is not.
    desk.write("驾驶人.csv", "驾驶证号,姓名,联系电话,出生日期\n"
                             "220802198001010011,许示宁,13804360001,1981-01-01\n"
                             "2208021980010100,赵示伟,13804360002,不详\n");
    for (const Words& words :
         {Words{"import", "--dry-run", "驾驶人.csv"}, Words{"--lang", "en", "import", "驾驶人.csv"},
          Words{"--format", "json", "import", "驾驶人.csv"}}) {
        const Ran ran = desk(words);
        CAPTURE(ran.out);
        CHECK(ran.code == 3);
        CHECK(standing_in(ran.out + ran.err, {"许示宁", "赵示伟", "13804360001", "13804360002", "220802198001010011",
                                              "2208021980010100"}) == Words{});
    }
}

TEST_CASE("a workbook's sheet is named", "[cli]")
{
    const Desk desk;
    for (const auto& ledger : data::test::ledger_of_every_kind())
        if (ledger.kind == "operators") desk.write("企业.xlsx", data::test::chinese_xlsx(ledger));
    const Ran ran = desk({"--format", "json", "import", "企业.xlsx"});
    CHECK(ran.out ==
          R"({"files":[{"file":"企业.xlsx","sheet":"名册","kind":"operators","rows":1,"added":1,"changed":0,)"
          R"("unchanged":0,"refused":0,"skipped":0,"issues":[]}],"dry_run":false})"
          "\n");
}

TEST_CASE("--mapping says which field a header is; what is wrong with it is said with file, header and key", "[cli]")
{
    const Desk desk;
    desk.write("校车.csv", "车辆编号,县区,颜色\n吉G10001,洮北区,黄\n");
    CHECK(desk({"import", "校车.csv"}).code == 1);
    desk.write("对照.json", R"({"车辆编号": "registration_number", "颜色": null})");
    const Ran ran = desk({"--format", "json", "import", "--mapping", "对照.json", "校车.csv"});
    CHECK(ran.code == 0);
    CHECK(counts(parsed(ran.out)["files"][0]) == "1 1 0 0 0 0");
    CHECK(parsed(ran.out)["files"][0]["issues"].Empty());
    desk.write("错.json", R"({"车辆编号": "plate_no"})");
    const Ran wrong = desk({"import", "--mapping", "错.json", "校车.csv"});
    CHECK(wrong.code == 2);
    for (const auto* said : {"错.json", "车辆编号", "plate_no"}) CHECK(wrong.err.find(said) != std::string::npos);
    desk.write("坏.json", "{");
    CHECK(desk({"import", "--mapping", "坏.json", "校车.csv"}).code == 2);
    const Ran missing = desk({"import", "--mapping", "没有.json", "校车.csv"});
    CHECK(missing.code == 1);
    CHECK(missing.err.find("没有.json") != std::string::npos);
}

TEST_CASE("--column says what one column is and goes before --mapping; a field that no kind has is refused", "[cli]")
{
    const Desk desk;
    desk.write("校车.csv", "车辆编号,县区,颜色\n吉G10001,洮北区,黄\n");
    desk.write("对照.json", R"({"车辆编号": "vin"})");
    const Ran ran = desk({"--format", "json", "import", "--mapping", "对照.json", "--column",
                          "车辆编号=buses.registration_number", "--column", "颜色=", "校车.csv"});
    CHECK(ran.code == 0);
    CHECK(counts(parsed(ran.out)["files"][0]) == "1 1 0 0 0 0");
    CHECK(parsed(ran.out)["files"][0]["issues"].Empty());
    for (const auto* wrong : {"颜色=plate_no", "颜色=cars.owner"}) {
        const Ran refused = desk({"import", "--column", wrong, "校车.csv"});
        CHECK(refused.code == 2);
        CHECK(refused.err.find(wrong) != std::string::npos);
    }
}

TEST_CASE("kind and encoding can be forced", "[cli]")
{
    const Desk desk;
    // 号牌号码,县区 / 吉G10001,洮北区 in GB 18030
    desk.write("校车.csv",
               "\xBA\xC5\xC5\xC6\xBA\xC5\xC2\xEB,\xCF\xD8\xC7\xF8\n\xBC\xAAG10001,\xE4\xAC\xB1\xB1\xC7\xF8\n");
    const Ran ran = desk({"--format", "json", "import", "--kind", "buses", "--encoding", "gb18030", "校车.csv"});
    CAPTURE(ran.out, ran.err);
    CHECK(ran.code == 0);
    CHECK(counts(parsed(ran.out)["files"][0]) == "1 1 0 0 0 0");
}

}  // namespace
