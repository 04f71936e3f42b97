#include "console/tasks/task_ledger.hpp"
#include "tests/support/builders.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
using language::Language;

constexpr data::Adcode taobei{220802}, taonan{220881};

data::Progress a_report(std::string item, data::Adcode county, data::ProgressState state, data::DateCell done_on = {})
{
    data::Progress report;
    report.item = std::move(item);
    report.county = county;
    report.state = state;
    report.done_on = done_on;
    return report;
}

/// Two counties; 23.2 is due by the end of 2024, 26 lasts without a day.
std::shared_ptr<const data::Snapshot> with_plan(const std::shared_ptr<const data::Snapshot>& of)
{
    auto snapshot = std::make_shared<data::Snapshot>(*of);
    auto region = std::make_shared<data::Region>();
    region->counties = {{taobei, "洮北区", "Taobei"}, {taonan, "洮南市", "Taonan"}};
    region->plan = {
        {"23.2", "七", "发放许可", "Issue permits", "教育局", on(2024, 12, 31), false, "2024年底前", "permits"},
        {"26", "八", "应急演练", "Drills", "教育局", {}, true, "长期坚持", ""}};
    snapshot->region = region;
    return snapshot;
}

std::vector<tasks::TaskRow> ledger(const std::shared_ptr<const data::Snapshot>& snapshot, data::Date as_of = monday,
                                   const tasks::TaskFilter& filter = {})
{
    return tasks::task_ledger(rules::Dossiers(snapshot), as_of, filter);
}

TEST_CASE("there is one row an item and county, in the plan's and the city's order", "[tasks]")
{
    const auto snapshot = with_plan(a_snapshot());
    const auto rows = ledger(snapshot);
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].item->item == "23.2");
    CHECK(rows[0].county == taobei);
    CHECK(rows[1].county == taonan);
    CHECK(rows[2].item->item == "26");
    CHECK(ledger(snapshot, monday, {.item = "26"}).size() == 2);
    CHECK(ledger(snapshot, monday, {.county = taonan}).size() == 2);
    CHECK(ledger(snapshot, monday, {.item = "99"}).empty());
}

TEST_CASE("an entry is overdue from the day after its day, unless done or lasting", "[tasks]")
{
    using enum data::ProgressState;
    const auto snapshot = with_plan(a_snapshot(a_report("23.2", taobei, done, on(2024, 12, 20)),
                                               a_report("23.2", taonan, under_way), a_report("26", taobei, lasting)));
    const auto rows = ledger(snapshot);
    CHECK_FALSE(rows[0].overdue);
    CHECK(rows[1].overdue);
    CHECK_FALSE(rows[2].overdue);  // no day
    CHECK_FALSE(ledger(snapshot, day(2024, 12, 31))[1].overdue);
    CHECK(ledger(snapshot, day(2025, 1, 1))[1].overdue);
    CHECK(ledger(with_plan(a_snapshot()))[0].overdue);  // nobody reported it done
    CHECK(tasks::state_text(rows[0], Language::zh) == "已完成");
    CHECK(tasks::state_text(rows[3], Language::zh) == "未报");
}

TEST_CASE("tasks are written to the letter of the contract", "[tasks]")
{
    const auto snapshot = with_plan(a_snapshot(a_report("23.2", taobei, data::ProgressState::done, on(2024, 12, 20))));
    CHECK(tasks::tasks_json(ledger(snapshot, monday, {.item = "23.2"}), monday, Language::zh) ==
          R"({"as_of":"2026-11-23","tasks":[{"item":"23.2","county":"220802","title":"发放许可","due_on":"2024-12-31",)"
          R"("lasting":false,"state":"done","done_on":"2024-12-20","overdue":false,)"
          R"("evidence":[{"what":"buses_with_permit","value":"0/0"}]},{"item":"23.2","county":"220881",)"
          R"("title":"发放许可","due_on":"2024-12-31","lasting":false,"state":null,"done_on":null,"overdue":true,)"
          R"("evidence":[{"what":"buses_with_permit","value":"0/0"}]}]})");
    CHECK(tasks::tasks_json(ledger(snapshot, monday, {.item = "26", .county = taobei}), monday, Language::en) ==
          R"({"as_of":"2026-11-23","tasks":[{"item":"26","county":"220802","title":"Drills","due_on":null,)"
          R"("lasting":true,"state":null,"done_on":null,"overdue":false,"evidence":[]}]})");
}

TEST_CASE("every word that the shipped plan says it proves is one that the register can tell", "[tasks]")
{
    const auto region = data::read_region(XIAOAN_REGION_FOLDER);
    auto snapshot = std::make_shared<data::Snapshot>(*a_snapshot());
    snapshot->region = std::make_shared<const data::Region>(region);
    CHECK(region.plan.size() == 39);
    const rules::Dossiers dossiers{std::shared_ptr<const data::Snapshot>(snapshot)};
    const tasks::CountyEvidence evidence(dossiers, taobei, monday);
    std::size_t proved = 0;
    for (const auto& item : region.plan) {
        CAPTURE(item.item);
        CHECK(evidence.of(item).empty() == item.proves.empty());
        proved += item.proves.empty() ? 0 : 1;
        for (const auto& each : evidence.of(item)) CHECK(language::has("evidence." + each.what));
    }
    CHECK(proved == 9);
}

}  // namespace
