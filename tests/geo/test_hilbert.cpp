#include "geo/hilbert.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace xiaoan::geo;

TEST_CASE("the curve visits the four quarters in its order", "[geo]")
{
    CHECK(hilbert_place(0, 0) == 0);
    CHECK(hilbert_place(0xFFFF, 0) == 0xFFFFFFFF);  // it ends in the corner east of its begin
    CHECK(hilbert_place(0, 0xFFFF) >> 30 == 1);
    CHECK(hilbert_place(0xFFFF, 0xFFFF) >> 30 == 2);
}

TEST_CASE("next places on the curve are neighbours", "[geo]")
{
    // Every cell of a block of 32 by 32 has its place among the first 1,024, each once, and each next one beside it.
    std::vector<std::pair<int, int>> cells(1024, {-9, -9});
    for (std::uint32_t x = 0; x < 32; ++x)
        for (std::uint32_t y = 0; y < 32; ++y) {
            REQUIRE(hilbert_place(x, y) < 1024);
            cells[hilbert_place(x, y)] = {static_cast<int>(x), static_cast<int>(y)};
        }
    for (std::size_t i = 1; i < cells.size(); ++i)
        CHECK(std::abs(cells[i].first - cells[i - 1].first) + std::abs(cells[i].second - cells[i - 1].second) == 1);
}

TEST_CASE("every valid position is ordered once, and bad ones are left out", "[geo]")
{
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    const std::vector<Position> positions{{123, 46}, {nan, 45}, {122, 45}, {122, 45}, {123, 91}, {122, 46}};
    auto order = hilbert_order(positions);
    CHECK(order.front() == 2);  // the south-west corner, equal cells in the order of the list
    CHECK(order[1] == 3);
    std::ranges::sort(order);
    CHECK(order == std::vector<std::uint32_t>{0, 2, 3, 5});
    CHECK(hilbert_order({}).empty());
}
