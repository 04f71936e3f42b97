#include "console/language/language.hpp"
#include "console/rules/rule_book.hpp"
#include "console/rules/settings.hpp"
#include "tests/support/findings.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
using std::chrono::days;

data::Judging with(std::string name, std::string value)
{
    return {.settings = {{std::move(name), std::move(value), "示例文件"}}, .silencings = {}};
}

template <class... Records>
std::vector<std::string> ids_by(const data::Judging& judging, data::Date as_of, const Records&... records)
{
    const rules::Dossiers dossiers(a_snapshot(records...), judging);
    std::vector<std::string> ids;
    for (const auto& finding : rules::judge_bus(dossiers, 0, as_of)) ids.push_back(rules::rule_id(finding));
    return ids;
}

TEST_CASE("what the province has not fixed is not established", "[settings]")
{
    // regulations.md section 10: the transition's end and the government's term are not known for Jilin.
    for (const auto* name : {"transition_end", "gov_decision_workdays"})
        CHECK(settings::find(rules::rule_settings(), name)->default_value.empty());
}

TEST_CASE("a setting that the program does not know or cannot read changes nothing", "[settings]")
{
    const std::vector<data::Setting> odd{
        {"no_such", "3", "x"}, {"driver_max_age", "sixty", "x"}, {"driver_max_age", "200", "x"}};
    CHECK(rules::params_of(odd) == rules::Params{});
}

TEST_CASE("the age limit and its reading are the bureau's to set", "[settings]")
{
    auto driver = a_driver();
    driver.born_on = on(1966, 11, 22);  // 60 on Sunday 2026-11-22
    const auto ids = [&](const data::Judging& judging) {
        return ids_by(judging, monday, a_bus(), a_permit(), a_plate(), a_run(), driver);
    };
    CHECK(ids({}) == Ids{"DRIVER-AGE"});
    CHECK(ids(with("age_mode", "completed_year")).empty());
    CHECK(ids(with("driver_max_age", "63")).empty());
    CHECK(ids(with("driver_max_age", "59")) == Ids{"DRIVER-AGE"});
    driver.born_on = on(1965, 11, 24);  // 61 tomorrow: the last day of the completed year
    CHECK(ids(with("age_mode", "completed_year")).empty());
    driver.born_on = on(1965, 11, 23);
    CHECK(ids(with("age_mode", "completed_year")) == Ids{"DRIVER-AGE"});
}

TEST_CASE("days of notice, minutes and gaps follow their settings to the day", "[settings]")
{
    auto bus = a_bus();
    bus.compulsory_insurance_until = data::DateCell{monday + days{45}};
    const auto lapses = [&](const char* notice) {
        return ids_by(with("notice_days", notice), monday, bus, a_permit(), a_plate(), a_run(), a_driver());
    };
    CHECK(lapses("44").empty());
    CHECK(lapses("45") == Ids{"INSURANCE-DUE-30"});
    auto run = a_run();
    run.departs_at = data::TimeOfDay{410 + 10};
    const auto apart = [&](const char* minutes) {
        return ids_by(with("time_mismatch_min", minutes), monday, a_bus(), a_permit(), a_plate(), run, a_driver());
    };
    CHECK(apart("10").empty());
    CHECK(apart("9") == Ids{"PLATE-MISMATCH-TIME"});
    const auto maintained = [&](const char* longest) {  // 21 days ago
        return ids_by(with("maintenance_days", longest), monday, a_bus(), a_permit(), a_plate(), a_run(), a_driver());
    };
    CHECK(maintained("21").empty());
    CHECK(maintained("20") == Ids{"MAINTENANCE-GAP"});
}

TEST_CASE("a transition that the province fixed leaves other vehicles alone through its last day", "[settings]")
{
    auto bus = a_bus();
    bus.vehicle_type = "中型普通客车";
    bus.body = data::Body::adapted;
    const auto ids = [&](const data::Judging& judging) {
        return ids_by(judging, monday, bus, a_permit(), a_plate(), a_run(), a_driver());
    };
    CHECK(std::ranges::count(ids({}), "VEHICLE-NOT-SCHOOL-BUS") == 1);
    CHECK(std::ranges::count(ids(with("transition_end", "2026-11-23")), "VEHICLE-NOT-SCHOOL-BUS") == 0);
    CHECK(std::ranges::count(ids(with("transition_end", "2026-11-22")), "VEHICLE-NOT-SCHOOL-BUS") == 1);
}

TEST_CASE("every rule says in both languages what it asks", "[settings]")
{
    for (const auto& rule : rules::rules()) CHECK(language::has("rule." + std::string{rule.id} + ".condition"));
}

TEST_CASE("docs/rules.md is what the table of rules says", "[settings]")
{
    std::ifstream file(XIAOAN_DOCS_FOLDER "/rules.md", std::ios::binary);
    const std::string written{std::istreambuf_iterator<char>(file), {}};
    CHECK(written == rules::rule_book());  // else write it anew: xiaoan rules --out docs/rules.md
}

}  // namespace
