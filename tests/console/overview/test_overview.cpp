#include "console/overview/overview.hpp"
#include "tests/support/a_case.hpp"
#include "tests/support/a_fleet.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
using overview::DueKind;
using supervision::NextStep;

constexpr data::Adcode taobei{220802}, taonan{220881};

overview::Overview shown(const std::shared_ptr<const data::Snapshot>& snapshot, data::Adcode county = {},
                         data::Date as_of = monday)
{
    const auto derived = desk::derive(snapshot, as_of);
    return overview::overview(*derived, overview::since_yesterday(derived->dossiers, derived->judgement), county);
}

TEST_CASE("buses and cases are counted by county, and in all", "[overview]")
{
    const auto all = shown(a_fleet_snapshot());
    CHECK(all.all.buses == std::array<std::size_t, 3>{1, 1, 1});
    REQUIRE(all.counties.size() == 2);
    CHECK(all.counties[0].buses == std::array<std::size_t, 3>{1, 0, 0});
    CHECK(all.counties[1].buses == std::array<std::size_t, 3>{0, 1, 1});
    // Three cases of the fleet have not ended, all booked in 洮北; one of them is overdue, all wait to be sent or
    // looked at.
    CHECK(all.all.cases == 3);
    CHECK(all.all.overdue == 1);
    CHECK(all.all.bureau == 3);
    CHECK(all.counties[0].cases == 3);
    CHECK(all.counties[1].cases == 0);
    const auto of_taonan = shown(a_fleet_snapshot(), taonan);
    CHECK(of_taonan.all.buses == std::array<std::size_t, 3>{0, 1, 1});
    CHECK(of_taonan.all.cases == 0);
    CHECK(of_taonan.counties[0].cases == 3);  // the list of counties stays whole
}

TEST_CASE("cases stand by what they wait for, the most pressing first", "[overview]")
{
    auto snapshot = std::make_shared<data::Snapshot>(
        *a_snapshot(a_bus(), a_permit(), a_plate(on(2026, 10, 31)), a_run(), a_driver()));
    auto transport = a_case("5", on(2026, 12, 20), data::CaseState::sent);
    transport.department = "transport";
    auto late_letter =
        after(a_case("6", on(2026, 11, 18), data::CaseState::sent), data::CaseStep::urged, day(2026, 11, 19));
    snapshot->cases = {a_case("1", on(2026, 12, 1)),
                       a_case("2", on(2026, 11, 20), data::CaseState::sent),
                       a_case("3", on(2026, 11, 10), data::CaseState::sent),
                       a_case("4", on(2026, 12, 1), data::CaseState::closed),
                       transport,
                       late_letter};
    const auto lines = shown(snapshot).waiting;
    std::string text;
    for (const auto& each : lines)
        text += std::string{data::word(each.next)} + " " + each.department + " " + std::to_string(each.count) + "/" +
                std::to_string(each.overdue) + "; ";
    CHECK(text == "escalate  1/1; urge  1/1; send  1/0; wait police_traffic 1/1; wait transport 1/0; ");
}

TEST_CASE("what falls due counts the day itself, and the seventh and thirtieth day", "[overview]")
{
    auto snapshot = std::make_shared<data::Snapshot>(*a_snapshot());
    snapshot->cases = {a_case("1", on(2026, 11, 22)), a_case("2", on(2026, 11, 23)), a_case("3", on(2026, 11, 30)),
                       a_case("4", on(2026, 12, 1)),  a_case("5", on(2026, 12, 23)), a_case("6", on(2026, 12, 24))};
    const auto due = shown(snapshot).due[static_cast<std::size_t>(DueKind::cases)];
    CHECK(due.kind == DueKind::cases);
    CHECK(due.in_7 == 2);
    CHECK(due.in_30 == 4);
    // The fleet: one plate until 2026-12-01.
    const auto plates = shown(a_fleet_snapshot()).due[static_cast<std::size_t>(DueKind::plates)];
    CHECK(plates.in_7 == 0);
    CHECK(plates.in_30 == 1);
    CHECK(shown(a_fleet_snapshot(), taobei).due[static_cast<std::size_t>(DueKind::plates)].in_30 == 0);
}

TEST_CASE("the last day's steps, files and findings are told", "[overview]")
{
    auto snapshot = std::make_shared<data::Snapshot>(
        *a_snapshot(a_bus(), a_permit(), a_plate(on(2026, 11, 22)), a_run(), a_driver()));
    auto of = after(
        after(after(a_case(), data::CaseStep::sent, day(2026, 11, 21)), data::CaseStep::replied, day(2026, 11, 22)),
        data::CaseStep::noted, monday);
    of = after(of, data::CaseStep::urged, day(2026, 11, 24));  // not yet
    snapshot->cases = {of};
    snapshot->sources = {{1, "a", {}, {}, "2026-11-22T10:00:00+08:00", {}, {}},
                         {2, "b", {}, {}, "2026-11-21T10:00:00+08:00", {}, {}}};
    const auto all = shown(snapshot);
    CHECK(all.steps[static_cast<std::size_t>(data::CaseStep::replied)] == 1);
    CHECK(all.steps[static_cast<std::size_t>(data::CaseStep::noted)] == 1);
    CHECK(all.steps[static_cast<std::size_t>(data::CaseStep::sent)] == 0);
    CHECK(all.steps[static_cast<std::size_t>(data::CaseStep::urged)] == 0);
    CHECK(all.imports == 1);
    CHECK(all.appeared.size() == 1);
    CHECK(all.gone.size() == 1);
    CHECK(shown(snapshot, taonan).appeared.empty());
}

TEST_CASE("tasks and assignments that are late, and hand-overs without receipt, are told", "[overview]")
{
    data::Assignment late;
    late.county = taobei;
    late.due_on = on(2026, 11, 20);
    data::Handover handed;
    handed.handed_on = on(2026, 11, 20);
    data::Progress done;
    done.item = "1";
    done.county = taonan;
    done.state = data::ProgressState::done;
    auto snapshot = std::make_shared<data::Snapshot>(*a_snapshot(late, handed, done));
    auto region = std::make_shared<data::Region>();
    region->counties = {{taobei, "洮北区", "Taobei"}, {taonan, "洮南市", "Taonan"}};
    region->plan = {{"1", "", "", "", "", on(2024, 12, 31), false, "", ""}};
    snapshot->region = region;
    const auto all = shown(snapshot);
    CHECK(all.all.assignments_overdue == 1);
    CHECK(all.counties[0].assignments_overdue == 1);
    CHECK(all.counties[1].assignments_overdue == 0);
    CHECK(all.all.tasks_overdue == 1);
    CHECK(all.counties[0].tasks_overdue == 1);
    CHECK(all.counties[1].tasks_overdue == 0);
    CHECK(all.handovers_waiting == 1);
}

}  // namespace
