// Which findings the day brought and took away: the same register judged as of the day before.
#pragma once

#include "console/rules/judge.hpp"

#include <vector>

namespace xiaoan::overview {

/// By bus (order of the snapshot), then rule; gaps in the data are left out.
struct SinceYesterday {
    std::vector<rules::Finding> appeared;  // a finding whose gravity grew stands here too
    std::vector<rules::Finding> gone;
};

/// Costs one judging more. On any thread.
[[nodiscard]] SinceYesterday since_yesterday(const rules::Dossiers& dossiers, const rules::Judgement& today);

}  // namespace xiaoan::overview
