#include "console/checks/plan/turns.hpp"

namespace xiaoan::checks {

namespace {

constexpr int most_rounds = 20;  // of all teams in turn; few problems need five

int gain_of(const StandProblem& problem, const std::vector<double>& prices, const Tour& tour)
{
    double gain = 0;
    for (const auto vehicle : seen_on(problem, tour)) gain += prices[vehicle];
    return static_cast<int>(gain);
}

/// The weights of the vehicles that no other team sees; the others are worth nothing more.
std::vector<double> prices_beside(const StandProblem& problem, std::span<const Tour> tours, std::size_t team)
{
    std::vector<double> prices(problem.weights.begin(), problem.weights.end());
    for (std::size_t other = 0; other < tours.size(); ++other)
        if (other != team)
            for (const auto vehicle : seen_on(problem, tours[other])) prices[vehicle] = 0;
    return prices;
}

}  // namespace

std::vector<Tour> tours_by_turns(const StandProblem& problem, TourSearch& search, std::size_t teams,
                                 std::vector<Tour> tours)
{
    tours.resize(teams);
    std::size_t since_better = 0;
    for (std::size_t turn = 0; turn < teams * most_rounds && since_better < teams; ++turn) {
        const std::size_t team = turn % teams;
        const auto prices = prices_beside(problem, tours, team);
        auto tour = search.best(prices).tour;
        ++since_better;
        if (gain_of(problem, prices, tour) <= gain_of(problem, prices, tours[team])) continue;
        tours[team] = std::move(tour);
        since_better = 1;
    }
    return tours;
}

}  // namespace xiaoan::checks
