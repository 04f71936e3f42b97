// From what a water lacks to a case: who has to act, and what the case rests on, so that it can be verified.
#pragma once

#include "console/water/findings/gap_findings.hpp"
#include "data/register/commands.hpp"

#include <span>
#include <string>
#include <vector>

namespace xiaoan::water {

/// How many days a unit has to supply what is missing unless a deadline is given: a habit.
inline constexpr int usual_gap_days = 30;

struct GapTerms {
    data::Date opened_on{};  // the gaps were judged as of this day
    data::DateCell due_on{};
    std::string note{};
};

struct GapCases {
    std::vector<data::OpenCase> cases;        // in the order of the findings
    std::vector<std::string> already_open{};  // numbers of cases that have not ended, of waters left out for them
};

/// One case a water that is known to lack something, to its department and addressed to the unit that the ledger
/// names; what nobody has verified is looked at first and no matter for a case. A case of the water and department
/// that is under way is joined by the gaps that it does not hold (OpenCase says how); where it holds them all, or was
/// made by hand, the water is left out.
[[nodiscard]] GapCases gap_cases(const data::Snapshot& snapshot, std::span<const GapFinding> found,
                                 const GapTerms& terms);

}  // namespace xiaoan::water
