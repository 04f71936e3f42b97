// What changed between two judgements: two dates of one register, or two of its states.
#pragma once

#include "console/rules/judge.hpp"

#include <span>
#include <vector>

namespace xiaoan::rules {

/// One side of a comparison.
struct Judged {
    const Dossiers& dossiers;
    data::Date as_of;
    std::span<const Finding> findings;
};

/// Findings are the same where bus (by its registration number) and rule are, whatever their grade; a gap is another
/// than its finding. Each list is in the order of the side it is from.
struct Difference {
    std::vector<Finding> fresh{};  // of now, not of then
    std::vector<Finding> gone{};   // of then, not of now
    std::vector<Finding> still{};  // of both, as it is now
};

[[nodiscard]] Difference difference(const Judged& then, const Judged& now);

/// For how many days a finding has stood: 0 on its first day. Empty where the record does not tell.
[[nodiscard]] std::optional<int> days_standing(const Finding& finding, data::Date as_of);

}  // namespace xiaoan::rules
