// A case in time: as it was on a day, and which steps begin it anew.
#pragma once

#include "data/register/cases.hpp"

#include <optional>

namespace xiaoan::supervision {

/// Whether anything happened to the case after the day.
[[nodiscard]] bool has_changed_since(const data::Case& of, data::Date day);

/// By the days on which its steps happened, not by when they were written down: state, deadline, letter, end, findings
/// and files as they were at the end of the day. Empty for a case opened later. Addressees are those of now: no step
/// keeps them. A deadline whose setting no step keeps is not given, once a later step has set another.
[[nodiscard]] std::optional<data::Case> case_on(const data::Case& of, data::Date day);

/// Whether the step ends what was verified before: a reopening, another finding, a check that saw it again.
[[nodiscard]] bool begins_anew(const data::CaseEvent& event);

}  // namespace xiaoan::supervision
