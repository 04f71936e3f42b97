// Plans of joint checks on random counties: runs that pass 5 to 40 neighbouring places each, 20-minute slots of a
// morning and an afternoon, places within 60 km. "weight", "bound": what the plan reaches and what none can pass.
// Peer, measured elsewhere on such counties: dynamic programming team by team 0.03 s and the proved bound 0.45 s at
// 300 runs and 2,000 places; 0.45 s and 5.2 s at 1,000 and 5,000. A model with one variable a team and stand gave 68 %
// of the optimum in 7 s and nothing better after.
#include "console/checks/plan/proved_tours.hpp"
#include "console/checks/plan/turns.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

namespace {

using namespace xiaoan::checks;

struct Point {
    double x = 0, y = 0;
};

StandProblem a_county(std::uint32_t runs, std::uint32_t places, unsigned seed)
{
    constexpr std::uint32_t slots = 12, slot_min = 20;
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> km(0, 60);
    std::vector<Point> at(places);
    for (Point& point : at) point = {km(random), km(random)};

    StandProblem problem{places, slots, {}, {}, {}};
    for (const Point& from : at)
        for (const Point& to : at) {
            const double away = std::hypot(from.x - to.x, from.y - to.y);
            const double minutes = &from == &to ? 0 : away * 1.3 / 50 * 60 + 5;
            problem.lags.push_back(static_cast<std::uint8_t>(std::ceil(minutes / slot_min)));
        }
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::uint32_t>> stands;
    for (std::uint32_t run = 0; run < runs; ++run) {
        problem.weights.push_back(random() % 2 ? 3 : 1);
        const Point centre = at[random() % places];
        std::vector<std::uint32_t> near(places);
        for (std::uint32_t place = 0; place < places; ++place) near[place] = place;
        const std::size_t passed = 5 + random() % 36;
        std::ranges::partial_sort(
            near, near.begin() + static_cast<std::ptrdiff_t>(passed), {},
            [&](std::uint32_t place) { return std::hypot(at[place].x - centre.x, at[place].y - centre.y); });
        const auto begins = static_cast<std::uint32_t>(random() % (slots - 2));
        for (std::size_t each = 0; each < passed; ++each)
            stands[{begins + static_cast<std::uint32_t>(3 * each / passed), near[each]}].push_back(run);
    }
    for (auto& [stand, seen] : stands) problem.stands.push_back({stand.second, stand.first, std::move(seen)});
    return problem;
}

void first_answer(benchmark::State& state)
{
    const auto problem =
        a_county(static_cast<std::uint32_t>(state.range(0)), static_cast<std::uint32_t>(state.range(1)), 1);
    int weight = 0;
    for (auto _ : state) {
        TourSearch search(problem);
        weight = weight_of(problem, tours_by_turns(problem, search, 5));
    }
    state.counters["weight"] = weight;
}

void proof(benchmark::State& state)
{
    const auto problem =
        a_county(static_cast<std::uint32_t>(state.range(0)), static_cast<std::uint32_t>(state.range(1)), 1);
    ProvedTours found;
    for (auto _ : state) found = proved_tours(problem, 5);
    state.counters["weight"] = found.weight;
    state.counters["bound"] = found.bound;
    state.counters["stands"] = static_cast<double>(problem.stands.size());
}

BENCHMARK(first_answer)->Args({300, 2000})->Args({1000, 5000})->Unit(benchmark::kMillisecond);
BENCHMARK(proof)->Args({300, 2000})->Args({1000, 5000})->Unit(benchmark::kMillisecond)->Iterations(1);

}  // namespace
