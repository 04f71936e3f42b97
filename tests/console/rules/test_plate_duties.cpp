#include "tests/support/findings.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan::test;
using xiaoan::data::DateCell;
using xiaoan::data::Plate;

Plate a_claim(DateCell claimed_on)
{
    Plate claim;
    claim.registration_number = bus_number;
    claim.claimed_on = claimed_on;
    return claim;
}

TEST_CASE("a claimed plate is late from the fourth working day", "[plates]")
{
    // regulations.md section 8, worked dates: claim form of Friday 2026-11-20, late from 2026-11-26.
    const auto as_of = [&](xiaoan::data::Date date) {
        return judged(date, a_bus(), a_permit(), a_claim(on(2026, 11, 20)), a_run(), a_driver());
    };
    CHECK(as_of(day(2026, 11, 25)).ids() == Ids{"PLATE-NONE"});
    const auto late = as_of(day(2026, 11, 26));
    CHECK(late.ids() == Ids{"PLATE-NONE", "PLATE-LATE"});
    CHECK(late.grade("PLATE-LATE") == 'R');
    CHECK(late.since("PLATE-LATE") == on(2026, 11, 26));
    CHECK(late.text("PLATE-LATE") == "rule.PLATE-LATE.text");
}

TEST_CASE("a plate whose last day is a Friday is late from Monday on, not over the weekend", "[plates]")
{
    const auto as_of = [&](xiaoan::data::Date date) {
        return judged(date, a_bus(), a_permit(), a_claim(on(2026, 11, 17)), a_run(), a_driver());
    };
    CHECK(as_of(day(2026, 11, 20)).ids() == Ids{"PLATE-NONE"});
    CHECK(as_of(day(2026, 11, 22)).ids() == Ids{"PLATE-NONE"});
    CHECK(as_of(monday).since("PLATE-LATE") == on(2026, 11, 23));
}

TEST_CASE("without a claim on record a plate is late ten working days after the decision", "[plates]")
{
    auto permit = a_permit();
    permit.decided_on = on(2026, 11, 9);  // Monday: ten working days end on Monday 23
    permit.valid_from = on(2026, 11, 9);
    CHECK(judged(monday, a_bus(), permit, a_run(), a_driver()).ids() == Ids{"PLATE-NONE"});
    const auto late = judged(day(2026, 11, 24), a_bus(), permit, a_run(), a_driver());
    CHECK(late.ids() == Ids{"PLATE-NONE", "PLATE-LATE"});
    CHECK(late.since("PLATE-LATE") == on(2026, 11, 24));
    CHECK(late.text("PLATE-LATE") == "rule.PLATE-LATE.granted");
    // A claim from before the decision counts from the decision, and the sentence names both.
    const auto claimed = judged(day(2026, 11, 13), a_bus(), permit, a_claim(on(2026, 11, 2)), a_run(), a_driver());
    CHECK(claimed.since("PLATE-LATE") == on(2026, 11, 13));
    CHECK(claimed.text("PLATE-LATE") == "rule.PLATE-LATE.decided");
}

TEST_CASE("a claim that was answered or given up is no open claim", "[plates]")
{
    auto given_up = a_claim(on(2026, 9, 9));
    given_up.state = xiaoan::data::PlateState::void_plate;
    auto permit = a_permit();
    permit.decided_on = on(2026, 11, 16);
    CHECK(judged(monday, a_bus(), permit, given_up, a_run(), a_driver()).ids() == Ids{"PLATE-NONE"});
    // Issued later, it was a claim until then.
    auto issued = a_plate();
    issued.claimed_on = on(2026, 11, 16);
    issued.issued_on = on(2026, 11, 23);
    CHECK(judged(day(2026, 11, 20), a_bus(), permit, issued, a_run(), a_driver()).ids() ==
          Ids{"PLATE-NONE", "PLATE-LATE"});
    CHECK(judged(monday, a_bus(), permit, issued, a_run(), a_driver()).ids().empty());
}

TEST_CASE("a plate must go back within five working days of the end of its permit", "[plates]")
{
    // Valid until Friday 2026-11-13: Monday 16 to Friday 20 are five; late from Monday 23, in service or not.
    auto bus = a_bus();
    bus.state = xiaoan::data::BusState::suspended;
    const auto permit = a_permit(on(2025, 9, 1), on(2026, 11, 13));
    CHECK(judged(day(2026, 11, 22), bus, permit, a_plate()).ids().empty());
    const auto late = judged(monday, bus, permit, a_plate());
    CHECK(late.ids() == Ids{"PLATE-NOT-RETURNED"});
    CHECK(late.grade("PLATE-NOT-RETURNED") == 'R');
    CHECK(late.since("PLATE-NOT-RETURNED") == on(2026, 11, 23));
    auto revoked = a_permit();
    revoked.revoked_on = on(2026, 11, 13);
    CHECK(judged(monday, bus, revoked, a_plate()).since("PLATE-NOT-RETURNED") == on(2026, 11, 23));
    auto returned = a_plate();
    returned.withdrawn_on = on(2026, 11, 23);
    CHECK(judged(monday, bus, permit, returned).ids().empty());
    // A permit that follows keeps the plate.
    auto renewed = a_permit(on(2026, 11, 20), on(2027, 11, 19));
    renewed.decided_on = on(2026, 11, 6);
    CHECK(judged(monday, bus, permit, renewed, a_plate()).ids().empty());
}

TEST_CASE("a plate must go back five working days after the scrap age is reached", "[plates]")
{
    auto bus = a_bus();
    bus.registered_on = on(2011, 11, 13);
    bus.manufactured_on = on(2011, 9, 1);
    CHECK_FALSE(judged(day(2026, 11, 22), bus, a_permit(), a_plate(), a_run(), a_driver()).has("PLATE-NOT-RETURNED"));
    const auto late = judged(monday, bus, a_permit(), a_plate(), a_run(), a_driver());
    CHECK(late.grade("PLATE-NOT-RETURNED") == 'R');
    CHECK(late.text("PLATE-NOT-RETURNED") == "rule.PLATE-NOT-RETURNED.scrap");
}

TEST_CASE("when a bus was deregistered nobody wrote down: whether its plate is late cannot be told", "[plates]")
{
    auto bus = a_bus();
    bus.state = xiaoan::data::BusState::deregistered;
    CHECK(judged(monday, bus, a_permit(), a_plate()).ids() == Ids{"PLATE-NOT-RETURNED?"});
    auto lost = a_plate();
    lost.state = xiaoan::data::PlateState::lost;
    CHECK(judged(monday, bus, a_permit(), lost).ids().empty());
}

TEST_CASE("a plate ends on the day of the inspection, not after it nor before", "[plates]")
{
    // regulations.md section 8, worked dates: inspection valid to 2026-11-30, so must the plate say.
    auto bus = a_bus();
    bus.inspection_until = on(2027, 3, 10);
    const auto with_plate = [&](DateCell until) {
        return judged(monday, bus, a_permit(), a_plate(until), a_run(), a_driver());
    };
    CHECK(with_plate(on(2027, 3, 10)).ids().empty());
    const auto later = with_plate(on(2027, 3, 11));
    CHECK(later.ids() == Ids{"PLATE-BEYOND"});
    CHECK(later.grade("PLATE-BEYOND") == 'R');
    CHECK(later.since("PLATE-BEYOND") == on(2026, 9, 10));
    const auto earlier = with_plate(on(2027, 3, 9));
    CHECK(earlier.ids() == Ids{"PLATE-BEYOND"});
    CHECK(earlier.grade("PLATE-BEYOND") == 'D');
    CHECK_FALSE(earlier.find("PLATE-BEYOND")->gap);
    bus.inspection_until = {};
    CHECK(with_plate(on(2027, 3, 10)).has("PLATE-BEYOND?"));
    // The half year after the last inspection stands for an end that nobody wrote down.
    bus.last_inspection_on = on(2026, 9, 10);
    CHECK(with_plate(on(2027, 3, 10)).ids().empty());
    CHECK(with_plate(on(2027, 3, 11)).grade("PLATE-BEYOND") == 'R');
}

TEST_CASE("a plate may not pass the permit; where the permit ends first, so does the plate", "[plates]")
{
    const auto until = [&](DateCell plate) {
        return judged(monday, a_bus(), a_permit(on(2025, 9, 1), on(2027, 2, 28)), a_plate(plate), a_run(), a_driver());
    };
    CHECK(until(on(2027, 2, 28)).ids().empty());  // the inspection ends on 2027-03-10
    CHECK(until(on(2027, 3, 1)).grade("PLATE-BEYOND") == 'R');
    CHECK(until(on(2027, 3, 10)).text("PLATE-BEYOND") == "rule.PLATE-BEYOND.permit");
    CHECK(until(on(2027, 2, 27)).grade("PLATE-BEYOND") == 'D');
    // Also where that permit begins only later.
    auto later = a_permit(on(2026, 12, 31), on(2027, 2, 28));
    later.decided_on = on(2026, 11, 20);
    const auto ahead = judged(monday, a_bus(), later, a_plate(on(2027, 3, 10)), a_run(), a_driver());
    CHECK(ahead.grade("PLATE-BEYOND") == 'R');
    CHECK(ahead.text("PLATE-BEYOND") == "rule.PLATE-BEYOND.permit");
}

}  // namespace
