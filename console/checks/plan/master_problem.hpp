// The master problem of a plan: which tours to choose, in fractions (Clp) and in whole numbers (Cbc).
#pragma once

#include "console/checks/plan/stands.hpp"

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace xiaoan::checks {

struct Prices {
    std::vector<double> vehicles;  // what seeing a vehicle once more is worth, 0 or more
    double team = 0;               // what one more team is worth, 0 or more
};

/// The best choice of fractions of tours, solved again as tours come in. A tour counts a vehicle as times_seen() does,
/// so the value is no less than that of any whole choice of the same tours.
class FractionalChoice {
public:
    FractionalChoice(const StandProblem& problem, std::size_t teams);
    ~FractionalChoice();

    void add(const Tour& tour);
    /// Empty where the solver fails.
    [[nodiscard]] std::optional<Prices> priced();

private:
    struct Solver;
    const StandProblem& problem_;
    std::unique_ptr<Solver> solver_;
};

struct Choice {
    std::vector<std::size_t> tours;  // at most `teams`
    bool optimal = false;            // no other choice of these tours is better
};

/// The best whole choice, as far as `most_nodes` nodes of the search tell.
[[nodiscard]] Choice chosen(const StandProblem& problem, std::span<const Tour> tours, std::size_t teams,
                            int most_nodes);

}  // namespace xiaoan::checks
