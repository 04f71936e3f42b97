#include "tests/support/findings.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace {

using namespace xiaoan::test;
using std::chrono::days;
using xiaoan::data::Decision;

TEST_CASE("a bus with permit, plate, inspection and its own qualified driver is in order", "[permits]")
{
    CHECK(judged(monday, a_bus(), a_permit(), a_plate(), a_run(), a_driver()).first_ids().empty());
}

TEST_CASE("a bus in service without a permit must stop, since the first day of its runs", "[permits]")
{
    const auto found = judged(monday, a_bus(), a_run(), a_driver());
    CHECK(found.first_ids() == Ids{"PERMIT-NONE"});
    CHECK(found.grade("PERMIT-NONE") == 'S');
    CHECK(found.since("PERMIT-NONE") == on(2026, 9, 1));
    CHECK(found.due("PERMIT-NONE").not_given());
    CHECK(found.evidence("PERMIT-NONE").front().field == "permit");
}

TEST_CASE("service that continues from run to run began with the first of them", "[permits]")
{
    const auto spring = a_run(wang, on(2026, 3, 1), on(2026, 7, 10));
    const auto summer = a_run(wang, on(2026, 7, 11), on(2026, 8, 31));
    CHECK(judged(monday, a_bus(), spring, summer, a_run(), a_driver()).since("PERMIT-NONE") == on(2026, 3, 1));
    CHECK(judged(monday, a_bus(), spring, a_run(), a_driver()).since("PERMIT-NONE") == on(2026, 9, 1));
    CHECK(judged(monday, a_bus(), a_run(wang, {}), a_driver()).since("PERMIT-NONE").not_given());
}

TEST_CASE("an application is no permit, and its finding says where it stands", "[permits]")
{
    const auto pending = judged(monday, a_bus(), an_application(on(2026, 11, 2)), a_run(), a_driver());
    CHECK(pending.first_ids() == Ids{"PERMIT-NONE"});
    CHECK(pending.text("PERMIT-NONE") == "rule.PERMIT-NONE.pending");
    auto refused = an_application(on(2026, 10, 2));
    refused.decision = Decision::refused;
    refused.decided_on = on(2026, 10, 20);
    const auto found = judged(monday, a_bus(), refused, a_run(), a_driver());
    CHECK(found.first_ids() == Ids{"PERMIT-NONE"});
    CHECK(found.text("PERMIT-NONE") == "rule.PERMIT-NONE.refused");
}

TEST_CASE("a permit counts from the day it was decided", "[permits]")
{
    auto permit = a_permit({}, on(2027, 8, 31));
    permit.decided_on = on(2026, 11, 23);
    CHECK(judged(monday - days{1}, a_bus(), permit, a_plate(), a_run(), a_driver()).grade("PERMIT-NONE") == 'S');
    CHECK(judged(monday, a_bus(), permit, a_plate(), a_run(), a_driver()).first_ids().empty());
}

TEST_CASE("a permit without its decision or its date is a gap, never a finding", "[permits]")
{
    auto undated = a_permit();
    undated.decided_on = {};
    auto undecided = a_permit();
    undecided.decision = Decision::not_given;
    for (const auto& permit : {undated, undecided}) {
        const auto found = judged(monday, a_bus(), permit, a_plate(), a_run(), a_driver());
        CHECK(found.first_ids() == Ids{"PERMIT-NONE?"});
        CHECK(found.grade("PERMIT-NONE?") == 'D');
    }
}

TEST_CASE("a permit that only begins later cannot be called by any permit rule", "[permits]")
{
    const auto found = judged(monday, a_bus(), a_permit(on(2026, 12, 1)), a_plate(), a_run(), a_driver());
    CHECK(found.first_ids() == Ids{"PERMIT-NONE?"});
    CHECK(found.text("PERMIT-NONE?") == "rule.PERMIT-NONE.later");
}

TEST_CASE("a permit holds through its last day and is expired from the next", "[permits]")
{
    const auto permit = a_permit(on(2025, 9, 1), on(2026, 11, 23));
    const auto last_day = judged(monday, a_bus(), permit, a_plate(), a_run(), a_driver());
    CHECK(last_day.first_ids() == Ids{"PERMIT-DUE-30"});
    const auto next = judged(monday + days{1}, a_bus(), permit, a_plate(), a_run(), a_driver());
    CHECK(next.first_ids() == Ids{"PERMIT-EXPIRED"});
    CHECK(next.grade("PERMIT-EXPIRED") == 'S');
    CHECK(next.since("PERMIT-EXPIRED") == on(2026, 11, 24));
    CHECK(next.find("PERMIT-EXPIRED")->department == xiaoan::rules::Department::government);
}

TEST_CASE("a permit without an end, or said to have none, has no term", "[permits]")
{
    CHECK(judged(monday, a_bus(), a_permit(on(2020, 9, 1), {}), a_plate(), a_run(), a_driver()).first_ids().empty());
    const auto none = a_permit(on(2020, 9, 1), said_to_be_none());
    CHECK(judged(monday, a_bus(), none, a_plate(), a_run(), a_driver()).first_ids().empty());
}

TEST_CASE("a revoked permit is judged revoked from that very day, even when it has expired too", "[permits]")
{
    auto permit = a_permit(on(2024, 9, 1), on(2026, 8, 31));
    permit.decided_on = on(2024, 8, 20);
    permit.revoked_on = on(2026, 11, 23);
    CHECK(judged(monday - days{1}, a_bus(), permit, a_plate(), a_run(), a_driver()).first_ids() ==
          Ids{"PERMIT-EXPIRED"});
    const auto found = judged(monday, a_bus(), permit, a_plate(), a_run(), a_driver());
    CHECK(found.first_ids() == Ids{"PERMIT-REVOKED"});
    CHECK(found.since("PERMIT-REVOKED") == on(2026, 11, 23));
}

TEST_CASE("of several permits the one in force counts, else the one decided last", "[permits]")
{
    auto revoked = a_permit();
    revoked.revoked_on = on(2026, 10, 1);
    auto newer = a_permit(on(2026, 10, 10));
    newer.decided_on = on(2026, 10, 9);
    CHECK(judged(monday, a_bus(), revoked, newer, a_plate(), a_run(), a_driver()).first_ids().empty());

    auto expired = a_permit(on(2025, 9, 1), on(2026, 8, 31));
    expired.decided_on = on(2025, 8, 21);
    CHECK(judged(monday, a_bus(), expired, revoked, a_plate(), a_run(), a_driver()).first_ids() ==
          Ids{"PERMIT-EXPIRED"});
    expired.decided_on = on(2025, 8, 19);
    CHECK(judged(monday, a_bus(), expired, revoked, a_plate(), a_run(), a_driver()).first_ids() ==
          Ids{"PERMIT-REVOKED"});
}

TEST_CASE("a renewal that begins only later leaves the expired permit to be judged", "[permits]")
{
    auto renewed = a_permit(on(2026, 12, 1), on(2028, 11, 30));
    renewed.decided_on = on(2026, 11, 10);
    const auto old = a_permit(on(2025, 9, 1), on(2026, 11, 20));
    CHECK(judged(monday, a_bus(), old, renewed, a_plate(), a_run(), a_driver()).first_ids() == Ids{"PERMIT-EXPIRED"});
}

TEST_CASE("with 30 days left the application can still be in time, with 29 it is late", "[permits]")
{
    // regulations.md section 8, worked dates: valid to 2026-12-23, left 30, last day to file in time is today;
    // 2026-12-22: already late.
    const auto on_time =
        judged(monday, a_bus(), a_permit(on(2025, 9, 1), on(2026, 12, 23)), a_plate(), a_run(), a_driver());
    CHECK(on_time.grade("PERMIT-DUE-30") == 'N');
    CHECK(on_time.since("PERMIT-DUE-30") == on(2026, 11, 23));
    CHECK(on_time.due("PERMIT-DUE-30") == on(2026, 12, 23));
    const auto late =
        judged(monday, a_bus(), a_permit(on(2025, 9, 1), on(2026, 12, 22)), a_plate(), a_run(), a_driver());
    CHECK(late.grade("PERMIT-DUE-30") == 'R');
    CHECK(late.since("PERMIT-DUE-30") == on(2026, 11, 22));
    CHECK(late.due("PERMIT-DUE-30").not_given());
    const auto early =
        judged(monday, a_bus(), a_permit(on(2025, 9, 1), on(2026, 12, 24)), a_plate(), a_run(), a_driver());
    CHECK(early.first_ids().empty());
}

TEST_CASE("a filed renewal silences the notice", "[permits]")
{
    const auto permit = a_permit(on(2025, 9, 1), on(2026, 12, 10));
    const auto grade = [&](const xiaoan::data::Permit& other) {
        return judged(monday, a_bus(), permit, other, a_plate(), a_run(), a_driver()).grade("PERMIT-DUE-30");
    };
    CHECK(grade(an_application(on(2026, 11, 23))) == '-');
    CHECK(grade(an_application(on(2026, 11, 24))) == 'R');  // not filed yet on that day
    CHECK(grade(an_application(on(2025, 7, 1))) == 'R');    // older than the permit
    auto refused = an_application(on(2026, 11, 1));
    refused.decision = Decision::refused;
    refused.decided_on = on(2026, 11, 20);
    CHECK(grade(refused) == 'R');
    auto granted = a_permit(on(2026, 12, 11), on(2028, 12, 10));
    granted.decided_on = on(2026, 11, 20);
    CHECK(grade(granted) == '-');
    granted.valid_from = on(2026, 12, 12);  // leaves one day without a permit
    CHECK(grade(granted) == 'R');
    auto former = a_permit(on(2024, 9, 1), on(2025, 8, 31));
    former.decided_on = on(2024, 8, 20);
    CHECK(grade(former) == 'R');
}

TEST_CASE("an application without its date leaves open whether renewal was filed", "[permits]")
{
    auto application = an_application({});
    application.number = "XK-2";
    const auto found = judged(monday, a_bus(), a_permit(on(2025, 9, 1), on(2026, 12, 10)), application, a_plate(),
                              a_run(), a_driver());
    CHECK(found.first_ids() == Ids{"PERMIT-DUE-30?"});
}

TEST_CASE("a row decided before the permit in force is no renewal of it", "[permits]")
{
    auto old = an_application(on(2025, 1, 1));
    old.decided_on = on(2025, 2, 5);  // refused or granted: nobody wrote it down
    const auto found =
        judged(monday, a_bus(), old, a_permit(on(2025, 9, 1), on(2026, 12, 10)), a_plate(), a_run(), a_driver());
    CHECK(found.first_ids() == Ids{"PERMIT-DUE-30"});
    CHECK(found.grade("PERMIT-DUE-30") == 'R');
}

TEST_CASE("a refused renewal brings the notice back, since its refusal", "[permits]")
{
    const auto permit = a_permit(on(2025, 9, 1), on(2026, 12, 10));
    auto refused = an_application(on(2026, 11, 1));
    refused.decision = xiaoan::data::Decision::refused;
    refused.decided_on = on(2026, 11, 20);
    const auto as_of = [&](xiaoan::data::Date date) {
        return judged(date, a_bus(), permit, refused, a_plate(), a_run(), a_driver());
    };
    CHECK(as_of(monday - days{4}).first_ids().empty());
    CHECK(as_of(monday).since("PERMIT-DUE-30") == on(2026, 11, 20));
}

TEST_CASE("a bus is without a permit only since the last of several ended", "[permits]")
{
    auto old = a_permit(on(2025, 9, 1), on(2026, 11, 20));
    auto revoked = a_permit(on(2026, 9, 1), on(2027, 8, 31));
    revoked.decided_on = on(2026, 8, 20);
    revoked.revoked_on = on(2026, 10, 1);
    const auto found = judged(monday, a_bus(), old, revoked, a_plate(), a_run(), a_driver());
    CHECK(found.first_ids() == Ids{"PERMIT-REVOKED"});
    CHECK(found.since("PERMIT-REVOKED") == on(2026, 11, 21));
}

TEST_CASE("a student bus line needs neither permit nor plate; the papers that it has must be true", "[permits]")
{
    auto line = a_bus();
    line.service = xiaoan::data::Service::student_bus_line;
    CHECK(judged(monday, line, a_run(), a_driver()).first_ids().empty());
    CHECK(judged(monday, line, a_permit(on(2024, 9, 1), on(2025, 8, 31)), a_run(), a_driver()).first_ids().empty());
    CHECK(judged(monday, line, a_plate(on(2026, 1, 1)), a_run(zhao), a_driver(zhao)).first_ids() ==
          Ids{"PLATE-EXPIRED", "PLATE-MISMATCH-DRIVER"});
}

TEST_CASE("a bus without any run recorded is judged, and the missing roster is said", "[permits]")
{
    const auto found = judged(monday, a_bus());
    CHECK(found.first_ids() == Ids{"PERMIT-NONE", "RUN?"});
    CHECK(found.since("PERMIT-NONE").not_given());
}

TEST_CASE("a bus whose runs are all past or yet to come is not in service", "[permits]")
{
    CHECK(judged(monday, a_bus(), a_run(wang, on(2026, 3, 1), on(2026, 11, 22))).first_ids().empty());
    CHECK(judged(monday, a_bus(), a_run(wang, on(2026, 11, 24))).first_ids().empty());
    CHECK(judged(monday, a_bus(), a_run(wang, on(2026, 3, 1), on(2026, 11, 23)), a_driver()).has("PERMIT-NONE"));
}

TEST_CASE("a suspended or deregistered bus has no findings; one whose state is not given is in use", "[permits]")
{
    auto bus = a_bus();
    bus.state = GENERATE(xiaoan::data::BusState::suspended, xiaoan::data::BusState::deregistered);
    CHECK(judged(monday, bus, a_run(), a_driver()).first_ids().empty());
    bus.state = xiaoan::data::BusState::not_given;
    CHECK(judged(monday, bus, a_run(), a_driver()).has("PERMIT-NONE"));
}

TEST_CASE("a permit past its end is expired although its beginning was mistyped", "[permits]")
{
    auto permit = a_permit();
    permit.decided_on = on(2025, 11, 1);
    permit.valid_from = on(2026, 12, 1);
    permit.valid_to = on(2026, 10, 31);
    const auto found = judged(monday, a_bus(), permit, a_run(), a_driver());
    CHECK(found.has("PERMIT-EXPIRED"));
    CHECK(found.grade("PERMIT-EXPIRED") == 'S');
    CHECK_FALSE(found.has("PERMIT-NONE?"));
}

}  // namespace
