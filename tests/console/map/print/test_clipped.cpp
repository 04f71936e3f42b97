#include "console/map/print/clipped.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan::map;
using xiaoan::documents::Spot;

namespace {

constexpr PaperBox square{0, 0, 10, 10};

double area_of(const std::vector<Spot>& ring)
{
    double twice = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Spot& a = ring[i];
        const Spot& b = ring[(i + 1) % ring.size()];
        twice += a.x * b.y - b.x * a.y;
    }
    return std::abs(twice) / 2;
}

}  // namespace

TEST_CASE("a line that leaves the map and comes back becomes two, each with one place beyond the edge", "[map]")
{
    const std::vector<Spot> line{{5, 5}, {15, 5}, {30, 5}, {30, 8}, {15, 8}, {5, 8}};
    const auto parts = clipped_line(line, square);
    REQUIRE(parts.size() == 2);
    CHECK(parts[0] == std::vector<Spot>{{5, 5}, {15, 5}});
    CHECK(parts[1] == std::vector<Spot>{{15, 8}, {5, 8}});
    CHECK(clipped_line(std::vector<Spot>{{20, 20}, {30, 30}}, square).empty());
}

TEST_CASE("an edge that crosses the map without a vertex in it is kept", "[map]")
{
    CHECK(clipped_line(std::vector<Spot>{{-5, 5}, {15, 5}}, square).size() == 1);
}

TEST_CASE("an area is cut to the map: half of it, all of the map, or nothing", "[map]")
{
    CHECK(area_of(clipped_ring(std::vector<Spot>{{5, 2}, {15, 2}, {15, 4}, {5, 4}}, square)) == 10);
    CHECK(area_of(clipped_ring(std::vector<Spot>{{-90, -90}, {90, -90}, {90, 90}, {-90, 90}}, square)) == 100);
    CHECK(clipped_ring(std::vector<Spot>{{20, 20}, {30, 20}, {30, 30}}, square).empty());
}

TEST_CASE("places nearer to each other than a hair are one, the ends stay", "[map]")
{
    const auto parts = clipped_line(std::vector<Spot>{{1, 1}, {1.1, 1}, {1.2, 1}, {3, 1}, {3.1, 1}}, square, 0.5);
    REQUIRE(parts.size() == 1);
    CHECK(parts[0] == std::vector<Spot>{{1, 1}, {3, 1}, {3.1, 1}});
}
