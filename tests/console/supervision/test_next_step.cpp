#include "console/supervision/next_step.hpp"
#include "tests/support/a_case.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
using data::CaseState;
using data::CaseStep;
using supervision::next_step;
using supervision::NextStep;
using supervision::Standing;
using supervision::Waiting;

/// Sent on 2026-11-03, due on Friday 2026-11-20.
data::Case a_letter()
{
    return after(a_case("2026-0001", on(2026, 11, 20), CaseState::sent), CaseStep::sent, day(2026, 11, 3));
}

TEST_CASE("a letter is reminded of at -3 days, urged at +1, escalated at +7", "[cases]")
{
    const auto [as_of, expected] = GENERATE(table<data::Date, NextStep>({
        {day(2026, 11, 16), NextStep::wait},
        {day(2026, 11, 17), NextStep::remind},    // -3
        {day(2026, 11, 20), NextStep::remind},    // the day itself
        {day(2026, 11, 21), NextStep::urge},      // +1
        {day(2026, 11, 26), NextStep::urge},      // +6
        {day(2026, 11, 27), NextStep::escalate},  // +7
        {day(2027, 1, 31), NextStep::escalate},
    }));
    CAPTURE(data::iso(as_of));
    CHECK(next_step(a_letter(), Standing::stands, as_of) == expected);
}

TEST_CASE("what was done already is waited for, not done again", "[cases]")
{
    auto of = after(a_letter(), CaseStep::reminded, day(2026, 11, 17));
    CHECK(next_step(of, Standing::stands, day(2026, 11, 19)) == NextStep::wait);
    CHECK(next_step(of, Standing::stands, day(2026, 11, 21)) == NextStep::urge);
    of = after(of, CaseStep::urged, day(2026, 11, 22));
    CHECK(next_step(of, Standing::stands, day(2026, 11, 21)) == NextStep::urge);  // as of the day before the urging
    CHECK(next_step(of, Standing::stands, day(2026, 11, 22)) == NextStep::wait);
    CHECK(next_step(of, Standing::stands, day(2026, 11, 26)) == NextStep::wait);
    CHECK(next_step(of, Standing::stands, day(2026, 11, 27)) == NextStep::escalate);
    of = after(of, CaseStep::escalated, day(2026, 11, 27));
    CHECK(next_step(of, Standing::stands, day(2026, 12, 5)) == NextStep::wait);
    // A longer deadline begins anew.
    of.due_on = on(2026, 12, 10);
    CHECK(next_step(of, Standing::stands, day(2026, 12, 7)) == NextStep::remind);
    CHECK(next_step(of, Standing::stands, day(2026, 12, 11)) == NextStep::urge);
}

TEST_CASE("a letter sent within the last three days is its own reminder", "[cases]")
{
    const auto late = after(a_case("1", on(2026, 11, 20), CaseState::sent), CaseStep::sent, day(2026, 11, 18));
    CHECK(next_step(late, Standing::stands, day(2026, 11, 19)) == NextStep::wait);
    CHECK(next_step(late, Standing::stands, day(2026, 11, 21)) == NextStep::urge);
}

TEST_CASE("the habits can be others", "[cases]")
{
    const supervision::CaseHabits slow{.remind_before = 5, .urge_after = 3, .escalate_after = 15};
    CHECK(next_step(a_letter(), Standing::stands, day(2026, 11, 15), slow) == NextStep::remind);
    CHECK(next_step(a_letter(), Standing::stands, day(2026, 11, 22), slow) == NextStep::wait);
    CHECK(next_step(a_letter(), Standing::stands, day(2026, 11, 23), slow) == NextStep::urge);
    CHECK(next_step(a_letter(), Standing::stands, day(2026, 12, 5), slow) == NextStep::escalate);
}

TEST_CASE("state and standing say what comes next", "[cases]")
{
    const auto step = [](CaseState state, Standing standing) {
        return next_step(a_case("1", on(2026, 12, 31), state), standing, monday);
    };
    const auto [state, stands, gone, by_hand] = GENERATE(table<CaseState, NextStep, NextStep, NextStep>({
        {CaseState::open, NextStep::send, NextStep::verify, NextStep::send},
        {CaseState::sent, NextStep::wait, NextStep::verify, NextStep::wait},
        {CaseState::replied, NextStep::check, NextStep::verify, NextStep::verify},
        {CaseState::verified, NextStep::check, NextStep::close, NextStep::close},
        {CaseState::closed, NextStep::none, NextStep::none, NextStep::none},
        {CaseState::cancelled, NextStep::none, NextStep::none, NextStep::none},
    }));
    CAPTURE(data::word(state));
    CHECK(step(state, Standing::stands) == stands);
    CHECK(step(state, Standing::gone) == gone);
    CHECK(step(state, Standing::by_hand) == by_hand);
}

TEST_CASE("what is set aside is not verified, and what left the register is closed with a reason", "[cases]")
{
    const auto step = [](CaseState state, Standing standing) {
        return next_step(a_case("1", on(2026, 11, 20), state), standing, monday);  // overdue: yet nobody is urged
    };
    for (const auto state : {CaseState::open, CaseState::sent, CaseState::replied}) {
        CHECK(step(state, Standing::set_aside) == NextStep::set_aside);
        CHECK(step(state, Standing::left) == NextStep::close);
    }
    CHECK(step(CaseState::verified, Standing::set_aside) == NextStep::check);
    CHECK(step(CaseState::verified, Standing::checked) == NextStep::close);
    CHECK(step(CaseState::closed, Standing::left) == NextStep::none);
}

TEST_CASE("only a letter that is out and in order waits for its department", "[cases]")
{
    for (const auto& word : data::words_of<NextStep>) {
        CAPTURE(word.word);
        const auto waiting = supervision::waiting_for(data::value_of_word<NextStep>(word.word));
        CHECK(waiting == (word.word == "wait" || word.word == "set_aside" ? Waiting::department
                          : word.word == "none"                           ? Waiting::nobody
                                                                          : Waiting::bureau));
    }
    CHECK(next_step(a_case("1", {}, CaseState::sent), Standing::stands, monday) == NextStep::wait);  // no deadline
}

TEST_CASE("steps are counted up to the date", "[cases]")
{
    auto of = after(after(a_letter(), CaseStep::urged, day(2026, 11, 21)), CaseStep::urged, day(2026, 11, 25));
    CHECK(supervision::times(of, CaseStep::urged, day(2026, 11, 20)) == 0);
    CHECK(supervision::times(of, CaseStep::urged, day(2026, 11, 21)) == 1);
    CHECK(supervision::times(of, CaseStep::urged, day(2026, 11, 25)) == 2);
}

}  // namespace
