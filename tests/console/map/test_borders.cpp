#include "console/map/borders.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace {

using namespace xiaoan;
using namespace xiaoan::map;

geo::Geometry square(double west, double south)
{
    return geo::geometry_of(
        geo::Polygon{{{{west, south}, {west + 1, south}, {west + 1, south + 1}, {west, south + 1}, {west, south}}}});
}

TEST_CASE("a border that two neighbours share is one line", "[map]")
{
    const geo::Geometry areas[] = {square(0, 0), square(1, 0)};
    const auto lines = borders_of(areas);
    // Left part, shared edge, right part: they meet in two junctions.
    REQUIRE(lines.size() == 3);
    std::size_t edges = 0;
    for (const auto& line : lines) edges += line.points.size() - 1;
    CHECK(edges == 7);  // 4 + 4, one of them shared
    CHECK(std::ranges::count_if(lines, [](const geo::Polyline& line) { return line.points.size() == 2; }) == 1);
}

TEST_CASE("an area without neighbours has one closed border", "[map]")
{
    const geo::Geometry areas[] = {square(0, 0)};
    const auto lines = borders_of(areas);
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].points.size() == 5);
    CHECK(lines[0].points.front() == lines[0].points.back());
}

}  // namespace
