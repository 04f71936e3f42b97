// The life of a case: which step leads from which state to which, and why another cannot be taken.
#pragma once

#include "data/register/cases.hpp"

#include <expected>
#include <string_view>

namespace xiaoan::data {

/// The state after a step, or the stable word of why it cannot be taken now: case_begun, case_not_sent, case_verified,
/// case_closed, case_cancelled, case_not_ended. What a step needs beside the state (a reason, a date) is not asked
/// here.
[[nodiscard]] std::expected<CaseState, std::string_view> state_after(CaseState state, CaseStep step);

/// Days past the deadline: overdue from the day after it. 0 for a case that has ended, is in time, or has none.
[[nodiscard]] int overdue_days(const Case& of, Date as_of);

}  // namespace xiaoan::data
