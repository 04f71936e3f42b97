#include "console/rules/permit_clock.hpp"
#include "tests/support/findings.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
using rules::Department;
using rules::Step;
using std::chrono::days;

const rules::WorkingDays calendar{some_holidays()};

/// The facts of an application, as they are gathered.
rules::PermitFacts facts_of(const data::Permit& permit)
{
    const rules::Dossiers dossiers(a_snapshot(a_bus(), permit));
    return dossiers[0].permits.front();
}

rules::StepClock first_clock(const data::Permit& permit, data::Date as_of, const rules::Params& params = {})
{
    return rules::step_clocks(facts_of(permit), as_of, calendar, params).front();
}

/// Applied for on Monday 2026-11-02, accepted on Tuesday.
data::Permit applied()
{
    auto permit = an_application(on(2026, 11, 2));
    permit.accepted_on = on(2026, 11, 3);
    return permit;
}

TEST_CASE("education has three working days from the receipt of the material to ask for opinions", "[clock]")
{
    const auto on_time = first_clock(applied(), day(2026, 11, 5));  // Tuesday, Wednesday, Thursday
    CHECK(on_time.step == Step::consult);
    CHECK(on_time.holder == Department::education);
    CHECK(on_time.since == on(2026, 11, 2));
    CHECK(on_time.limit == 3);
    CHECK(on_time.used == 3);
    CHECK(on_time.late == false);
    CHECK(on_time.late_workdays() == 0);
    const auto late = first_clock(applied(), day(2026, 11, 6));
    CHECK(late.late == true);
    CHECK(late.late_workdays() == 1);
    CHECK(late.last_day == on(2026, 11, 5));
    // Without the day of application, from acceptance.
    auto accepted = applied();
    accepted.applied_on = {};
    CHECK(first_clock(accepted, day(2026, 11, 6)).late == false);
    CHECK(first_clock(accepted, day(2026, 11, 9)).late == true);
}

TEST_CASE("the police have one working day to call the vehicle, two to confirm it, and three to reply", "[clock]")
{
    auto permit = applied();
    permit.consulted_on = on(2026, 11, 4);  // Wednesday
    CHECK(first_clock(permit, day(2026, 11, 5)).step == Step::call);
    CHECK(first_clock(permit, day(2026, 11, 5)).late == false);
    CHECK(first_clock(permit, day(2026, 11, 6)).late == true);
    CHECK(first_clock(permit, day(2026, 11, 6)).holder == Department::police_traffic);

    permit.called_on = on(2026, 11, 5);
    permit.presented_on = on(2026, 11, 5);
    permit.transport_replied_on = on(2026, 11, 5);
    const auto confirm = first_clock(permit, day(2026, 11, 9));  // Friday, Monday
    CHECK(confirm.step == Step::confirm);
    CHECK(confirm.used == 2);
    CHECK(confirm.late == false);
    CHECK(first_clock(permit, day(2026, 11, 10)).late == true);
    permit.police_replied_on = on(2026, 11, 9);
    CHECK(first_clock(permit, day(2026, 11, 10)).step == Step::report);
}

TEST_CASE("the police clock stands while the vehicle is not presented", "[clock]")
{
    auto permit = applied();
    permit.consulted_on = on(2026, 11, 4);  // Wednesday
    permit.called_on = on(2026, 11, 5);     // 1 used
    permit.transport_replied_on = on(2026, 11, 6);
    const auto waiting = first_clock(permit, day(2026, 11, 20));
    CHECK(waiting.step == Step::present);
    CHECK(waiting.holder == Department::bus_operator);
    CHECK(waiting.since == on(2026, 11, 5));
    CHECK_FALSE(waiting.limit);
    CHECK(waiting.late == false);
    CHECK(waiting.used == 11);

    permit.presented_on = on(2026, 11, 19);  // Thursday: 2 left, Friday and Monday
    CHECK(first_clock(permit, day(2026, 11, 23)).late == false);
    const auto late = first_clock(permit, day(2026, 11, 24));
    CHECK(late.late == true);
    CHECK(late.last_day == on(2026, 11, 23));
    // Called a day too late, two days of the three are used: the reply is due before the confirmation.
    permit.called_on = on(2026, 11, 6);
    CHECK(first_clock(permit, day(2026, 11, 20)).late == false);
    const auto reply = first_clock(permit, day(2026, 11, 23));
    CHECK(reply.step == Step::reply);
    CHECK(reply.late == true);
    CHECK(reply.used == 4);
    CHECK(reply.last_day == on(2026, 11, 20));
}

TEST_CASE("transport's clock runs while the applicant is waited for", "[clock]")
{
    auto permit = applied();
    permit.consulted_on = on(2026, 11, 4);
    permit.called_on = on(2026, 11, 5);
    const auto clocks = rules::step_clocks(facts_of(permit), day(2026, 11, 10), calendar, {});
    REQUIRE(clocks.size() == 2);
    CHECK(clocks[0].step == Step::reply);
    CHECK(clocks[0].holder == Department::transport);
    CHECK(clocks[0].used == 4);
    CHECK(clocks[0].late == true);
    CHECK(clocks[1].step == Step::present);
    permit.consulted_on = on(2026, 11, 5);
    CHECK(first_clock(permit, day(2026, 11, 10)).late == false);
}

TEST_CASE("education has five working days from the later of the two replies", "[clock]")
{
    auto permit = applied();
    permit.consulted_on = on(2026, 11, 4);
    permit.police_replied_on = on(2026, 11, 9);
    permit.transport_replied_on = on(2026, 11, 6);
    const auto report = first_clock(permit, day(2026, 11, 16));
    CHECK(report.step == Step::report);
    CHECK(report.since == on(2026, 11, 9));
    CHECK(report.used == 5);
    CHECK(report.late == false);
    CHECK(first_clock(permit, day(2026, 11, 17)).late == true);
    // What comes after the date has not come yet.
    CHECK(first_clock(permit, day(2026, 11, 8)).step == Step::call);
}

TEST_CASE("the government has 20 working days from acceptance, or as extended, by 10 at most", "[clock]")
{
    auto permit = applied();  // accepted on 2026-09-01: 20 working days with the worked Sunday of 20 September and
    permit.applied_on = on(2026, 8, 31);  // without 25 September and the first week of October end on 29 September
    permit.accepted_on = on(2026, 9, 1);
    permit.reported_on = on(2026, 9, 10);
    CHECK(calendar.later(day(2026, 9, 1), 20) == day(2026, 9, 29));
    const auto decide = first_clock(permit, day(2026, 9, 29));
    CHECK(decide.step == Step::decide);
    CHECK(decide.holder == Department::government);
    CHECK(decide.since == on(2026, 9, 1));
    CHECK(decide.limit == 20);
    CHECK(decide.late == false);
    CHECK(first_clock(permit, day(2026, 9, 30)).late == true);

    permit.extended_to = on(2026, 10, 9);  // 30 September, 8, 9 October
    CHECK(first_clock(permit, day(2026, 10, 9)).limit == 23);
    CHECK(first_clock(permit, day(2026, 10, 9)).late == false);
    CHECK(first_clock(permit, day(2026, 10, 10)).late == true);
    permit.extended_to = on(2026, 12, 31);
    CHECK(first_clock(permit, day(2026, 10, 10)).limit == 30);
    permit.extended_to = on(2026, 9, 2);  // an extension takes nothing away
    CHECK(first_clock(permit, day(2026, 9, 10)).limit == 20);
    permit.accepted_on = {};
    CHECK(first_clock(permit, day(2026, 9, 10)).since == on(2026, 8, 31));
}

TEST_CASE("a province's term for the decision runs beside the general one", "[clock]")
{
    auto permit = applied();
    permit.reported_on = on(2026, 11, 16);
    const rules::Params params{.gov_decision_workdays = 5};
    CHECK(first_clock(permit, day(2026, 11, 23), params).late == false);
    const auto late = first_clock(permit, day(2026, 11, 24), params);
    CHECK(late.late == true);
    CHECK(late.since == on(2026, 11, 16));
    CHECK(first_clock(permit, day(2026, 11, 24)).late == false);
}

TEST_CASE("a claimed plate is issued within three working days of the claim form", "[clock]")
{
    // regulations.md section 8, worked dates: claimed on Friday 2026-11-20, on time through Wednesday, late from 11-26.
    data::Plate claim;
    claim.registration_number = bus_number;
    claim.claimed_on = on(2026, 11, 20);
    const rules::Dossiers dossiers(a_snapshot(a_bus(), claim));
    const auto& facts = dossiers[0].plates.front();
    CHECK(rules::issue_clock(facts, day(2026, 11, 1), day(2026, 11, 25), calendar).late == false);
    const auto late = rules::issue_clock(facts, day(2026, 11, 1), day(2026, 11, 26), calendar);
    CHECK(late.late == true);
    CHECK(late.step == Step::issue);
    CHECK(late.late_workdays() == 1);
}

TEST_CASE("where the holiday table does not reach, a count is empty and lateness only said where it is sure", "[clock]")
{
    auto permit = an_application(on(2026, 12, 31));             // a Thursday, the last day of the table
    CHECK(first_clock(permit, day(2027, 1, 3)).late == false);  // three days are never four working days
    CHECK_FALSE(first_clock(permit, day(2027, 1, 3)).used);
    CHECK_FALSE(first_clock(permit, day(2027, 1, 4)).late);
    permit.applied_on = on(2026, 12, 1);
    const auto sure = first_clock(permit, day(2027, 1, 4));
    CHECK(sure.late == true);
    CHECK_FALSE(sure.late_workdays());
    CHECK(sure.last_day == on(2026, 12, 4));
}

TEST_CASE("an application is open from its day until it is decided or withdrawn", "[clock]")
{
    auto permit = applied();
    CHECK_FALSE(rules::is_open_application(facts_of(permit), day(2026, 11, 1)));
    CHECK(rules::is_open_application(facts_of(permit), day(2026, 11, 2)));
    permit.decision = data::Decision::refused;
    permit.decided_on = on(2026, 11, 20);
    CHECK(rules::is_open_application(facts_of(permit), day(2026, 11, 19)));
    CHECK_FALSE(rules::is_open_application(facts_of(permit), day(2026, 11, 20)));
    permit = applied();
    permit.revoked_on = on(2026, 11, 10);
    CHECK_FALSE(rules::is_open_application(facts_of(permit), day(2026, 11, 10)));
}

TEST_CASE("a late step is a notice to its holder, since the day after the last on time", "[permits]")
{
    auto permit = applied();
    const auto found = judged(monday, a_bus(), a_permit(), a_plate(), permit, a_run(), a_driver());
    CHECK(found.ids() == Ids{"PERMIT-STEP-LATE"});
    CHECK(found.grade("PERMIT-STEP-LATE") == 'N');
    CHECK(found.since("PERMIT-STEP-LATE") == on(2026, 11, 6));
    CHECK(found.due("PERMIT-STEP-LATE") == on(2026, 11, 5));
    CHECK(found.find("PERMIT-STEP-LATE")->department == Department::education);
    permit.consulted_on = on(2026, 11, 4);
    permit.called_on = on(2026, 11, 5);
    const auto transport = judged(monday, a_bus(), a_permit(), a_plate(), permit, a_run(), a_driver());
    CHECK(transport.find("PERMIT-STEP-LATE")->department == Department::transport);
    CHECK(transport.since("PERMIT-STEP-LATE") == on(2026, 11, 10));
    // The last day on time a Friday: late from Monday on.
    permit = an_application(on(2026, 11, 17));
    CHECK(judged(day(2026, 11, 22), a_bus(), a_permit(), a_plate(), permit, a_run(), a_driver()).ids().empty());
    CHECK(judged(monday, a_bus(), a_permit(), a_plate(), permit, a_run(), a_driver()).since("PERMIT-STEP-LATE") ==
          on(2026, 11, 23));
    // An application of which nobody wrote down the day cannot be counted.
    CHECK(judged(monday, a_bus(), a_permit(), a_plate(), an_application({}), a_run(), a_driver()).ids() ==
          Ids{"PERMIT-STEP-LATE?"});
    // A bus that is not in service asks for nothing, nor does a student bus line.
    auto parked = a_run();
    parked.to_on = on(2026, 11, 22);
    CHECK(judged(monday, a_bus(), applied(), parked, a_driver()).ids().empty());
}

TEST_CASE("a permit in force without an end is to be confirmed, in service or not", "[permits]")
{
    auto parked = a_bus();
    parked.state = data::BusState::suspended;
    for (const auto& until : {data::DateCell{}, said_to_be_none(), data::DateCell{data::no_end}}) {
        CHECK(judged(monday, a_bus(), a_permit({}, until), a_plate(), a_run(), a_driver()).ids() ==
              Ids{"PERMIT-NO-TERM"});
        const auto found = judged(monday, parked, a_permit({}, until), a_plate());
        CHECK(found.ids() == Ids{"PERMIT-NO-TERM"});
        CHECK(found.grade("PERMIT-NO-TERM") == 'D');
        CHECK_FALSE(found.find("PERMIT-NO-TERM")->gap);
    }
}

}  // namespace
