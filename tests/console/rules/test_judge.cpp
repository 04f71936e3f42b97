#include "console/rules/judge.hpp"
#include "console/rules/memo.hpp"
#include "tests/support/findings.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
using rules::BusState;

/// Four buses of two counties: 2 without a permit, 1 in order, 1 with an insurance that falls due, 1 out of service.
std::shared_ptr<const data::Snapshot> a_county()
{
    auto second = a_bus("吉G20002");
    auto third = a_bus("吉G30003");
    auto fourth = a_bus("吉G40004");
    second.county = data::Adcode{220881};
    fourth.state = data::BusState::suspended;
    auto run2 = a_run(wang, on(2026, 8, 20));
    run2.registration_number = "吉G20002";
    auto run3 = a_run();
    run3.registration_number = "吉G30003";
    auto insured = a_bus();
    insured.compulsory_insurance_until = on(2026, 11, 30);
    return a_snapshot(insured, second, third, fourth, a_permit(), a_plate(), a_run(), run2, run3, a_driver());
}

TEST_CASE("each bus has a state: its gravest finding, in order, or not in service", "[judge]")
{
    const rules::Dossiers dossiers(a_county());
    const auto judgement = rules::judge(dossiers, monday);
    CHECK(judgement.looked_at == 4);
    CHECK(judgement.states == std::vector{BusState::notice, BusState::stop, BusState::stop, BusState::not_in_service});
    CHECK(judgement.buses_in[static_cast<std::size_t>(BusState::stop)] == 2);
    CHECK(judgement.buses_in[static_cast<std::size_t>(BusState::notice)] == 1);
    CHECK(judgement.buses_in[static_cast<std::size_t>(BusState::in_order)] == 0);
}

TEST_CASE("a gap in the data alone leaves a bus in order", "[judge]")
{
    const rules::Dossiers dossiers(a_snapshot(a_bus(), a_permit(), a_plate()));
    const auto judgement = rules::judge(dossiers, monday);
    REQUIRE(judgement.findings.size() == 1);
    CHECK(judgement.states.front() == BusState::in_order);
}

TEST_CASE("a list is gravest first, then oldest, then by registration number", "[judge]")
{
    const rules::Dossiers dossiers(a_county());
    const auto rows = rules::filtered(dossiers, rules::judge(dossiers, monday), {});
    REQUIRE(rows.size() == 3);
    CHECK(dossiers.bus(dossiers.find(rows[0].bus)).registration_number == "吉G20002");
    CHECK(dossiers.bus(dossiers.find(rows[1].bus)).registration_number == "吉G30003");
    CHECK(rules::rule_id(rows[2]) == "INSURANCE-DUE-30");
}

TEST_CASE("a filter takes a county, a rule or a grade", "[judge]")
{
    const rules::Dossiers dossiers(a_county());
    const auto judgement = rules::judge(dossiers, monday);
    CHECK(rules::filtered(dossiers, judgement, {.county = data::Adcode{220881}}).size() == 1);
    CHECK(rules::looked_at(dossiers, data::Adcode{220881}) == 1);
    CHECK(rules::looked_at(dossiers, {}) == 4);
    CHECK(rules::filtered(dossiers, judgement, {.rule = "PERMIT-NONE"}).size() == 2);
    CHECK(rules::filtered(dossiers, judgement, {.rule = "PERMIT-NONE?"}).empty());
    CHECK(rules::filtered(dossiers, judgement, {.severity = rules::Severity::notice}).size() == 1);
}

TEST_CASE("counts name each rule that found something, in the order of the rules", "[judge]")
{
    const rules::Dossiers dossiers(a_county());
    const auto counts = rules::counts(rules::judge(dossiers, monday).findings);
    REQUIRE(counts.size() == 2);
    CHECK(counts[0].rule == "PERMIT-NONE");
    CHECK(counts[0].count == 2);
    CHECK(counts[1].rule == "INSURANCE-DUE-30");
}

TEST_CASE("a memo makes its value once a key", "[memo]")
{
    rules::Memo<int, int> memo;
    int made = 0;
    const auto make = [&] { return ++made; };
    CHECK(memo.get(1, make) == 1);
    CHECK(memo.get(1, make) == 1);
    CHECK(memo.get(2, make) == 2);
    memo.forget();
    CHECK(memo.get(2, make) == 3);
}

}  // namespace
