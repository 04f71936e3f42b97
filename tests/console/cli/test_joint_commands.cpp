#include "tests/console/cli/desk.hpp"
#include "tests/console/cli/json.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan::test;

TEST_CASE("contacts are entered, changed, listed by county and shown masked", "[cli]")
{
    const Desk desk;
    CHECK(desk.on_monday({"contacts", "list"}).err == "没有联系人\n");
    CHECK(desk.on_monday({"contacts", "set", "--department", "公安交管", "--county", "洮南", "--unit",
                          "洮南市公安局交警大队", "--post", "联络员", "--name", "郑示安", "--phone", "13804360110"})
              .code == 0);
    CHECK(desk.on_monday({"contacts", "set", "--department", "transport", "--unit", "白城市交通运输局"}).code == 0);
    const auto listed = parsed(desk.json({"contacts", "list"}).out);
    REQUIRE(listed["contacts"].Size() == 2);
    CHECK(listed["contacts"][0]["unit"] == "白城市交通运输局");
    CHECK(listed["contacts"][0]["county"].IsNull());
    CHECK(listed["contacts"][1]["department"] == "police_traffic");
    CHECK(listed["contacts"][1]["name"] == "郑某某");
    CHECK(listed["contacts"][1]["phone"] == "138****0110");
    CHECK(parsed(desk.json({"contacts", "list", "--department", "transport"}).out)["contacts"].Size() == 1);
    CHECK(parsed(desk.json({"contacts", "list", "--county", "大安"}).out)["contacts"].Size() == 1);  // the city's
    CHECK(
        desk.on_monday({"contacts", "set", "--department", "transport", "--unit", "白城市交通运输局", "--note", "值班"})
            .code == 0);
    CHECK(parsed(desk.json({"contacts", "list"}).out)["contacts"].Size() == 2);
    CHECK(desk.on_monday({"contacts", "set", "--department", "fire", "--unit", "x"}).code == 4);
}

TEST_CASE("a meeting, what it asked for, and its being done", "[cli]")
{
    const Desk desk;
    const Ran met = desk.json({"meetings", "hold", "--kind", "现场会", "--county", "洮南", "--place", "瓦房镇",
                               "--present", "洮南市教育局、洮南市公安局", "--absent", "洮南市交通运输局", "--agreed",
                               "月底前补齐标牌", "--minutes", "略", "--items", "23.2"});
    CHECK(met.code == 0);
    const auto meeting = parsed(met.out);
    CHECK(meeting["meetings"][0]["number"] == "会议2026-001");
    CHECK(meeting["meetings"][0]["kind"] == "on_site");
    CHECK(meeting["meetings"][0]["held_on"] == "2026-11-23");
    CHECK(desk.json({"meetings", "hold", "--kind", "joint", "--number", "会议2026-001"}).code == 4);  // there already
    const Ran given = desk.json({"assignments", "give", "--department", "transport", "--what", "核对许可", "--workdays",
                                 "5", "--meeting", "会议2026-001", "--item", "23.2", "--county", "洮南"});
    CHECK(given.code == 0);
    CHECK(parsed(given.out)["assignments"][0]["due_on"] == "2026-11-30");
    const auto overdue = desk({"--as-of", "2026-12-03", "--format", "json", "assignments", "list", "--open"});
    CHECK(parsed(overdue.out)["assignments"][0]["overdue_days"].GetInt() == 3);
    CHECK(desk.on_monday({"assignments", "done", "交办2026-009"}).code == 4);
    CHECK(desk({"--as-of", "2026-11-27", "assignments", "done", "交办2026-001", "--result", "已核对 12 辆"}).code == 0);
    const auto done = parsed(desk({"--as-of", "2026-12-03", "--format", "json", "assignments", "list"}).out);
    CHECK(done["assignments"][0]["done_on"] == "2026-11-27");
    CHECK(done["assignments"][0]["overdue_days"].GetInt() == 0);
    const auto tasks = parsed(desk.json({"tasks", "--item", "23.2", "--county", "洮南"}).out);
    bool told = false;
    for (const auto& each : tasks["tasks"][0]["evidence"].GetArray())
        told = told || (each["what"] == "assignments_done" && each["value"] == "0/1");
    CHECK(told);  // as of Monday it was not done yet
}

TEST_CASE("a hand-over waits for its receipt", "[cli]")
{
    const Desk desk;
    CHECK(desk.on_monday({"handovers", "hand", "--from", "education", "--to", "教育", "--what", ""}).code == 4);
    CHECK(
        desk.on_monday({"handovers", "hand", "--from", "education", "--to", "police_traffic", "--what", "线索"}).code ==
        0);
    const auto waiting = [&] {
        return parsed(desk({"--as-of", "2026-11-30", "--format", "json", "handovers", "list", "--open"}).out);
    };
    REQUIRE(waiting()["handovers"].Size() == 1);
    CHECK(waiting()["handovers"][0]["waiting_days"].GetInt() == 7);
    CHECK(desk({"--as-of", "2026-11-26", "handovers", "receive", "移交2026-001", "--receipt", "公回 5 号"}).code == 0);
    CHECK(waiting()["handovers"].Size() == 0);
    CHECK(desk({"verify"}).code == 0);
    CHECK(desk({"undo", "3"}).code == 0);
    CHECK(waiting()["handovers"].Size() == 1);
}

TEST_CASE("a case's letter goes to the contact of its department", "[cli]")
{
    const BusyDesk desk;
    REQUIRE(desk.on_monday({"contacts", "set", "--department", "government", "--county", "洮北", "--unit",
                            "洮北区人民政府办公室"})
                .code == 0);
    REQUIRE(desk.on_monday({"cases", "open", "--bus", "吉G10001"}).code == 0);
    REQUIRE(desk.on_monday({"cases", "send", "2026-0001"}).code == 0);
    const auto shown = parsed(desk.json({"cases", "show", "2026-0001", "--full"}).out);
    CHECK(shown["cases"][0]["addressees"][0]["name"] == "洮北区人民政府办公室");
}

}  // namespace
