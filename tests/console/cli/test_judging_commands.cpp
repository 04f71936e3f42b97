#include "tests/console/cli/desk.hpp"
#include "tests/console/cli/json.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <chrono>
#include <thread>

namespace {

using namespace xiaoan::test;

int count_of(const rapidjson::Value& counts, const char* rule)
{
    return counts.HasMember(rule) ? counts[rule].GetInt() : 0;
}

TEST_CASE("a finding is waived until a day with a reason, and stays listed", "[cli]")
{
    const WholeDesk desk;
    const Ran waived = desk.on_monday(
        {"waive", "PERMIT-NONE", "吉G·20002", "--until", "2026-11-30", "--reason", "许可当日已批，文件在途"});
    CHECK(waived.code == 0);
    const auto answer = parsed(desk.json({"findings"}).out);
    CHECK(count_of(answer["counts"], "PERMIT-NONE") == 0);
    REQUIRE(answer["silenced"].Size() == 1);
    const auto& silenced = answer["silenced"][0];
    CHECK(silenced["rule"] == "PERMIT-NONE");
    CHECK(silenced["severity"] == "stop");
    CHECK(silenced["silenced"]["kind"] == "waived");
    CHECK(silenced["silenced"]["reason"] == "许可当日已批，文件在途");
    CHECK(silenced["silenced"]["until"] == "2026-11-30");
    CHECK(silenced["silenced"]["by"].IsString());
    const auto after = parsed(desk({"--as-of", "2026-12-01", "--format", "json", "findings"}).out);
    CHECK(count_of(after["counts"], "PERMIT-NONE") == 1);
    CHECK(desk.on_monday({"findings"}).out.find("许可当日已批，文件在途") != std::string::npos);
    const auto log = parsed(desk({"--format", "json", "history", "--most", "1"}).out);
    CHECK(log["changes"][0]["command"] == "waive");
    CHECK(desk({"undo", std::to_string(log["changes"][0]["change"].GetInt())}).code == 0);
    CHECK(count_of(parsed(desk.json({"findings"}).out)["counts"], "PERMIT-NONE") == 1);
    CHECK(desk({"verify"}).code == 0);
}

TEST_CASE("what does not stand is not waived, and a waiver needs its reason and end", "[cli]")
{
    const WholeDesk desk;
    const std::string log = desk.log();
    const Words end{"--until", "2026-11-30", "--reason", "试"};
    CHECK(desk.on_monday(Words{"waive", "PERMIT-NONE", "吉G30003"} + end).code == 4);   // nothing is wrong with it
    CHECK(desk.on_monday(Words{"waive", "PERMIT-NONE?", "吉G20002"} + end).code == 4);  // it is no gap
    CHECK(desk.on_monday(Words{"waive", "PERMIT-NONE", "吉G99999"} + end).code == 4);
    CHECK(desk.on_monday(Words{"waive", "NO-SUCH", "吉G20002"} + end).code == 2);
    CHECK(desk.on_monday({"waive", "PERMIT-NONE", "吉G20002", "--until", "2026-11-30"}).code == 2);
    CHECK(desk.on_monday({"waive", "PERMIT-NONE", "吉G20002", "--reason", "试"}).code == 2);
    CHECK(desk.on_monday({"waive", "PERMIT-NONE", "吉G20002", "--until", "2026-11-22", "--reason", "试"}).code == 4);
    CHECK(desk.on_monday({"waive", "PERMIT-NONE", "吉G20002", "--until", "soon", "--reason", "试"}).code == 2);
    CHECK(desk.on_monday(Words{"silence", "吉G20002", "--kind", "waived"} + end).code == 2);
    CHECK(desk.log() == log);
}

TEST_CASE("a bus under repair is silent from its first day to its last", "[cli]")
{
    const WholeDesk desk;
    REQUIRE(desk.on_monday({"silence", "吉G20002", "--kind", "out_of_service", "--from", "2026-11-25", "--until",
                            "2026-11-27", "--reason", "大修"})
                .code == 0);
    for (const auto& [date, expected] :
         {std::pair{"2026-11-24", 1}, {"2026-11-25", 0}, {"2026-11-27", 0}, {"2026-11-28", 1}}) {
        CAPTURE(date);
        const auto answer = parsed(desk({"--as-of", date, "--format", "json", "findings"}).out);
        CHECK(count_of(answer["counts"], "PERMIT-NONE") == expected);
    }
}

TEST_CASE("parameters are shown with their source, set with one, and put back", "[cli]")
{
    const WholeDesk desk;
    const auto all = parsed(desk({"--format", "json", "settings", "get"}).out);
    CHECK(shape(all["settings"]).starts_with("[{name text, value text, default text, unit text, source text, "));
    const auto established = [&](const char* name) {
        const auto one = parsed(desk({"--format", "json", "settings", "get", name}).out);
        return !one["settings"][0]["value"].IsNull();
    };
    CHECK_FALSE(established("transition_end"));  // nobody has found Jilin's
    CHECK(desk({"settings", "get"}).out.find("未确定") != std::string::npos);
    REQUIRE(desk({"settings", "set", "driver_max_age", "40", "--source", "演练"}).code == 0);
    const auto stricter = parsed(desk.json({"findings"}).out);
    CHECK(count_of(stricter["counts"], "DRIVER-AGE") == 3);  // 46 years old, on all three buses
    const auto set = parsed(desk({"--format", "json", "settings", "get", "driver_max_age"}).out);
    CHECK(set["settings"][0]["value"] == "40");
    CHECK(set["settings"][0]["default"] == "60");
    CHECK(set["settings"][0]["source"] == "演练");
    CHECK(set["settings"][0]["set_by"].IsString());
    CHECK(desk({"history"}).out.find("driver_max_age = 40; 演练") != std::string::npos);
    REQUIRE(desk({"settings", "unset", "driver_max_age"}).code == 0);
    CHECK(count_of(parsed(desk.json({"findings"}).out)["counts"], "DRIVER-AGE") == 0);
    const std::string log = desk.log();
    CHECK(desk({"settings", "set", "driver_max_age", "old", "--source", "x"}).code == 4);
    CHECK(desk({"settings", "set", "driver_max_age", "63"}).code == 2);
    CHECK(desk({"settings", "set", "no_such", "1", "--source", "x"}).code == 2);
    CHECK(desk({"settings", "unset", "driver_max_age"}).code == 0);
    CHECK(desk.log() == log);
}

TEST_CASE("open applications stand with their clocks to the letter of the contract", "[cli]")
{
    const WholeDesk desk;
    REQUIRE(desk({"put", "permits", "吉G20002/2026-11-17", "accepted_on=2026-11-18"}).code == 0);
    CHECK(desk.json({"permits", "clocks"}).out ==
          R"({"as_of":"2026-11-23","applications":[{"registration_number":"吉G20002","number":null,"step":"consult",)"
          R"("holder":"education","since":"2026-11-17","limit_workdays":3,"used_workdays":4,"late_workdays":1}]})"
          "\n");
    const Ran text = desk.on_monday({"permits", "clocks"});
    CHECK(text.err == "截至 2026-11-23：在办 1 件，超期 1 件\n");
    CHECK(text.out.find("送征求意见") != std::string::npos);
    CHECK(parsed(desk.json({"permits", "clocks", "--county", "洮北"}).out)["applications"].Empty());
    CHECK(desk({"permits"}).code == 2);
    CHECK(desk({"permits", "clocks", "--county", "沈阳"}).code == 2);
}

TEST_CASE("two dates, or two states of the register, are told apart finding by finding", "[cli]")
{
    const WholeDesk desk;
    const auto dates = parsed(desk.json({"findings", "--against", "2026-08-31"}).out);
    CHECK(dates["against"]["as_of"] == "2026-08-31");
    CHECK(dates["against"]["known_at"].IsNull());
    CHECK(count_of(dates["counts"]["new"], "PERMIT-EXPIRED") == 1);
    CHECK(count_of(dates["counts"]["new"], "PERMIT-NONE") == 1);
    CHECK(dates["still"].Empty());
    const auto log = parsed(desk({"--format", "json", "history", "--most", "1"}).out);
    const std::string moment = log["changes"][0]["at"].GetString();
    std::this_thread::sleep_for(std::chrono::milliseconds{1100});  // the log says the second
    REQUIRE(desk({"put", "permits", "XK-2", "registration_number=吉G20002", "decided_on=2026-08-25", "decision=准予",
                  "valid_from=2026-09-01", "valid_to=2027-08-31"})
                .code == 0);
    const auto states = parsed(desk.json({"findings", "--against-known-at", moment}).out);
    CHECK(count_of(states["counts"]["gone"], "PERMIT-NONE") == 1);
    CHECK(count_of(states["counts"]["new"], "PLATE-NONE") == 1);
    REQUIRE(states["still"].Size() == 1);
    CHECK(states["still"][0]["rule"] == "PERMIT-EXPIRED");
    CHECK(states["still"][0]["days"].GetInt() == 83);  // since 2026-09-01
    CHECK(desk.on_monday({"findings", "--against", "2026-08-31"}).out.find("新增 ") != std::string::npos);
    CHECK(desk({"findings", "--against", "yesterday"}).code == 2);
}

TEST_CASE("the table of rules is told, and written as the document that lawyers read", "[cli]")
{
    const Desk desk;
    const auto answer = parsed(desk({"--format", "json", "rules"}).out);
    CHECK(answer["rules"].Size() == 48);
    CHECK(shape(answer["rules"]) ==
          "[{id text, title text, condition text, severity text, department text, basis text}]");
    CHECK(answer["rules"][0]["id"] == "PERMIT-NONE");
    CHECK(desk({"rules", "--out", "rules.md"}).code == 0);
    CHECK(desk.read("rules.md").starts_with("# 校车管理规则"));
    CHECK(chinese_in(desk({"--lang", "en", "rules"}).out).empty());
}

}  // namespace
