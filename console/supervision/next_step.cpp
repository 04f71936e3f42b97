#include "console/supervision/next_step.hpp"

#include <algorithm>

namespace xiaoan::supervision {

namespace {

using data::CaseState;
using data::CaseStep;
using std::chrono::days;

/// Whether the step was taken between two days, both included.
bool taken(const data::Case& of, CaseStep step, data::Date from, data::Date to)
{
    const auto what = data::word(step);
    return std::ranges::any_of(of.events, [&](const data::CaseEvent& event) {
        const auto on = data::day_of(event);
        return event.what == what && on >= from && on <= to;
    });
}

/// Of a case that its department has and has not answered.
NextStep with_the_department(const data::Case& of, data::Date as_of, const CaseHabits& habits)
{
    if (!of.due_on.has_date()) return NextStep::wait;
    const data::Date due = of.due_on.date();
    const bool escalated = taken(of, CaseStep::escalated, due + days{1}, as_of);
    if (as_of >= due + days{habits.escalate_after}) return escalated ? NextStep::wait : NextStep::escalate;
    if (as_of >= due + days{habits.urge_after})
        return escalated || taken(of, CaseStep::urged, due + days{1}, as_of) ? NextStep::wait : NextStep::urge;
    const data::Date near = due - days{habits.remind_before};
    if (as_of < near || as_of > due) return NextStep::wait;
    // A letter sent so late is its own reminder.
    const bool told = taken(of, CaseStep::reminded, near, as_of) || taken(of, CaseStep::urged, near, as_of) ||
                      taken(of, CaseStep::sent, near, as_of);
    return told ? NextStep::wait : NextStep::remind;
}

}  // namespace

NextStep next_step(const data::Case& of, Standing standing, data::Date as_of, const CaseHabits& habits)
{
    if (has_ended(of.state)) return NextStep::none;
    if (standing == Standing::left || standing == Standing::withdrawn) return NextStep::close;
    if (of.state == CaseState::verified) {
        const bool came_back = standing == Standing::stands || standing == Standing::set_aside;
        return came_back ? NextStep::check : NextStep::close;
    }
    if (standing == Standing::gone) return NextStep::verify;
    if (standing == Standing::set_aside) return NextStep::set_aside;
    if (of.state == CaseState::open) return NextStep::send;
    if (of.state == CaseState::replied) return standing == Standing::by_hand ? NextStep::verify : NextStep::check;
    return with_the_department(of, as_of, habits);
}

int times(const data::Case& of, CaseStep step, data::Date as_of)
{
    return static_cast<int>(std::ranges::count_if(of.events, [&](const data::CaseEvent& event) {
        return event.what == data::word(step) && data::day_of(event) <= as_of;
    }));
}

}  // namespace xiaoan::supervision
