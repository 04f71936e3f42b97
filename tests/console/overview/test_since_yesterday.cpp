#include "console/overview/since_yesterday.hpp"
#include "tests/support/findings.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;

overview::SinceYesterday since(const std::shared_ptr<const data::Snapshot>& snapshot, data::Date as_of)
{
    const rules::Dossiers dossiers(snapshot);
    return overview::since_yesterday(dossiers, rules::judge(dossiers, as_of));
}

std::vector<std::string> ids(const std::vector<rules::Finding>& findings)
{
    std::vector<std::string> all;
    for (const auto& each : findings) all.push_back(rules::rule_id(each));
    return all;
}

TEST_CASE("a plate that lapsed yesterday is new today, and its notice is gone", "[overview]")
{
    const auto snapshot = a_snapshot(a_bus(), a_permit(), a_plate(on(2026, 11, 22)), a_run(), a_driver());
    const auto today = since(snapshot, monday);
    CHECK(ids(today.appeared) == Ids{"PLATE-EXPIRED"});
    CHECK(ids(today.gone) == Ids{"PLATE-DUE-30"});
    const auto tomorrow = since(snapshot, day(2026, 11, 24));
    CHECK(tomorrow.appeared.empty());
    CHECK(tomorrow.gone.empty());
}

TEST_CASE("what only grew graver has appeared and has not gone", "[overview]")
{
    // The renewal of a permit until 2026-12-23 can be filed in time on 2026-11-23, a day later it is late: N turns R.
    const auto snapshot =
        a_snapshot(a_bus(), a_permit(on(2025, 9, 1), on(2026, 12, 23)), a_plate(), a_run(), a_driver());
    const auto day_after = since(snapshot, day(2026, 11, 24));
    CHECK(ids(day_after.appeared) == Ids{"PERMIT-DUE-30"});
    CHECK(day_after.appeared.at(0).severity == rules::Severity::rectify);
    CHECK(day_after.gone.empty());
    CHECK(ids(since(snapshot, monday).appeared) == Ids{"PERMIT-DUE-30"});
}

TEST_CASE("gaps in the data are no news", "[overview]")
{
    auto bus = a_bus();
    bus.inspection_until = {};
    const auto snapshot = a_snapshot(bus, a_permit(), a_plate(), a_run(wang, on(2026, 11, 23)), a_driver());
    CHECK(std::ranges::none_of(since(snapshot, monday).appeared, [](const auto& each) { return each.gap; }));
}

}  // namespace
