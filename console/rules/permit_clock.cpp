#include "console/rules/permit_clock.hpp"

#include "console/rules/days.hpp"
#include "console/rules/permit_state.hpp"

#include <algorithm>

namespace xiaoan::rules {

namespace {

using data::Date;
using data::DateCell;
using Bounds = WorkingDays::Bounds;

constexpr int consult_workdays = 3;
constexpr int call_workdays = 1;
constexpr int confirm_workdays = 2;
constexpr int reply_workdays = 3;
constexpr int report_workdays = 5;
constexpr int decide_workdays = 20;
constexpr int extension_workdays = 10;
constexpr int issue_workdays = 3;

/// A clock that has run from `since` without a break.
StepClock running(Step step, Department holder, const DateCell& since, int limit, Date as_of,
                  const WorkingDays& calendar)
{
    StepClock clock{.step = step, .holder = holder, .since = since, .limit = limit};
    if (!since.has_date()) return clock;
    const Bounds used = calendar.bounds(since.date(), as_of);
    if (used.exact()) clock.used = used.at_least;
    clock.late = used.more_than(limit);
    if (const auto last = calendar.later(since.date(), limit)) clock.last_day = DateCell{*last};
    return clock;
}

/// The clock of the police's reply: it stands from the call to the presentation of the vehicle (机动车登记规定, article
/// 59). A vehicle that nobody is known to have called for was not late before it came.
StepClock police_reply(const PermitFacts& application, const DateCell& consulted, Date as_of,
                       const WorkingDays& calendar)
{
    const bool called = by(application.called_on, as_of), presented = by(application.presented_on, as_of);
    StepClock clock = running(Step::reply, Department::police_traffic, consulted, reply_workdays, as_of, calendar);
    if (!consulted.has_date() || (!called && !presented)) return clock;
    const Date since = consulted.date();
    const Date stands_from = called ? std::max(since, application.called_on.date()) : since;
    const Date runs_again = presented ? std::max(stands_from, application.presented_on.date()) : as_of;
    const Bounds before = calendar.bounds(since, stands_from);
    const Bounds used = before + calendar.bounds(runs_again, as_of);
    clock.used = used.exact() ? std::optional{used.at_least} : std::nullopt;
    clock.late = used.more_than(reply_workdays);
    clock.last_day = {};
    if (before.exact() && before.at_least > reply_workdays) {
        if (const auto last = calendar.later(since, reply_workdays)) clock.last_day = DateCell{*last};
    } else if (before.exact() && presented) {
        if (const auto last = calendar.later(runs_again, reply_workdays - before.at_least))
            clock.last_day = DateCell{*last};
    }
    return clock;
}

/// The clocks between the request for opinions and the later reply.
void add_consultation(std::vector<StepClock>& clocks, const PermitFacts& application, Date as_of,
                      const WorkingDays& calendar)
{
    const DateCell consulted = by(application.consulted_on, as_of) ? application.consulted_on : DateCell{};
    const auto police = Department::police_traffic;
    if (!by(application.police_replied_on, as_of)) {
        const bool called = by(application.called_on, as_of), presented = by(application.presented_on, as_of);
        const StepClock reply = police_reply(application, consulted, as_of, calendar);
        if (!called && !presented) {
            clocks.push_back(running(Step::call, police, consulted, call_workdays, as_of, calendar));
            clocks.push_back(reply);
        } else if (presented) {
            const DateCell from = later(application.presented_on, consulted);
            clocks.push_back(running(Step::confirm, police, from, confirm_workdays, as_of, calendar));
            clocks.push_back(reply);
        } else if (reply.late.value_or(false))
            clocks.push_back(reply);
        else {
            const auto waited = calendar.bounds(application.called_on.date(), as_of);
            clocks.push_back({.step = Step::present,
                              .holder = Department::bus_operator,
                              .since = application.called_on,
                              .used = waited.exact() ? std::optional{waited.at_least} : std::nullopt,
                              .late = false});
        }
    }
    if (!by(application.transport_replied_on, as_of))
        clocks.push_back(running(Step::reply, Department::transport, consulted, reply_workdays, as_of, calendar));
}

/// 20 working days, or as many as lie up to the day to which it was extended: never fewer, and by 10 at most
/// (行政许可法, article 42).
StepClock decision(const PermitFacts& application, Date as_of, const WorkingDays& calendar)
{
    const DateCell& from = by(application.accepted_on, as_of) ? application.accepted_on : application.applied_on;
    const DateCell since = by(from, as_of) ? from : DateCell{};
    if (!since.has_date() || !application.extended_to.has_date())
        return running(Step::decide, Department::government, since, decide_workdays, as_of, calendar);
    const auto extended = calendar.between(since.date(), application.extended_to.date());
    if (!extended) {
        StepClock clock = running(Step::decide, Department::government, since, decide_workdays, as_of, calendar);
        clock.limit = std::nullopt;
        clock.last_day = {};
        // The least and the most that the extension can mean.
        const int most = decide_workdays + extension_workdays;
        if (calendar.more_than(most, since.date(), as_of).value_or(false))
            clock.limit = most;
        else if (clock.late.value_or(true))
            clock.late = std::nullopt;
        return clock;
    }
    return running(Step::decide, Department::government, since,
                   std::clamp(*extended, decide_workdays, decide_workdays + extension_workdays), as_of, calendar);
}

/// A late clock first, then the one whose last day comes first; of those that end together in the order of the law.
bool counts_first(const StepClock& a, const StepClock& b)
{
    const auto rank = [](const StepClock& clock) {
        const bool waits = clock.step == Step::present;
        return clock.late.value_or(false) ? 0 : waits ? 3 : clock.last_day.has_date() ? 1 : 2;
    };
    if (rank(a) != rank(b)) return rank(a) < rank(b);
    if (!a.last_day.has_date() || !b.last_day.has_date()) return false;
    return a.last_day.date() < b.last_day.date();
}

}  // namespace

bool is_open_application(const PermitFacts& permit, Date as_of)
{
    if (!is_undecided(permit, as_of) || is_incomplete(permit, as_of) || is_revoked(permit, as_of)) return false;
    for (const DateCell* day : {&permit.applied_on, &permit.accepted_on, &permit.consulted_on})
        if (day->has_date()) return day->date() <= as_of;
    return true;
}

std::vector<StepClock> step_clocks(const PermitFacts& application, Date as_of, const WorkingDays& calendar,
                                   const Params& params)
{
    std::vector<StepClock> clocks;
    const bool police = by(application.police_replied_on, as_of),
               transport = by(application.transport_replied_on, as_of);
    if (by(application.reported_on, as_of)) {
        clocks.push_back(decision(application, as_of, calendar));
        if (params.gov_decision_workdays)
            clocks.push_back(running(Step::decide, Department::government, application.reported_on,
                                     *params.gov_decision_workdays, as_of, calendar));
    } else if (police && transport)
        clocks.push_back(running(Step::report, Department::education,
                                 later(application.police_replied_on, application.transport_replied_on),
                                 report_workdays, as_of, calendar));
    else if (by(application.consulted_on, as_of) || by(application.called_on, as_of) ||
             by(application.presented_on, as_of) || police || transport)
        add_consultation(clocks, application, as_of, calendar);
    else {
        const DateCell& from = application.applied_on.has_date() ? application.applied_on : application.accepted_on;
        clocks.push_back(running(Step::consult, Department::education, from, consult_workdays, as_of, calendar));
    }
    std::ranges::stable_sort(clocks, counts_first);
    return clocks;
}

StepClock issue_clock(const PlateFacts& claim, Date granted_on, Date as_of, const WorkingDays& calendar)
{
    return running(Step::issue, Department::police_traffic, DateCell{std::max(claim.claimed_on.date(), granted_on)},
                   issue_workdays, as_of, calendar);
}

}  // namespace xiaoan::rules
