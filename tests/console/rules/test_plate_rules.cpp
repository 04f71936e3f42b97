#include "tests/support/findings.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan::test;
using std::chrono::days;
using xiaoan::data::Plate;
using xiaoan::data::PlateState;

Judged with_plate(xiaoan::data::Date as_of, const Plate& plate)
{
    return judged(as_of, a_bus(), a_permit(), plate, a_run(), a_driver());
}

TEST_CASE("a permitted bus without a plate must stop, since it ran permitted without one", "[plates]")
{
    const auto found = judged(monday, a_bus(), a_permit(), a_run(), a_driver());
    CHECK(found.first_ids() == Ids{"PLATE-NONE"});
    CHECK(found.grade("PLATE-NONE") == 'S');
    CHECK(found.since("PLATE-NONE") == on(2026, 9, 1));
    auto later = a_permit();
    later.decided_on = on(2026, 10, 8);
    CHECK(judged(monday, a_bus(), later, a_run(), a_driver()).since("PLATE-NONE") == on(2026, 10, 8));
}

TEST_CASE("a renewed permit does not make the missing plate younger", "[plates]")
{
    auto renewal = a_permit(on(2026, 11, 1), on(2027, 10, 31));
    renewal.decided_on = on(2026, 10, 12);
    const auto found =
        judged(monday, a_bus(), a_permit(on(2025, 9, 1), on(2026, 12, 31)), renewal, a_run(), a_driver());
    CHECK(found.since("PLATE-NONE") == on(2026, 9, 1));
    // Four days without any permit in force begin it anew.
    CHECK(judged(monday, a_bus(), a_permit(on(2025, 9, 1), on(2026, 10, 27)), renewal, a_run(), a_driver())
              .since("PLATE-NONE") == on(2026, 11, 1));
}

TEST_CASE("without a permit in force nothing is said of a missing plate", "[plates]")
{
    CHECK_FALSE(judged(monday, a_bus(), a_run(), a_driver()).has("PLATE-NONE"));
    const auto expired = a_permit(on(2025, 9, 1), on(2026, 8, 31));
    CHECK_FALSE(judged(monday, a_bus(), expired, a_run(), a_driver()).has("PLATE-NONE"));
}

TEST_CASE("a claim is not a plate", "[plates]")
{
    Plate claim;
    claim.registration_number = bus_number;
    claim.claimed_on = on(2026, 11, 20);
    const auto found = with_plate(monday, claim);
    CHECK(found.first_ids() == Ids{"PLATE-NONE"});
    CHECK(found.text("PLATE-NONE") == "rule.PLATE-NONE.claimed");
}

TEST_CASE("a plate counts from the day of issue to the day before its withdrawal", "[plates]")
{
    auto plate = a_plate();
    plate.withdrawn_on = on(2026, 11, 24);
    CHECK(with_plate(day(2026, 9, 9), plate).first_ids() == Ids{"PLATE-NONE"});
    CHECK(with_plate(day(2026, 9, 10), plate).first_ids().empty());
    CHECK(with_plate(monday, plate).first_ids().empty());
    const auto withdrawn = with_plate(monday + days{1}, plate);
    CHECK(withdrawn.first_ids() == Ids{"PLATE-NONE"});
    CHECK(withdrawn.since("PLATE-NONE") == on(2026, 11, 24));
}

TEST_CASE("a lost, returned or void plate is not held, and since when is not known", "[plates]")
{
    for (const auto state : {PlateState::returned, PlateState::lost, PlateState::void_plate}) {
        auto plate = a_plate();
        plate.state = state;
        const auto found = with_plate(monday, plate);
        CHECK(found.first_ids() == Ids{"PLATE-NONE"});
        CHECK(found.since("PLATE-NONE").not_given());
    }
    auto unsaid = a_plate();
    unsaid.state = PlateState::not_given;
    CHECK(with_plate(monday, unsaid).first_ids().empty());
    // A permit of this very day leaves no other day.
    auto lost = a_plate();
    lost.state = PlateState::lost;
    auto permit = a_permit();
    permit.decided_on = xiaoan::data::DateCell{monday};
    CHECK(judged(monday, a_bus(), permit, lost, a_run(), a_driver()).since("PLATE-NONE") == on(2026, 11, 23));
}

TEST_CASE("a plate whose day of issue nobody wrote down is a gap", "[plates]")
{
    auto plate = a_plate();
    plate.issued_on = {};
    CHECK(with_plate(monday, plate).first_ids() == Ids{"PLATE-NONE?"});
}

TEST_CASE("a plate holds through its last day and is expired from the next", "[plates]")
{
    // regulations.md section 8, worked dates: valid to 2026-11-30, left 7 on Monday; on 2026-12-01 it turns S.
    const auto plate = a_plate(on(2026, 11, 30));
    const auto due = with_plate(monday, plate);
    CHECK(due.first_ids() == Ids{"PLATE-DUE-30"});
    CHECK(due.grade("PLATE-DUE-30") == 'N');
    CHECK(due.due("PLATE-DUE-30") == on(2026, 11, 30));
    CHECK(due.since("PLATE-DUE-30") == on(2026, 10, 31));
    CHECK(due.find("PLATE-DUE-30")->department == xiaoan::rules::Department::bus_operator);
    CHECK(with_plate(day(2026, 11, 30), plate).first_ids() == Ids{"PLATE-DUE-30"});
    const auto expired = with_plate(day(2026, 12, 1), plate);
    CHECK(expired.first_ids() == Ids{"PLATE-EXPIRED"});
    CHECK(expired.grade("PLATE-EXPIRED") == 'S');
    CHECK(expired.since("PLATE-EXPIRED") == on(2026, 12, 1));
}

TEST_CASE("31 days before its end a plate is not yet due", "[plates]")
{
    CHECK(with_plate(monday, a_plate(on(2026, 12, 24))).first_ids().empty());
    CHECK(with_plate(monday, a_plate(on(2026, 12, 23))).first_ids() == Ids{"PLATE-DUE-30"});
}

TEST_CASE("a plate without its end is a gap for both rules that read it", "[plates]")
{
    CHECK(with_plate(monday, a_plate({})).first_ids() == Ids{"PLATE-EXPIRED?", "PLATE-DUE-30?"});
    CHECK(with_plate(monday, a_plate(said_to_be_none())).first_ids() == Ids{"PLATE-EXPIRED"});
}

TEST_CASE("an expired plate is named even where the permit has expired too", "[plates]")
{
    const auto found = judged(monday, a_bus(), a_permit(on(2025, 9, 1), on(2026, 8, 31)), a_plate(on(2026, 8, 31)),
                              a_run(), a_driver());
    CHECK(found.first_ids() == Ids{"PERMIT-EXPIRED", "PLATE-EXPIRED"});
}

TEST_CASE("of several plates the one issued last is held", "[plates]")
{
    auto old = a_plate(on(2026, 9, 9));
    old.issued_on = on(2026, 3, 10);
    CHECK(judged(monday, a_bus(), a_permit(), a_plate(), old, a_run(), a_driver()).first_ids().empty());
}

}  // namespace
