#include "tests/console/cli/desk.hpp"
#include "tests/console/cli/json.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <sstream>

namespace {

using namespace xiaoan::test;

Words rules_and_buses(const Ran& ran)
{
    Words found;
    const auto answer = parsed(ran.out);
    for (const auto& finding : answer["findings"].GetArray())
        found.push_back(std::string{finding["rule"].GetString()} + " " + finding["subject"]["key"].GetString());
    return found;
}

TEST_CASE("a finding is written to the letter of the contract, with the row it rests on", "[cli]")
{
    const WholeDesk desk;
    const Ran ran = desk.json({"findings", "--rule", "PERMIT-EXPIRED"});
    CHECK(ran.code == 0);
    CHECK(ran.err.empty());
    CHECK(
        ran.out ==
        R"({"as_of":"2026-11-23","looked_at":{"buses":3},"counts":{"PERMIT-EXPIRED":1},"findings":[)"
        R"({"rule":"PERMIT-EXPIRED","severity":"stop","subject":{"kind":"bus","key":"吉G10001"},"county":"220802",)"
        R"("since":"2026-09-01","due":null,"department":"government",)"
        R"("basis":"《校车安全管理条例》第十四条；《行政许可法》第七十条",)"
        R"("text":"校车使用许可有效期至 2026-08-31，已过期 84 天","evidence":[)"
        R"({"field":"permit.number","value":"XK-1","source":{"file":"许可.csv","sheet":null,"row":2}},)"
        R"({"field":"permit.decided_on","value":"2025-08-20","source":{"file":"许可.csv","sheet":null,"row":2}},)"
        R"({"field":"permit.valid_from","value":"2025-09-01","source":{"file":"许可.csv","sheet":null,"row":2}},)"
        R"({"field":"permit.valid_to","value":"2026-08-31","source":{"file":"许可.csv","sheet":null,"row":2}}]}],"silenced":[]})"
        "\n");
}

TEST_CASE("findings stand gravest first, then by the day since which they hold", "[cli]")
{
    const WholeDesk desk;
    // Both have lasted since 2026-09-01: the permit of the one ended, the other has run without one; then by number.
    CHECK(rules_and_buses(desk.json({"findings"})) == Words{"PERMIT-EXPIRED 吉G10001", "PERMIT-NONE 吉G20002"});
    const auto answer = parsed(desk.json({"findings"}).out);
    CHECK(shape(answer["counts"]) == "{PERMIT-NONE whole, PERMIT-EXPIRED whole}");
}

TEST_CASE("a county, a rule or a grade narrows the findings, and the answer says how many were looked at", "[cli]")
{
    const WholeDesk desk;
    for (const auto* county : {"220881", "洮南市", "洮南"}) {
        const Ran ran = desk.json({"findings", "--county", county});
        CHECK(rules_and_buses(ran) == Words{"PERMIT-NONE 吉G20002"});
        CHECK(parsed(ran.out)["looked_at"]["buses"].GetInt() == 2);
    }
    CHECK(rules_and_buses(desk.json({"findings", "--severity", "stop"})).size() == 2);
    const Ran none = desk.json({"findings", "--severity", "notice"});
    CHECK(none.out == R"({"as_of":"2026-11-23","looked_at":{"buses":3},"counts":{},"findings":[],"silenced":[]})"
                      "\n");
    const Ran text = desk.on_monday({"findings", "--severity", "notice"});
    CHECK(text.code == 0);
    CHECK(text.out == "没有符合条件的问题：3 辆校车中 0 项\n");
}

TEST_CASE("another date is another answer", "[cli]")
{
    const WholeDesk desk;
    const auto on = [&](const char* date) {
        return rules_and_buses(desk({"--format", "json", "--as-of", date, "findings", "--county", "洮北"}));
    };
    CHECK(on("2026-08-31") == Words{});  // the last day of the permit; its bus had no run yet
    CHECK(on("2026-09-01") == Words{"PERMIT-EXPIRED 吉G10001"});
}

TEST_CASE("people read counts and a table, with the dot of the number", "[cli]")
{
    const WholeDesk desk;
    const Ran ran = desk.on_monday({"findings"});
    CHECK(ran.code == 0);
    CHECK(ran.err == "截至 2026-11-23：查看校车 3 辆，停运 2，整改 0，提示 0，正常 1，未运行 0；列出问题 2 项\n");
    CHECK(ran.out.find("吉G·10001") != std::string::npos);
    CHECK(ran.out.find("吉G·30003") == std::string::npos);
    CHECK(std::ranges::count(ran.out, '\n') == 3);
}

TEST_CASE("programs read CSV, with the number as it is recorded", "[cli]")
{
    const WholeDesk desk;
    const Ran ran = desk.on_monday({"--format", "csv", "findings"});
    CHECK(ran.code == 0);
    CHECK(ran.out.starts_with("级别,"));
    CHECK(ran.out.find(",吉G10001,") != std::string::npos);
    CHECK(std::ranges::count(ran.out, '\r') == 3);
    CHECK(ran.out.ends_with("\r\n"));
}

TEST_CASE("the list goes into a file that spreadsheets open, or onto pages", "[cli]")
{
    const WholeDesk desk;
    const Ran csv = desk.on_monday({"findings", "--out", "list.csv"});
    CHECK(csv.code == 0);
    CHECK(csv.out.empty());
    CHECK(csv.err == "已写入 list.csv（2 项）\n");
    // The words of the printed page, as the window saves it.
    CHECK(desk.read("list.csv").starts_with("\xEF\xBB\xBF序号,号牌号码,县区,"));
    CHECK(std::ranges::count(desk.read("list.csv"), '\r') == 3);
    CHECK(desk.on_monday({"findings", "--out", "list.pdf"}).code == 0);
    CHECK(desk.read("list.pdf").starts_with("%PDF-"));
    CHECK_FALSE(desk.has("list.pdf.part"));
    const Ran nowhere = desk.on_monday({"findings", "--out", "no/such/folder/list.pdf"});
    CHECK(nowhere.code == 1);
    CHECK(nowhere.err.find("no/such/folder/list.pdf") != std::string::npos);
}

TEST_CASE("the demonstration has exactly the findings that were worked out beside it", "[cli]")
{
    const xiaoan::data::test::Folder folder;
    const Place here{folder.path().string()};
    REQUIRE(run({"--register", "demo.xiaoan", "init", "--demo"}, here).code == 0);
    Words expected;
    std::ifstream file(XIAOAN_SAMPLE_FOLDER "/expected-findings.csv");
    std::string line;
    std::getline(file, line);
    CHECK(line.find("registration_number,rule,grade") != std::string::npos);
    while (std::getline(file, line)) {
        if (line.ends_with('\r')) line.pop_back();
        expected.push_back(line);
    }
    Words found;
    const auto answer =
        parsed(run({"--register", "demo.xiaoan", "--as-of", "2026-11-23", "--format", "json", "findings"}, here).out);
    for (const auto& finding : answer["findings"].GetArray()) {
        const std::string severity = finding["severity"].GetString(), rule = finding["rule"].GetString();
        if (severity == "data") continue;  // gaps are not in that list
        const char* grade = severity == "stop" ? ",S" : severity == "rectify" ? ",R" : ",N";
        found.push_back(std::string{finding["subject"]["key"].GetString()} + "," + rule + grade);
    }
    std::ranges::sort(found);
    std::ranges::sort(expected);
    REQUIRE(expected.size() == 215);
    CHECK(found == expected);
}

TEST_CASE("a name in place of a licence number is kept, and nobody is accused of being somebody else", "[cli]")
{
    const Desk desk;
    desk.write("校车.csv", "号牌号码,县区\n吉G10001,洮北区\n");
    desk.write("许可.csv", "许可编号,号牌号码,决定日期,审批结果,有效期止,驾驶证号\n"
                           "许1,吉G10001,2025-08-20,准予,长期,许示宁\n");
    desk.write("运行.csv", "号牌号码,线路编号,驾驶证号,生效日期\n吉G10001,L1,220802198001010010,2026-09-01\n");
    REQUIRE(desk({"import", "校车.csv", "许可.csv", "运行.csv"}).code == 0);
    const auto answer = parsed(desk.json({"findings", "--rule", "PLATE-MISMATCH-DRIVER?"}).out);
    REQUIRE(answer["findings"].Size() == 1);
    CHECK(answer["findings"][0]["rule"].GetString() == std::string{"PLATE-MISMATCH-DRIVER?"});
    CHECK(answer["findings"][0]["text"].GetString() == std::string{"填写的不是驾驶证号，无法核对是否同一人"});
    // 长期 is a term without end: the permit is in force, and never falls due.
    const auto all = parsed(desk.json({"findings"}).out);
    CHECK(all["counts"].HasMember("PLATE-NONE"));
    CHECK_FALSE(all["counts"].HasMember("PERMIT-NONE"));
    CHECK(
        parsed(desk({"--as-of", "2036-11-23", "--format", "json", "findings"}).out)["counts"].HasMember("PLATE-NONE"));
}

}  // namespace
