#include "console/permits/due_days.hpp"
#include "tests/support/builders.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
using permits::DueEntry;
using permits::DueWhat;

template <class... Records>
std::vector<DueEntry> entries_of(const Records&... records)
{
    return permits::due_entries(*desk::derive(a_snapshot(records...), monday));
}

TEST_CASE("the as-of date and the thirtieth day after it are within the calendar, the days beside them are not",
          "[permits]")
{
    auto bus = a_bus();
    bus.inspection_until = on(2026, 11, 23);
    bus.compulsory_insurance_until = on(2026, 12, 23);
    bus.liability_insurance_until = on(2026, 12, 24);
    const auto entries = entries_of(bus, a_permit(on(2025, 9, 1), on(2026, 11, 22)), a_plate(on(2026, 12, 1)), a_run());
    const data::Adcode county{220802};
    CHECK(entries == std::vector<DueEntry>{{day(2026, 11, 23), DueWhat::inspection, bus_number, county},
                                           {day(2026, 12, 1), DueWhat::plate, bus_number, county},
                                           {day(2026, 12, 23), DueWhat::compulsory_insurance, bus_number, county}});
}

TEST_CASE("a review of the driver falls due on the last day of its thirty", "[permits]")
{
    // First licensed on 26 October: the scoring cycle ended on 2026-10-25, thirty days later is 2026-11-25
    // (机动车驾驶证申领和使用规定, article 90).
    auto driver = a_driver();
    driver.licensed_on = on(2010, 10, 26);
    driver.last_review_on = on(2025, 11, 3);
    const auto entries = entries_of(a_bus(), a_permit(), a_plate(), a_run(), driver);
    REQUIRE(entries.size() == 1);
    CHECK(entries[0] == DueEntry{day(2026, 11, 25), DueWhat::driver_review, bus_number, data::Adcode{220802}});
}

TEST_CASE("cases that have not ended and assignments not done are due; a bus not in service owes nothing", "[permits]")
{
    auto bus = a_bus();
    bus.inspection_until = on(2026, 12, 1);
    data::Assignment assignment;
    assignment.number = "交办2026-001";
    assignment.due_on = on(2026, 11, 30);
    auto done = assignment;
    done.number = "交办2026-002";
    done.done_on = on(2026, 11, 20);
    auto snapshot = std::make_shared<data::Snapshot>(
        *a_snapshot(bus, a_run(wang, on(2026, 1, 1), on(2026, 6, 30)), assignment, done));
    data::Case open;
    open.number = "2026-0001";
    open.subject_kind = "bus";
    open.subject_key = bus_number;
    open.state = data::CaseState::open;
    open.due_on = on(2026, 11, 27);
    auto closed = open;
    closed.number = "2026-0002";
    closed.state = data::CaseState::closed;
    snapshot->cases = {open, closed};
    const auto entries = permits::due_entries(*desk::derive(snapshot, monday));
    REQUIRE(entries.size() == 2);
    CHECK(entries[0].key == "2026-0001");
    CHECK(permits::selection_of(entries[0]) == desk::Selection{desk::Selected::supervision, "2026-0001"});
    CHECK(permits::selection_of(entries[1]) == desk::Selection{desk::Selected::joint, "assignments:交办2026-001"});
}

TEST_CASE("the calendar has whole weeks from Monday on, counts each day, and tells days of rest", "[permits]")
{
    const std::vector<DueEntry> all{{day(2026, 11, 26), DueWhat::permit, "吉G1", data::Adcode{220802}},
                                    {day(2026, 11, 26), DueWhat::plate, "吉G1", data::Adcode{220802}},
                                    {day(2026, 12, 26), DueWhat::plate, "吉G2", data::Adcode{220881}}};
    const data::Date thursday = day(2026, 11, 26);
    const rules::WorkingDays calendar(some_holidays());
    const auto days = permits::due_calendar(permits::filtered(all, {}), thursday, calendar);
    REQUIRE(days.size() == 35);  // 2026-11-23 to 2026-12-27
    CHECK(days.front().day == monday);
    CHECK_FALSE(days.front().shown);
    CHECK(days[3].shown);
    CHECK(days[3].all == 2);
    CHECK(days[3].counts[static_cast<std::size_t>(DueWhat::plate)] == 1);
    CHECK(days[33].day == day(2026, 12, 26));
    CHECK(days[33].shown);
    CHECK(days[33].works == false);  // a Saturday
    CHECK_FALSE(days[34].shown);
    CHECK(permits::filtered(all, {.county = data::Adcode{220881}}).size() == 1);
    CHECK(permits::filtered(all, {.what = DueWhat::plate, .day = thursday}).size() == 1);
}

}  // namespace
