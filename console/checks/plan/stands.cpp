#include "console/checks/plan/stands.hpp"

#include <algorithm>

namespace xiaoan::checks {

std::vector<std::uint32_t> seen_on(const StandProblem& problem, const Tour& tour)
{
    std::vector<std::uint32_t> seen;
    for (const auto stand : tour)
        seen.insert(seen.end(), problem.stands[stand].sees.begin(), problem.stands[stand].sees.end());
    std::ranges::sort(seen);
    const auto repeated = std::ranges::unique(seen);
    seen.erase(repeated.begin(), repeated.end());
    return seen;
}

int weight_of(const StandProblem& problem, std::span<const Tour> tours)
{
    std::vector<bool> seen(problem.weights.size());
    int weight = 0;
    for (const Tour& tour : tours)
        for (const auto stand : tour)
            for (const auto vehicle : problem.stands[stand].sees) {
                if (!seen[vehicle]) weight += problem.weights[vehicle];
                seen[vehicle] = true;
            }
    return weight;
}

bool is_drivable(const StandProblem& problem, const Tour& tour)
{
    return std::ranges::adjacent_find(tour, [&](std::uint32_t before, std::uint32_t after) {
               const Stand& from = problem.stands[before];
               const Stand& to = problem.stands[after];
               return to.slot < from.slot + 1 + problem.lag(from.place, to.place);
           }) == tour.end();
}

}  // namespace xiaoan::checks
