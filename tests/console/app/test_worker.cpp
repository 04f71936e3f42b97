#include "console/app/worker.hpp"
#include "data/register/moment.hpp"
#include "tests/data/register/a_register.hpp"

#include <catch2/catch_test_macros.hpp>

#include <chrono>
#include <fstream>
#include <iterator>
#include <thread>

namespace {

using namespace xiaoan;
using namespace xiaoan::data::test;

data::Actor at(std::string_view moment)
{
    return {"协调员", std::string{moment}};
}

/// A worker on a register whose bus had 36 seats on 20 November and has 40 since the 23rd.
class Desk {
public:
    Desk()
    {
        auto in = a_new_register(folder_);  // 2026-11-23T09:15:02
        put(in, data::kind_info<data::Bus>, a_bus("吉G1", {{"seats", std::int64_t{36}}}));
        REQUIRE(
            in.apply(data::PutRecord{"buses", "吉G1", {{"seats", std::int64_t{40}}}}, at("2026-11-24T08:00:00+08:00")));
        const auto content = app::content_of(std::make_shared<const data::Snapshot>(in.snapshot()), day, {}, nullptr);
        worker.emplace(in.path(), content, std::nullopt, geo::MapPosition{}, [] {});
    }

    /// All that is delivered until nothing is left to do.
    std::vector<app::Delivery> deliveries()
    {
        const auto until = std::chrono::steady_clock::now() + std::chrono::seconds{60};
        while (worker->busy() && std::chrono::steady_clock::now() < until)
            std::this_thread::sleep_for(std::chrono::milliseconds{2});
        return worker->take();
    }
    app::Arrived arrived()
    {
        auto all = deliveries();
        REQUIRE(all.size() == 1);
        REQUIRE(std::holds_alternative<app::Arrived>(all.front()));
        return std::get<app::Arrived>(std::move(all.front()));
    }

    [[nodiscard]] std::string file(std::string_view name) const { return folder_.file(name); }

    static constexpr data::Date day{std::chrono::year{2026} / 11 / 24};
    std::optional<app::Worker> worker;

private:
    Folder folder_;
};

std::optional<int> seats(const app::Arrived& arrived)
{
    return find_bus(*arrived.content->derived->snapshot, "吉G1")->seats;
}

TEST_CASE("an earlier state arrives with its moment, and the present one after it", "[app]")
{
    Desk desk;
    desk.worker->know(data::moment_from_iso("2026-11-23"));
    const auto then = desk.arrived();
    CHECK(seats(then) == 36);
    REQUIRE(then.known_at);
    CHECK(then.known_at->newest == data::ChangeId{2});
    desk.worker->derive(Desk::day + std::chrono::days{1});  // the date moves within what was known
    const auto later = desk.arrived();
    CHECK(seats(later) == 36);
    CHECK(later.known_at);
    CHECK(later.content->derived->as_of == Desk::day + std::chrono::days{1});
    CHECK(later.content->generation > then.content->generation);
    desk.worker->read_history({});
    auto read = desk.deliveries();
    CHECK(std::get<app::HistoryRead>(read.front()).changes.size() == 2);
    desk.worker->know(std::nullopt);
    const auto now = desk.arrived();
    CHECK(seats(now) == 40);
    CHECK_FALSE(now.known_at);
}

TEST_CASE("a moment before the register is refused and nothing else is shown", "[app]")
{
    Desk desk;
    desk.worker->know(data::moment_from_iso("2020-01-01"));
    auto all = desk.deliveries();
    REQUIRE(all.size() == 1);
    CHECK(std::get<app::NotKnown>(all.front()).why.reason == "before_register");
    desk.worker->derive(Desk::day);
    CHECK(seats(desk.arrived()) == 40);
}

TEST_CASE("what was written just before the earlier state came shows on the way back", "[app]")
{
    Desk desk;
    desk.worker->know(data::moment_from_iso("2026-11-23"));
    desk.worker->apply(data::PutRecord{"buses", "吉G1", {{"seats", std::int64_t{45}}}},
                       at("2026-11-24T08:01:00+08:00"));
    auto all = desk.deliveries();
    REQUIRE(all.size() == 2);
    CHECK(seats(std::get<app::Arrived>(all[0])) == 36);
    CHECK(std::get<app::Applied>(all[1]).result.has_value());
    desk.worker->know(std::nullopt);
    CHECK(seats(desk.arrived()) == 45);
}

TEST_CASE("a check is planned and its results are recorded, which can be listed", "[app]")
{
    Desk desk;
    const auto progress = std::make_shared<data::JobProgress>();
    desk.worker->check(app::PlanTask{{1, Desk::day, {360}, {1110}, {}}, progress});
    auto all = desk.deliveries();
    REQUIRE(all.size() == 1);
    const auto planned = std::get<app::CheckPlanned>(std::get<app::CheckAnswer>(all[0])).made;
    CHECK(planned->plan.covered == 0);  // the bus has no run
    CHECK(planned->wish.date == Desk::day);

    app::RecordTask typed{{Desk::day, "20261124-1", "吉G1", {{"found", "OVER-CAPACITY"}, {"counted", "x"}}},
                          at("2026-11-24T09:00:00+08:00"),
                          {}};
    desk.worker->check(typed);
    all = desk.deliveries();
    REQUIRE(all.size() == 1);
    CHECK(std::holds_alternative<app::NotTyped>(std::get<app::CheckAnswer>(all[0])));  // x is no count
    typed.wish.answers.pop_back();
    desk.worker->check(typed);
    all = desk.deliveries();
    REQUIRE(all.size() == 2);
    const auto& recorded = std::get<app::ChecksRecorded>(std::get<app::CheckAnswer>(all[0]));
    REQUIRE(recorded.result.has_value());
    CHECK(recorded.result->has_value());
    CHECK(recorded.parts[0].added == 1);
    CHECK(std::get<app::Arrived>(all[1]).content->derived->snapshot->cases.size() == 1);
    desk.worker->check(app::ListChecksTask{});
    all = desk.deliveries();
    const auto& listed = std::get<app::ChecksListed>(std::get<app::CheckAnswer>(all[0]));
    REQUIRE(listed.all->size() == 1);
    CHECK(listed.all->front().answer("found") == "OVER-CAPACITY");
}

TEST_CASE("a parameter that is set judges what is shown next, and is taken back like any change", "[app]")
{
    Desk desk;
    desk.worker->judge(data::ChangeSetting{"notice_days", "45", "联席会议纪要"}, at("2026-11-24T08:01:00+08:00"));
    auto all = desk.deliveries();
    REQUIRE(all.size() == 2);
    const auto& judged = std::get<app::Judged>(all[0]);
    REQUIRE(judged.result.has_value());
    REQUIRE(judged.result->has_value());
    CHECK(std::get<app::Arrived>(all[1]).content->derived->dossiers.params().notice_days == 45);
    desk.worker->apply(data::UndoChange{**judged.result}, at("2026-11-24T08:02:00+08:00"));
    all = desk.deliveries();
    REQUIRE(all.size() == 2);
    CHECK(std::get<app::Arrived>(all[1]).content->derived->dossiers.params().notice_days == 30);
    desk.worker->judge(data::ChangeSetting{"notice_days", "45", ""}, at("2026-11-24T08:03:00+08:00"));
    all = desk.deliveries();
    REQUIRE(all.size() == 1);  // refused: nothing changes
    CHECK(std::get<app::Judged>(all[0]).result.error().reason == "missing_field");
}

TEST_CASE("a finding that is set aside is no longer counted, and listed as set aside", "[app]")
{
    Desk desk;
    desk.worker->derive(Desk::day);
    const auto before = desk.arrived().content->derived;
    REQUIRE_FALSE(before->judgement.findings.empty());
    const auto rule = rules::rule_id(before->judgement.findings.front());
    desk.worker->judge(data::SilenceFindings{"waived", rule, "吉G1", Desk::day, Desk::day, "已书面同意"},
                       at("2026-11-24T08:01:00+08:00"));
    auto all = desk.deliveries();
    REQUIRE(all.size() == 2);
    const auto after = std::get<app::Arrived>(all[1]).content->derived;
    CHECK(after->judgement.findings.size() == before->judgement.findings.size() - 1);
    CHECK(after->judgement.silenced.size() == 1);
}

TEST_CASE("the register as it was known is compared with, and one that was not there yet is refused", "[app]")
{
    Desk desk;
    desk.worker->compare({Desk::day, data::moment_from_iso("2026-11-23")});
    desk.worker->compare({Desk::day, data::moment_from_iso("2026-11-23")});  // in the place of the first, or after it
    auto all = desk.deliveries();
    const auto& compared = std::get<app::Compared>(all.back()).result;
    REQUIRE(compared.has_value());
    CHECK((*compared)->then->bus(0).seats == 36);
    CHECK((*compared)->found.fresh.empty());
    desk.worker->compare({Desk::day, data::moment_from_iso("2020-01-01")});
    all = desk.deliveries();
    CHECK(std::get<app::Compared>(all.back()).result.error().reason == "before_register");
}

TEST_CASE("what is shown is exported, and only what is unmasked is logged, before it is written", "[app]")
{
    Desk desk;
    const std::string csv = desk.file("校车.csv");
    desk.worker->know(data::moment_from_iso("2026-11-23"));
    (void)desk.deliveries();
    desk.worker->export_records({.kind = "buses", .path = csv}, at("2026-11-24T08:01:00+08:00"), true);
    auto all = desk.deliveries();
    REQUIRE(all.size() == 1);
    CHECK(std::get<app::Exported>(all[0]).result->records == 1);
    std::ifstream in(csv);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    CHECK(text.find(",36,") != std::string::npos);  // the seats of then
    desk.worker->know(std::nullopt);
    (void)desk.deliveries();
    data::ExportRequest whole{.kind = "drivers", .path = csv, .unmasked = true};
    desk.worker->export_records(whole, at("2026-11-24T08:02:00+08:00"), true);
    all = desk.deliveries();
    CHECK(std::get<app::Exported>(all[0]).result.error().reason == "export_reason_missing");
    whole.reason = "报备";
    desk.worker->export_records(whole, at("2026-11-24T08:03:00+08:00"), true);
    desk.worker->read_history({});
    all = desk.deliveries();
    REQUIRE(all.size() == 2);
    CHECK(std::get<app::Exported>(all[0]).result.has_value());
    const auto& newest = std::get<app::HistoryRead>(all[1]).changes.front();
    CHECK(newest.command == "export_unmasked");
    CHECK(newest.reason == "drivers -> " + csv + ": 报备");
}

TEST_CASE("operations are counted, and a list that is not there is named", "[app]")
{
    Desk desk;
    desk.worker->count_operations();
    desk.worker->reconcile({"/nowhere/a.csv", "/nowhere/b.csv"});
    auto all = desk.deliveries();
    REQUIRE(all.size() == 2);
    CHECK(std::get<app::OperationsCounted>(all[0]).counted->over_time.size() == 13);
    CHECK(std::get<permits::UnreadList>(std::get<app::Reconciled>(all[1]).result).path == "/nowhere/a.csv");
}

}  // namespace
