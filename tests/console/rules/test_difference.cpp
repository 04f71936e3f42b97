#include "console/rules/difference.hpp"
#include "tests/support/findings.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
using std::chrono::days;

std::vector<std::string> ids(const std::vector<rules::Finding>& findings)
{
    std::vector<std::string> all;
    for (const auto& finding : findings) all.push_back(rules::rule_id(finding));
    return all;
}

TEST_CASE("between two dates findings are new, gone, or still there and for how long", "[difference]")
{
    auto bus = a_bus();
    bus.inspection_until = on(2026, 10, 31);            // ended before both dates
    bus.compulsory_insurance_until = on(2026, 11, 23);  // due then, ended now
    const rules::Dossiers dossiers(a_snapshot(bus, a_permit(), a_plate(on(2026, 10, 31)), a_run(), a_driver()));
    const auto then = rules::filtered(dossiers, rules::judge(dossiers, monday), {});
    const auto now = rules::filtered(dossiers, rules::judge(dossiers, monday + days{1}), {});
    const auto found = rules::difference({dossiers, monday, then}, {dossiers, monday + days{1}, now});
    CHECK(ids(found.fresh) == Ids{"INSURANCE-LAPSED-CTPL"});
    CHECK(ids(found.gone) == Ids{"INSURANCE-DUE-30"});
    CHECK(ids(found.still) == Ids{"PLATE-EXPIRED", "INSPECTION-OVERDUE"});
    CHECK(rules::days_standing(found.still[0], monday + days{1}) == 23);  // since 2026-11-01
    CHECK(rules::days_standing(found.fresh[0], monday + days{1}) == 0);
    CHECK_FALSE(rules::days_standing({}, monday));
}

TEST_CASE("between two states of the register a bus is the same by its number", "[difference]")
{
    auto bus = a_bus();
    bus.inspection_until = {};
    const rules::Dossiers before(a_snapshot(a_bus("吉G20002"), bus));  // no run, no permit
    bus.inspection_until = on(2026, 10, 31);
    const rules::Dossiers after(a_snapshot(bus));
    const auto then = rules::filtered(before, rules::judge(before, monday), {});
    const auto now = rules::filtered(after, rules::judge(after, monday), {});
    const auto found = rules::difference({before, monday, then}, {after, monday, now});
    CHECK(ids(found.fresh) == Ids{"INSPECTION-OVERDUE"});  // a gap before: that is gone
    CHECK(ids(found.still) == Ids{"PERMIT-NONE", "RUN?"});
    CHECK(ids(found.gone) == Ids{"PERMIT-NONE", "INSPECTION-OVERDUE?", "INSPECTION-DUE-30?", "RUN?"});
}

}  // namespace
