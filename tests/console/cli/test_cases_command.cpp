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
          Words{"cases", "close", "2026-0009"}, Words{"cases", "close", "2026-0001"}}) {  // its finding stands
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

}  // namespace
