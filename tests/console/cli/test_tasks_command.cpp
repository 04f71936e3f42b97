#include "tests/console/cli/desk.hpp"
#include "tests/console/cli/json.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan::test;

TEST_CASE("the task ledger has 39 entries for each county, to the letter of the contract", "[cli]")
{
    const BusyDesk desk;
    const auto all = parsed(desk.json({"tasks"}).out);
    CHECK(all["as_of"] == "2026-11-23");
    CHECK(all["tasks"].Size() == 39 * 5);
    const auto permits = parsed(desk.json({"tasks", "--item", "23.2"}).out);
    REQUIRE(permits["tasks"].Size() == 5);
    CHECK(shape(permits["tasks"][0]) == "{item text, county text, title text, due_on text, lasting bool, state null, "
                                        "done_on null, overdue bool, evidence [{what text, value text}]}");
    CHECK(permits["tasks"][0]["county"] == "220802");
    CHECK(permits["tasks"][0]["due_on"] == "2024-12-31");
    CHECK(permits["tasks"][0]["overdue"].IsTrue());
    // 吉G10001 runs in 洮北 without a permit in force and gave its plate back; in 洮南 one of two has both.
    CHECK(permits["tasks"][0]["evidence"][0]["what"] == "buses_with_permit");
    CHECK(permits["tasks"][0]["evidence"][0]["value"] == "0/1");
    CHECK(permits["tasks"][0]["evidence"][1]["value"] == "0/1");
    const auto taonan = parsed(desk.json({"tasks", "--item", "23.2", "--county", "洮南市"}).out);
    CHECK(taonan["tasks"][0]["evidence"][0]["value"] == "1/2");
    REQUIRE(desk({"put", "progress", "23.2/220881", "state=已完成", "done_on=2024-12-20"}).code == 0);
    const auto done = parsed(desk.json({"tasks", "--item", "23.2", "--county", "220881"}).out);
    CHECK(done["tasks"][0]["state"] == "done");
    CHECK(done["tasks"][0]["done_on"] == "2024-12-20");
    CHECK(done["tasks"][0]["overdue"].IsFalse());
}

TEST_CASE("the ledger speaks the language asked for, and says how much it looked at", "[cli]")
{
    const Desk desk;
    const Ran english = desk({"--lang", "en", "--as-of", "2026-11-23", "--format", "json", "tasks", "--item", "23.2"});
    CHECK(parsed(english.out)["tasks"][0]["title"] == "Issue permits; supervise late and missing plates");
    const Ran text = desk.on_monday({"tasks", "--county", "洮北"});
    CHECK(text.err.starts_with("查看 39 条（任务 × 县区），其中逾期 "));
    CHECK(desk.on_monday({"tasks", "--item", "99"}).code == 2);
    CHECK(desk.on_monday({"tasks", "--county", "长春"}).code == 2);
    const Ran late = desk({"--as-of", "2024-06-30", "tasks", "--overdue", "--item", "23.1"});
    CHECK(late.err == "查看 5 条（任务 × 县区），其中逾期 0 条\n");  // its last day
}

}  // namespace
