#include "console/supervision/case_on.hpp"

#include "data/register/case_life.hpp"

#include <algorithm>

namespace xiaoan::supervision {

namespace {

using data::CaseState;
using data::CaseStep;

bool is_later(const data::CaseRule& rule, data::Date day)
{
    return rule.added_on.has_date() && rule.added_on.date() > day;
}

/// What the steps say of a case that was opened and to which nothing has happened yet.
data::Case begun(const data::Case& of)
{
    data::Case then = of;
    then.state = CaseState::open;
    then.closed_on = then.sent_on = {};
    then.close_reason.clear();
    const auto sets_due = [](const data::CaseEvent& event) {
        return event.due_on.has_date() && event.what != data::word(CaseStep::opened);
    };
    if (std::ranges::any_of(of.events, sets_due)) then.due_on = {};
    return then;
}

void take(data::Case& then, const data::CaseEvent& event)
{
    const auto step = data::value_of_word<CaseStep>(event.what);
    if (const auto state = data::state_after(then.state, step)) then.state = *state;
    if (event.due_on.has_date()) then.due_on = event.due_on;
    if (step == CaseStep::sent) then.sent_on = data::DateCell{data::day_of(event)};
    then.closed_on = then.state != CaseState::closed ? data::DateCell{}
                     : step == CaseStep::closed      ? data::DateCell{data::day_of(event)}
                                                     : then.closed_on;
    if (step == CaseStep::closed || step == CaseStep::cancelled) then.close_reason = event.text;
    if (!has_ended(then.state)) then.close_reason.clear();
}

}  // namespace

bool has_changed_since(const data::Case& of, data::Date day)
{
    return std::ranges::any_of(of.events, [&](const data::CaseEvent& event) { return data::day_of(event) > day; }) ||
           std::ranges::any_of(of.rules, [&](const data::CaseRule& rule) { return is_later(rule, day); });
}

bool begins_anew(const data::CaseEvent& event)
{
    const auto step = data::value_of_word<data::CaseStep>(event.what);
    const bool seen_again =
        step == data::CaseStep::noted && !event.document.empty() && event.stands == data::Answer::yes;
    return seen_again || step == data::CaseStep::reopened || step == data::CaseStep::finding_added;
}

std::optional<data::Case> case_on(const data::Case& of, data::Date day)
{
    if (of.opened_on > day) return std::nullopt;
    if (!has_changed_since(of, day)) return of;
    data::Case then = begun(of);
    std::erase_if(then.events, [&](const data::CaseEvent& event) { return data::day_of(event) > day; });
    std::erase_if(then.rules, [&](const data::CaseRule& rule) { return is_later(rule, day); });
    for (const data::CaseEvent& event : then.events) take(then, event);
    std::erase_if(then.attachments, [&](const data::CaseAttachment& file) {
        return file.event != 0 && std::ranges::find(then.events, file.event, &data::CaseEvent::n) == then.events.end();
    });
    return then;
}

}  // namespace xiaoan::supervision
