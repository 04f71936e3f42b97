// A good plan at once: team after team takes its best tour, then each in turn looks for a better one.
#pragma once

#include "console/checks/plan/tours.hpp"

#include <vector>

namespace xiaoan::checks {

/// Tours of `teams` teams, in the order in which they were found. Each is drivable. Starts from `tours` where given
/// (fewer than teams are filled up), and never gives less than they do. The same problem gives the same tours.
[[nodiscard]] std::vector<Tour> tours_by_turns(const StandProblem& problem, TourSearch& search, std::size_t teams,
                                               std::vector<Tour> tours = {});

}  // namespace xiaoan::checks
