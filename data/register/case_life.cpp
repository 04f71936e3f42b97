#include "data/register/case_life.hpp"

#include <algorithm>

namespace xiaoan::data {

namespace {

using State = CaseState;
using After = std::expected<CaseState, std::string_view>;

After refused(std::string_view why)
{
    return std::unexpected(why);
}

/// A step that waits for the department anew: sense is in it only after the department was written to.
After back_to_the_department(State state)
{
    if (state == State::open) return refused("case_not_sent");
    if (state == State::verified) return refused("case_verified");
    return State::sent;
}

After of_a_living_case(State state, CaseStep step)
{
    switch (step) {
    case CaseStep::finding_added: return State::open;  // the department has not heard of it
    case CaseStep::sent:
        if (state == State::verified) return refused("case_verified");
        return State::sent;
    case CaseStep::reminded:
    case CaseStep::urged:
    case CaseStep::escalated: return back_to_the_department(state);
    case CaseStep::replied: return state == State::verified ? State::verified : State::replied;
    case CaseStep::extended:
        if (state == State::verified) return refused("case_verified");
        return state;
    case CaseStep::verified: return State::verified;
    case CaseStep::closed: return State::closed;
    case CaseStep::cancelled: return State::cancelled;
    case CaseStep::reopened: return refused("case_not_ended");
    default: return refused("case_begun");
    }
}

}  // namespace

std::expected<CaseState, std::string_view> state_after(CaseState state, CaseStep step)
{
    if (state == State::not_given) return step == CaseStep::opened ? After{State::open} : refused("unknown_case");
    if (step == CaseStep::noted) return state;
    if (!has_ended(state)) return of_a_living_case(state, step);
    if (step == CaseStep::reopened) return State::open;
    if (step == CaseStep::opened) return refused("case_begun");
    return refused(state == State::closed ? "case_closed" : "case_cancelled");
}

int overdue_days(const Case& of, Date as_of)
{
    if (has_ended(of.state) || !of.due_on.has_date()) return 0;
    return std::max(0, static_cast<int>((as_of - of.due_on.date()).count()));
}

}  // namespace xiaoan::data
