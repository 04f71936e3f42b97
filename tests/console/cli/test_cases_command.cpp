#include "tests/console/cli/desk.hpp"
#include "tests/console/cli/json.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan::test;

const std::string case_shape = "{number text, state text, department text, county text, subject {kind text, key text}, "
                               "opened_on text, due_on text, overdue_days whole, rules [text], "
                               "events [{at text, what text, by text, text text}]}";

TEST_CASE("a case opened on a finding is written to the letter of the contract", "[cli]")
{
    const BusyDesk desk;
    CHECK(desk.json({"cases", "list"}).out == "{\"cases\":[]}\n");
    const Ran opened = desk.json({"cases", "open", "--bus", "吉G10001", "--due", "2026-12-01"});
    CHECK(opened.code == 0);
    const auto answer = parsed(opened.out);
    CHECK(shape(answer) == "{cases [" + case_shape + "]}");
    REQUIRE(answer["cases"].Size() == 1);
    const auto& made = answer["cases"][0];
    CHECK(made["number"] == "2026-0001");
    CHECK(made["state"] == "open");
    CHECK(made["department"] == "government");
    CHECK(made["county"] == "220802");
    CHECK(made["subject"]["kind"] == "bus");
    CHECK(made["subject"]["key"] == "吉G10001");
    CHECK(made["opened_on"] == "2026-11-23");
    CHECK(made["due_on"] == "2026-12-01");
    CHECK(made["overdue_days"].GetInt() == 0);
    CHECK(made["rules"][0] == "PERMIT-EXPIRED");
    CHECK(made["events"][0]["what"] == "opened");
    CHECK(desk.json({"cases", "show", "2026-0001"}).out == opened.out);
    CHECK(desk.json({"cases", "list"}).out == opened.out);
    // Ten days after the deadline.
    const Ran late = desk({"--format", "json", "--as-of", "2026-12-11", "cases", "list"});
    CHECK(parsed(late.out)["cases"][0]["overdue_days"].GetInt() == 10);
}

TEST_CASE("what is waived is not put right: no verification, and closing needs a reason", "[cli]")
{
    const BusyDesk desk;
    REQUIRE(desk.on_monday({"cases", "open", "--bus", "吉G10001"}).code == 0);
    REQUIRE(
        desk.on_monday({"waive", "PERMIT-EXPIRED", "吉G10001", "--until", "2026-12-24", "--reason", "正在补办"}).code ==
        0);
    const Ran list = desk.on_monday({"cases", "list"});
    CHECK(list.out.find("豁免/静默中") != std::string::npos);
    CHECK(list.out.find("问题已消除") == std::string::npos);
    CHECK(std::string{
              parsed(desk.json({"cases", "show", "2026-0001", "--full"}).out)["cases"][0]["standing"].GetString()} ==
          "set_aside");
    const Ran verified = desk.on_monday({"cases", "verify", "2026-0001"});
    CHECK(verified.code == 4);
    CHECK(verified.err.find("豁免/静默中") != std::string::npos);
    CHECK(desk.on_monday({"cases", "close", "2026-0001"}).code == 4);
    CHECK(desk.on_monday({"cases", "close", "2026-0001", "--reason", "申请人放弃"}).code == 0);
    CHECK(parsed(desk.json({"cases", "report"}).out)["total"]["rectified"].GetInt() == 0);
}

TEST_CASE("a step that lacks its reason says which word is missing", "[cli]")
{
    const BusyDesk desk;
    REQUIRE(desk.on_monday({"cases", "open", "--bus", "吉G10001"}).code == 0);
    for (const Words& words :
         {Words{"cases", "cancel", "2026-0001"}, Words{"cases", "extend", "2026-0001", "--due", "2026-12-22"}}) {
        const Ran ran = desk.on_monday(words);
        CHECK(ran.code == 4);
        CHECK(ran.err.find("--reason") != std::string::npos);
    }
}

TEST_CASE("the list of an earlier day has no case that was opened later", "[cli]")
{
    const BusyDesk desk;
    REQUIRE(desk.on_monday({"cases", "open", "--bus", "吉G10001"}).code == 0);
    CHECK(desk({"--as-of", "2026-11-22", "--format", "json", "cases", "list"}).out == "{\"cases\":[]}\n");
    CHECK(desk({"--as-of", "2026-11-22", "cases", "show", "2026-0001"}).code == 4);
}

TEST_CASE("a vehicle that left the register is not put right", "[cli]")
{
    const BusyDesk desk;
    REQUIRE(desk.on_monday({"cases", "open", "--bus", "吉G10001"}).code == 0);
    REQUIRE(desk.on_monday({"retire", "buses", "吉G10001", "--reason", "重复登记"}).code == 0);
    const Ran verified = desk.on_monday({"cases", "verify", "2026-0001"});
    CHECK(verified.code == 4);
    CHECK(verified.err.find("已不在登记簿") != std::string::npos);
    CHECK(desk.on_monday({"cases", "list"}).out.find("已不在登记簿") != std::string::npos);
}

TEST_CASE("several buses make a case each, and their numbers are said", "[cli]")
{
    const BusyDesk desk;
    const Ran ran = desk.on_monday({"cases", "open", "--bus", "吉g·10001", "--bus", "吉G-20002"});
    CHECK(ran.code == 0);
    CHECK(ran.err == "已开立督办事项 2026-0001\n已开立督办事项 2026-0002\n");
    CHECK(ran.out.find("吉G·10001") != std::string::npos);
    CHECK(ran.out.find("吉G·20002") != std::string::npos);
    CHECK(parsed(desk.json({"cases", "list"}).out)["cases"].Size() == 2);
    const Ran csv = desk.on_monday({"--format", "csv", "cases", "list"});
    CHECK(csv.out.find(",吉G10001,") != std::string::npos);
}

TEST_CASE("a case that breaks a rule is refused with 4 and leaves the register as it was", "[cli]")
{
    const BusyDesk desk;
    REQUIRE(desk.on_monday({"cases", "open", "--bus", "吉G10001"}).code == 0);
    const std::string log = desk.log();
    for (const Words& words :
         {Words{"cases", "open", "--bus", "吉G10001"},                             // in a case already
          Words{"cases", "open", "--bus", "吉G99999"},                             // no such bus
          Words{"cases", "open", "--bus", "吉G30003"},                             // nothing is wrong with it
          Words{"cases", "open", "--bus", "吉G20002", "--rule", "PLATE-EXPIRED"},  // not this
          Words{"cases", "open", "--bus", "吉G20002", "--due", "2026-11-22"},      // due before it is opened
          Words{"cases", "open", "--bus", "吉G20002", "--bus", "吉G99999"},        // one of them unknown
          Words{"cases", "show", "2026-0009"}, Words{"cases", "reply", "2026-0009", "--text", "已收到"},
          Words{"cases", "close", "2026-0009"}, Words{"cases", "close", "2026-0001"},        // its finding stands
          Words{"cases", "verify", "2026-0001"},                                             // likewise
          Words{"cases", "urge", "2026-0001"},                                               // not sent
          Words{"cases", "cancel", "2026-0001"},                                             // no reason
          Words{"cases", "extend", "2026-0001", "--due", "2026-11-22", "--reason", "检修"},  // no later
          Words{"cases", "extend", "2026-0001", "--due", "2026-12-22"},                      // no reason
          Words{"cases", "reopen", "2026-0001", "--reason", "反复"},                         // has not ended
          Words{"cases", "attachment", "2026-0001", "1", "--out", "x"},                      // has none
          Words{"cases", "open", "--matter", "超员", "--department", "transport", "--school", "999"}}) {
        const Ran ran = desk.on_monday(words);
        CAPTURE(words, ran.err);
        CHECK(ran.code == 4);
        CHECK(ran.out.empty());
        CHECK_FALSE(ran.err.empty());
        CHECK(desk.log() == log);
    }
}

TEST_CASE("a case is answered, and closed with a reason while its finding stands", "[cli]")
{
    const BusyDesk desk;
    REQUIRE(desk.on_monday({"cases", "open", "--bus", "吉G10001"}).code == 0);
    CHECK(desk.on_monday({"cases", "reply", "2026-0001", "--text", "已通知停运"}).code == 0);
    CHECK(parsed(desk.json({"cases", "show", "2026-0001"}).out)["cases"][0]["state"] == "replied");
    CHECK(desk.on_monday({"cases", "close", "2026-0001", "--reason", "车辆已报废"}).code == 0);
    const auto closed = parsed(desk.json({"cases", "show", "2026-0001"}).out);
    CHECK(closed["cases"][0]["state"] == "closed");
    CHECK(closed["cases"][0]["overdue_days"].GetInt() == 0);
    CHECK(closed["cases"][0]["events"].Size() == 3);
    CHECK(closed["cases"][0]["events"][1]["text"] == "已通知停运");
    CHECK(desk.on_monday({"cases", "close", "2026-0001", "--reason", "再次"}).code == 4);
    const Ran shown = desk.on_monday({"cases", "show", "2026-0001"});
    CHECK(shown.out.find("已通知停运") != std::string::npos);
}

TEST_CASE("a case whose finding is gone is closed without a reason", "[cli]")
{
    const BusyDesk desk;
    REQUIRE(desk.on_monday({"cases", "open", "--bus", "吉G10001"}).code == 0);
    REQUIRE(desk({"put", "permits", "XK-2", "registration_number=吉G10001", "decided_on=2026-08-25", "decision=准予",
                  "valid_from=2026-09-01", "valid_to=2027-08-31"})
                .code == 0);
    CHECK(desk.on_monday({"cases", "close", "2026-0001"}).code == 0);
}

TEST_CASE("another department can be asked", "[cli]")
{
    const BusyDesk desk;
    const Ran ran = desk.json({"cases", "open", "--bus", "吉G20002", "--department", "education"});
    CHECK(ran.code == 0);
    CHECK(parsed(ran.out)["cases"][0]["department"] == "education");
    CHECK(desk.on_monday({"cases", "list"}).code == 0);
    const Ran none = Desk{}.on_monday({"cases", "list"});
    CHECK(none.code == 0);
    CHECK(none.err == "没有督办事项\n");
}

TEST_CASE("a case is walked from finding to closure", "[cli]")
{
    const BusyDesk desk;
    const auto on = [&](const std::string& date, const Words& words) { return desk(Words{"--as-of", date} + words); };
    REQUIRE(on("2026-11-02", {"cases", "open", "--bus", "吉G10001", "--due", "2026-11-10"}).code == 0);
    desk.write("函.pdf", "%PDF-1.4 letter");
    CHECK(on("2026-11-03", {"cases", "send", "2026-0001", "--document", "白教函〔2026〕12号", "--to", "洮北区人民政府",
                            "--copy", "洮北区教育局", "--attach", "函.pdf"})
              .code == 0);
    CHECK(on("2026-11-07", {"cases", "remind", "2026-0001"}).code == 0);
    CHECK(on("2026-11-11", {"cases", "urge", "2026-0001", "--text", "电话催办"}).code == 0);
    CHECK(on("2026-11-17", {"cases", "escalate", "2026-0001"}).code == 0);
    CHECK(on("2026-11-18", {"cases", "reply", "2026-0001", "--text", "正在补办", "--document", "洮北政函〔2026〕3号"})
              .code == 0);
    CHECK(on("2026-11-18", {"cases", "extend", "2026-0001", "--workdays", "5", "--reason", "材料补正"}).code == 0);
    CHECK(on("2026-11-23", {"cases", "verify", "2026-0001"}).code == 4);
    CHECK(on("2026-11-23", {"cases", "close", "2026-0001"}).code == 4);
    REQUIRE(desk({"put", "permits", "XK-2", "registration_number=吉G10001", "decided_on=2026-11-20", "decision=准予",
                  "valid_from=2026-11-20", "valid_to=2027-08-31"})
                .code == 0);
    const Ran list = desk.on_monday({"cases", "list"});
    CHECK(list.out.find("核实：问题已消除") != std::string::npos);
    CHECK(list.err == "列出 1 项，共 1 项\n");
    CHECK(desk.on_monday({"cases", "show", "2026-0001"}).out.find("开立时的问题已全部消除") != std::string::npos);
    CHECK(on("2026-11-23", {"cases", "verify", "2026-0001"}).code == 0);
    CHECK(on("2026-11-24", {"cases", "close", "2026-0001"}).code == 0);

    const auto shown = [&](const std::string& date, const Words& more) {
        return parsed(on(date, Words{"--format", "json", "cases", "show", "2026-0001"} + more).out);
    };
    const auto full = shown("2026-11-24", {"--full"});
    const auto& made = full["cases"][0];
    CHECK(made["state"] == "closed");
    CHECK(made["closed_on"] == "2026-11-24");
    CHECK(made["due_on"] == "2026-11-25");  // five working days after Wednesday 2026-11-18
    CHECK(made["sent_on"] == "2026-11-03");
    CHECK(made["urged"].GetInt() == 1);
    CHECK(made["next"] == "none");
    CHECK(made["addressees"][0]["name"] == "洮北区人民政府");
    CHECK(made["addressees"][1]["role"] == "copy");
    CHECK(made["attachments"][0]["name"] == "函.pdf");
    std::string steps;
    for (const auto& event : made["events"].GetArray()) steps += event["what"].GetString() + std::string{" "};
    CHECK(steps == "opened sent reminded urged escalated replied extended verified closed ");
    CHECK(made["events"][1]["on"] == "2026-11-03");
    CHECK(made["findings"][0]["evidence"].Size() > 0);
    // The letter of the contract holds without --full.
    CHECK(shape(parsed(desk.json({"cases", "show", "2026-0001"}).out)) == "{cases [" + case_shape + "]}");

    CHECK(desk.on_monday({"cases", "attachment", "2026-0001", "1", "--out", "out.pdf"}).code == 0);
    CHECK(desk.read("out.pdf") == "%PDF-1.4 letter");
    CHECK(desk({"verify"}).code == 0);

    CHECK(on("2026-11-25", {"cases", "reopen", "2026-0001", "--reason", "又停办"}).code == 0);
    CHECK(on("2026-11-25", {"cases", "cancel", "2026-0001", "--reason", "车辆报废"}).code == 0);
    CHECK(shown("2026-11-25", {})["cases"][0]["state"] == "cancelled");
    CHECK(shown("2026-11-24", {})["cases"][0]["state"] == "closed");  // as of the day before it was reopened
}

TEST_CASE("a new finding of the same bus and department joins its case", "[cli]")
{
    const BusyDesk desk;
    REQUIRE(desk.on_monday({"cases", "open", "--bus", "吉G20002", "--department", "police_traffic"}).code == 0);
    REQUIRE(desk.on_monday({"cases", "send", "2026-0001"}).code == 0);
    REQUIRE(desk({"put", "buses", "吉G20002", "inspection_until=2026-10-31"}).code == 0);
    const Ran joined = desk.on_monday({"cases", "open", "--bus", "吉G20002", "--department", "police_traffic"});
    CHECK(joined.code == 0);
    CHECK(joined.err == "新问题已并入督办事项 2026-0001，待发函\n");
    const auto cases = parsed(desk.json({"cases", "list"}).out);
    REQUIRE(cases["cases"].Size() == 1);
    CHECK(cases["cases"][0]["state"] == "open");
    CHECK(cases["cases"][0]["rules"].Size() == 2);
    CHECK(cases["cases"][0]["events"][2]["what"] == "finding_added");
}

TEST_CASE("a letter always goes to somebody: whom only copies were named for goes to the usual addressee", "[cli]")
{
    const BusyDesk desk;
    const auto addressees = [&] {
        std::string all;
        const auto full = parsed(desk.json({"cases", "show", "2026-0001", "--full"}).out);
        for (const auto& each : full["cases"][0]["addressees"].GetArray())
            all += std::string{each["role"].GetString()} + ":" + each["name"].GetString() + " ";
        return all;
    };
    REQUIRE(desk.on_monday({"cases", "open", "--bus", "吉G10001"}).code == 0);  // government of 洮北区
    CHECK(addressees().empty());
    CHECK(desk.on_monday({"cases", "send", "2026-0001", "--copy", "洮北区教育局"}).code == 0);
    CHECK(addressees() == "to:洮北区人民政府 copy:洮北区教育局 ");
    CHECK(desk.on_monday({"cases", "send", "2026-0001", "--to", "白城市人民政府"}).code == 0);
    CHECK(addressees() == "to:白城市人民政府 copy:洮北区教育局 ");
    CHECK(desk.on_monday({"cases", "send", "2026-0001"}).code == 0);
    CHECK(addressees() == "to:白城市人民政府 copy:洮北区教育局 ");
}

TEST_CASE("a case about a matter is opened by hand, and a joint check proves its end", "[cli]")
{
    const BusyDesk desk;
    CHECK(desk.on_monday({"cases", "open", "--matter", "站前接送学生"}).code == 2);   // whose?
    CHECK(desk.on_monday({"cases", "open", "--department", "transport"}).code == 2);  // about what?
    const Ran opened = desk.json({"cases", "open", "--matter", "站前接送学生", "--department", "transport", "--county",
                                  "洮南", "--workdays", "5", "--item", "23.3"});
    CHECK(opened.code == 0);
    const auto made = parsed(opened.out);
    CHECK(made["cases"][0]["subject"]["kind"] == "matter");
    CHECK(made["cases"][0]["county"] == "220881");
    CHECK(made["cases"][0]["due_on"] == "2026-11-30");
    CHECK(made["cases"][0]["rules"].Size() == 0);
    CHECK(desk.on_monday({"cases", "verify", "2026-0001"}).code == 4);
    CHECK(desk.on_monday({"cases", "close", "2026-0001"}).code == 4);
    CHECK(desk.on_monday({"cases", "verify", "2026-0001", "--check", "联查2026-12", "--text", "未再发现"}).code == 0);
    CHECK(desk.on_monday({"cases", "close", "2026-0001"}).code == 0);
    CHECK(
        desk.on_monday({"cases", "open", "--matter", "安全通道", "--department", "education", "--school", "2122000001"})
            .code == 0);
    CHECK(desk.on_monday({"cases", "list"}).out.find("平安小学") != std::string::npos);
}

TEST_CASE("the list is narrowed by state, department, county, deadline and who is waited for", "[cli]")
{
    const BusyDesk desk;
    REQUIRE(desk.on_monday({"cases", "open", "--bus", "吉G10001", "--due", "2026-11-27"}).code == 0);  // government
    REQUIRE(desk.on_monday({"cases", "open", "--bus", "吉G20002", "--due", "2026-12-20"}).code == 0);
    REQUIRE(desk.on_monday({"cases", "send", "2026-0002"}).code == 0);
    const auto numbers = [&](const std::string& date, const Words& options) {
        const Ran ran = desk(Words{"--as-of", date, "--format", "json", "cases", "list"} + options);
        std::string all;
        if (ran.code != 0) return std::string{"exit "} + std::to_string(ran.code);
        for (const auto& each : parsed(ran.out)["cases"].GetArray())
            all += each["number"].GetString() + std::string{" "};
        return all;
    };
    CHECK(numbers("2026-11-23", {}) == "2026-0001 2026-0002 ");
    CHECK(numbers("2026-11-23", {"--state", "sent"}) == "2026-0002 ");
    CHECK(numbers("2026-11-23", {"--department", "government"}) == "2026-0001 ");
    CHECK(numbers("2026-11-23", {"--county", "洮南"}) == "2026-0002 ");
    CHECK(numbers("2026-11-23", {"--due-this-week"}) == "2026-0001 ");
    CHECK(numbers("2026-11-23", {"--due-within", "30"}) == "2026-0001 2026-0002 ");
    CHECK(numbers("2026-11-23", {"--overdue"}).empty());
    CHECK(numbers("2026-11-28", {"--overdue"}) == "2026-0001 ");
    CHECK(numbers("2026-11-23", {"--waiting", "bureau"}) == "2026-0001 ");
    CHECK(numbers("2026-11-23", {"--waiting", "department"}) == "2026-0002 ");
    CHECK(numbers("2026-12-21", {"--next", "urge"}) == "2026-0002 ");
    CHECK(numbers("2026-11-23", {"--bus", "吉g·10001"}) == "2026-0001 ");
    CHECK(numbers("2026-11-23", {"--state", "lost"}) == "exit 2");
    CHECK(numbers("2026-11-23", {"--county", "长春"}) == "exit 2");
}

TEST_CASE("the report counts what departments and counties carry", "[cli]")
{
    const BusyDesk desk;
    REQUIRE(desk.on_monday({"cases", "open", "--bus", "吉G10001", "--due", "2026-11-27"}).code == 0);
    const auto report = parsed(desk.json({"cases", "report", "--days", "7"}).out);
    const std::string load = "{department text, county text, living whole, bureau whole, overdue whole, urged whole, "
                             "escalated whole, opened whole, closed whole, cancelled whole, rectified whole, "
                             "median_days null}";
    CHECK(shape(report["loads"]) == "[" + load + "]");
    CHECK(report["total"]["living"].GetInt() == 1);
    CHECK(report["from"] == "2025-11-24");
    CHECK(report["calendar"].Size() == 7);
    CHECK(report["calendar"][4]["date"] == "2026-11-27");
    CHECK(report["calendar"][4]["due"].GetInt() == 1);
    CHECK(report["calendar"][5]["works"].IsFalse());
    const Ran csv = desk.on_monday({"--format", "csv", "cases", "report"});
    CHECK(csv.out.find("县政府,洮北区,1,1,0,0,0,1,0,0,0,\r\n") != std::string::npos);
    const Ran text = desk.on_monday({"cases", "report"});
    CHECK(text.out.find("2026-11-27  1\n") != std::string::npos);
    CHECK(desk.on_monday({"cases", "report", "--from", "gestern"}).code == 2);
}

TEST_CASE("a file that cannot go with a step stops it", "[cli]")
{
    const BusyDesk desk;
    REQUIRE(desk.on_monday({"cases", "open", "--bus", "吉G10001"}).code == 0);
    const std::string log = desk.log();
    desk.write("empty.txt", "");
    CHECK(desk.on_monday({"cases", "reply", "2026-0001", "--text", "见附件", "--attach", "empty.txt"}).code == 4);
    CHECK(desk.on_monday({"cases", "reply", "2026-0001", "--text", "见附件", "--attach", "none.txt"}).code == 1);
    CHECK(desk.log() == log);
}

}  // namespace
