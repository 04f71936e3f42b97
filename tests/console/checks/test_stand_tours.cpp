#include "console/checks/plan/proved_tours.hpp"
#include "console/checks/plan/turns.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <random>

namespace {

using namespace xiaoan::checks;

/// Places on a line, one slot of driving between neighbours.
StandProblem on_a_line(std::size_t places, std::size_t slots, std::vector<int> weights, std::vector<Stand> stands)
{
    StandProblem problem{places, slots, std::move(weights), std::move(stands), {}};
    for (std::size_t from = 0; from < places; ++from)
        for (std::size_t to = 0; to < places; ++to)
            problem.lags.push_back(static_cast<std::uint8_t>(from < to ? to - from : from - to));
    std::ranges::sort(problem.stands, {}, [](const Stand& stand) { return std::pair{stand.slot, stand.place}; });
    return problem;
}

/// All drivable tours, and the best weight that `teams` of them see: by trying everything.
void every_tour(const StandProblem& problem, Tour& tour, std::vector<Tour>& tours)
{
    tours.push_back(tour);
    for (std::uint32_t stand = 0; stand < problem.stands.size(); ++stand) {
        tour.push_back(stand);
        if (is_drivable(problem, tour)) every_tour(problem, tour, tours);
        tour.pop_back();
    }
}
int best_of(const StandProblem& problem, const std::vector<Tour>& tours, std::vector<Tour>& taken, std::size_t from,
            std::size_t teams)
{
    int best = weight_of(problem, taken);
    if (taken.size() == teams) return best;
    for (std::size_t tour = from; tour < tours.size(); ++tour) {
        taken.push_back(tours[tour]);
        best = std::max(best, best_of(problem, tours, taken, tour + 1, teams));
        taken.pop_back();
    }
    return best;
}
int by_exhaustion(const StandProblem& problem, std::size_t teams)
{
    std::vector<Tour> tours, taken;
    Tour tour;
    every_tour(problem, tour, tours);
    return best_of(problem, tours, taken, 0, teams);
}

StandProblem at_random(unsigned seed)
{
    std::mt19937 random(seed);
    const auto below = [&](unsigned end) { return random() % end; };
    const std::size_t places = 3 + below(3), slots = 3 + below(2);
    std::vector<int> weights;
    for (unsigned vehicle = 0; vehicle < 8; ++vehicle) weights.push_back(below(2) ? 3 : 1);
    std::vector<Stand> stands;
    for (std::uint32_t place = 0; place < places; ++place)
        for (std::uint32_t slot = 0; slot < slots; ++slot) {
            Stand stand{place, slot, {}};
            for (std::uint32_t vehicle = 0; vehicle < weights.size(); ++vehicle)
                if (below(6) == 0) stand.sees.push_back(vehicle);
            if (!stand.sees.empty()) stands.push_back(std::move(stand));
        }
    return on_a_line(places, slots, std::move(weights), std::move(stands));
}

}  // namespace

TEST_CASE("a tour leaves time for the drive between its stands", "[plan]")
{
    const auto problem = on_a_line(3, 4, {1, 1}, {{0, 0, {0}}, {2, 2, {1}}, {2, 3, {1}}});
    CHECK_FALSE(is_drivable(problem, {0, 1}));  // two slots of driving between slot 0 and slot 2
    CHECK(is_drivable(problem, {0, 2}));
    TourSearch search(problem);
    const std::vector<double> prices{1, 1};
    const auto best = search.best(prices);
    CHECK(best.tour == Tour{0, 2});
    CHECK(best.worth == 2);
}

TEST_CASE("a vehicle seen at two stands one after the other counts once", "[plan]")
{
    const auto problem = on_a_line(2, 3, {5, 1}, {{0, 0, {0}}, {0, 1, {0}}, {0, 2, {1}}});
    const auto seen = times_seen(problem, {0, 1, 2});
    REQUIRE(seen.size() == 2);
    CHECK(seen[0].times == 1);
    TourSearch search(problem);
    const std::vector<double> prices{5, 1};
    CHECK(search.best(prices).worth == 6);
}

TEST_CASE("a vehicle that two teams see counts once", "[plan]")
{
    const auto problem = on_a_line(2, 1, {3, 1}, {{0, 0, {0}}, {1, 0, {0, 1}}});
    CHECK(weight_of(problem, std::vector<Tour>{{0}, {1}}) == 4);
    const auto plan = proved_tours(problem, 1);
    CHECK(plan.weight == 4);
    CHECK(plan.tours == std::vector<Tour>{{1}});
    CHECK(plan.proved);
}

TEST_CASE("without a stand or a team nothing is seen, and that is proved", "[plan]")
{
    CHECK(proved_tours(on_a_line(1, 1, {}, {}), 2).proved);
    const auto nobody = proved_tours(on_a_line(1, 1, {1}, {{0, 0, {0}}}), 0);
    CHECK(nobody.weight == 0);
    CHECK(nobody.proved);
}

TEST_CASE("the proved plan is the best of all plans, tried one by one", "[plan]")
{
    for (unsigned seed = 1; seed <= 60; ++seed)
        for (const std::size_t teams : {1U, 2U}) {
            CAPTURE(seed, teams);
            const auto problem = at_random(seed);
            const int best = by_exhaustion(problem, teams);
            const auto plan = proved_tours(problem, teams);
            CHECK(plan.proved);
            CHECK(plan.weight == best);
            CHECK(plan.bound == best);
            CHECK(weight_of(problem, plan.tours) == plan.weight);
            CHECK(plan.tours.size() == teams);
            for (const Tour& tour : plan.tours) CHECK(is_drivable(problem, tour));
            TourSearch search(problem);
            CHECK(weight_of(problem, tours_by_turns(problem, search, teams)) <= best);
        }
}

TEST_CASE("a search that is stopped keeps a plan and a true bound", "[plan]")
{
    std::stop_source stop;
    const auto problem = at_random(7);
    ProofControl control{.stop = stop.get_token()};
    control.better = [&](const ProvedTours&) { stop.request_stop(); };
    const auto plan = proved_tours(problem, 2, control);
    CHECK(plan.weight <= by_exhaustion(problem, 2));
    CHECK(plan.bound >= by_exhaustion(problem, 2));
    CHECK(weight_of(problem, plan.tours) == plan.weight);
}
