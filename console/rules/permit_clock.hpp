// The statutory clocks of an application: which step it stands at, who holds it, how long it may take and has taken.
#pragma once

#include "console/rules/calendar.hpp"
#include "console/rules/facts.hpp"
#include "console/rules/finding.hpp"
#include "console/rules/params.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace xiaoan::rules {

/// The steps of a permit and its plate (校车安全管理条例, article 15; 机动车登记规定, articles 58 to 60; 行政许可法,
/// article 42).
enum class Step : std::uint8_t {
    consult = 1,  // education sends for opinions: 3 working days from the receipt of the material
    call,         // police call the applicant to present the vehicle: 1 from the receipt of the request
    present,      // the applicant presents it: no limit, and the police clock stands meanwhile
    confirm,      // police confirm the vehicle and review the route: 2 from its presentation
    reply,        // police and transport reply: 3 from the receipt of the request
    report,       // education reports to the government: 5 from the receipt of the later reply
    decide,       // the government decides: 20 from acceptance, or as extended, by 10 at most
    issue         // police issue the plate: 3 from the claim form
};

/// One clock on a date. Days are working days.
struct StepClock {
    Step step{};
    Department holder{};
    data::DateCell since{};      // not given: nobody wrote down the day from which it runs
    std::optional<int> limit{};  // empty: none by law, or not to be computed
    std::optional<int> used{};   // empty: not to be computed
    std::optional<bool> late{};  // empty: cannot be told
    data::DateCell last_day{};   // the last day on time, where it can be computed

    /// How many days late; empty where that cannot be computed.
    [[nodiscard]] std::optional<int> late_workdays() const
    {
        if (!used || !limit) return std::nullopt;
        return *used > *limit ? *used - *limit : 0;
    }
};

/// Applied for by this day, neither decided nor withdrawn on it; and not a permit of which nobody wrote down the
/// decision.
[[nodiscard]] bool is_open_application(const PermitFacts& permit, data::Date as_of);

/// The clocks that run on an open application, the one that counts first: a late one before others, then the one that
/// ends first. Both the police's and transport's may run at once. Never empty: where the applicant alone is waited for,
/// that is the step.
[[nodiscard]] std::vector<StepClock> step_clocks(const PermitFacts& application, data::Date as_of,
                                                 const WorkingDays& calendar, const Params& params);

/// The clock of a claimed plate that is not issued, for a permit granted on `granted_on`.
[[nodiscard]] StepClock issue_clock(const PlateFacts& claim, data::Date granted_on, data::Date as_of,
                                    const WorkingDays& calendar);

}  // namespace xiaoan::rules

namespace xiaoan::data {

inline constexpr std::array step_words{Word{"consult", "征求意见"}, Word{"call", "通知验车"},
                                       Word{"present", "交验车辆"}, Word{"confirm", "确认车辆"},
                                       Word{"reply", "回复意见"},   Word{"report", "上报审查意见"},
                                       Word{"decide", "作出决定"},  Word{"issue", "核发标牌"}};
template <>
inline constexpr std::span<const Word> words_of<rules::Step>{step_words};

}  // namespace xiaoan::data
