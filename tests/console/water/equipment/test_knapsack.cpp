#include "console/water/equipment/knapsack.hpp"

#include <catch2/catch_test_macros.hpp>

#include <random>

using namespace xiaoan::water;

namespace {

struct Sums {
    std::int64_t price = 0, value = 0;
};
Sums sums_of(const std::vector<Thing>& things, const std::vector<std::size_t>& chosen)
{
    Sums sums;
    for (const std::size_t i : chosen) {
        sums.price += things[i].price;
        sums.value += things[i].value;
    }
    return sums;
}

/// The best value there is, by trying every choice.
std::int64_t exhausted(const std::vector<Thing>& things, std::int64_t budget)
{
    std::int64_t best = 0;
    for (std::uint32_t choice = 0; choice < (1U << things.size()); ++choice) {
        Sums sums;
        for (std::size_t i = 0; i < things.size(); ++i)
            if ((choice >> i & 1U) != 0) {
                sums.price += things[i].price;
                sums.value += things[i].value;
            }
        if (sums.price <= budget) best = std::max(best, sums.value);
    }
    return best;
}

}  // namespace

TEST_CASE("the best choice is that of trying all, for small problems of every shape", "[water]")
{
    std::mt19937 random(7);  // the same problems each time
    const auto from_to = [&](int low, int high) { return std::uniform_int_distribution<int>(low, high)(random); };
    for (int problem = 0; problem < 400; ++problem) {
        std::vector<Thing> things(static_cast<std::size_t>(from_to(0, 12)));
        const int prices = from_to(1, 4), step = from_to(1, 3) * 10;
        for (Thing& each : things) each = {step * from_to(1, prices), from_to(0, 9)};
        const std::int64_t budget = from_to(0, 300);
        const auto chosen = best_choice(things, budget);
        REQUIRE(chosen.has_value());
        const Sums sums = sums_of(things, *chosen);
        CAPTURE(problem, budget);
        CHECK(sums.price <= budget);
        CHECK(sums.value == exhausted(things, budget));
    }
}

TEST_CASE("the dearest thing is left where two others are worth more", "[water]")
{
    // 60 and 40 make 100 yuan and 11; the one of 100 yuan is worth 10.
    const std::vector<Thing> things{{100, 10}, {60, 6}, {40, 5}};
    CHECK(best_choice(things, 100) == std::vector<std::size_t>{1, 2});
    CHECK(best_choice(things, 39) == std::vector<std::size_t>{});
    CHECK(best_choice(things, 1000) == std::vector<std::size_t>{0, 1, 2});
}

TEST_CASE("of equal things the earlier are chosen, and a budget beyond the search is refused", "[water]")
{
    const std::vector<Thing> things{{50, 4}, {50, 4}, {50, 4}};
    CHECK(best_choice(things, 100) == std::vector<std::size_t>{0, 1});
    CHECK_FALSE(best_choice(things, 149, 1).has_value());  // 2 units of 50 yuan, 1 allowed
}
