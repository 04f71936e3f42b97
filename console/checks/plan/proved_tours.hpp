// The best plan with its proof: an upper bound by column generation, and a better plan from the tours it made.
//
// Model: a master problem in linear programming chooses fractions of tours (Clp); its prices of the vehicles make the
// gains for the next tours, until none is worth more than its team (B. Desrosiers and M. Lübbecke, "A primer in column
// generation", 2005). The tours made that way, and where few enough all that could still be part of a better plan, are
// then chosen from in whole numbers (Cbc).
#pragma once

#include "console/checks/plan/stands.hpp"

#include <functional>
#include <stop_token>
#include <vector>

namespace xiaoan::checks {

struct ProvedTours {
    std::vector<Tour> tours;
    int weight = 0;       // of what they see
    double bound = 0;     // no plan of as many teams sees more weight
    bool proved = false;  // weight is the optimum
};

/// How the search is watched and bounded. It is bounded by work, not by time, so that the same problem gives the same
/// plan; a caller with a time limit stops it by the token, and keeps the best plan and bound so far.
struct ProofControl {
    std::stop_token stop{};
    std::function<void(const ProvedTours&)> better{};  // after each improvement of plan or bound
    int most_rounds = 200;
    std::size_t most_tours = 20'000;  // in the last choice
};

[[nodiscard]] ProvedTours proved_tours(const StandProblem& problem, std::size_t teams,
                                       const ProofControl& control = {});

}  // namespace xiaoan::checks
