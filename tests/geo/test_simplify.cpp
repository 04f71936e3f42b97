#include "geo/simplify.hpp"

#include "geo/edge_nearest.hpp"
#include "tests/geo/shapes.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace xiaoan::geo;

TEST_CASE("positions on a straight line are left out, a corner stays", "[geo]")
{
    const std::vector<Position> line{{122, 45}, {122.1, 45}, {122.2, 45}, {122.2, 45.1}, {122.2, 45.2}};
    CHECK(simplified_line(line, 1) == std::vector<Position>{{122, 45}, {122.2, 45}, {122.2, 45.2}});
}

TEST_CASE("every position left out lies within the tolerance of the new line", "[geo]")
{
    const double tolerance_m = GENERATE(1.0, 20.0, 300.0);
    test::Lot lot(31);
    const Polyline river = test::a_walk(lot, {122, 45}, 40, 1500);
    const auto fewer = simplified_line(river.points, tolerance_m);
    CHECK(fewer.size() < river.points.size());
    CHECK(fewer.front() == river.points.front());
    CHECK(fewer.back() == river.points.back());
    for (const Position& p : river.points) {
        double least_m = 1e9;
        for (std::size_t i = 1; i < fewer.size(); ++i)
            least_m = std::min(least_m, nearest_on_edge(p, fewer[i - 1], fewer[i]).distance_m);
        if (!(least_m <= tolerance_m * 1.02)) FAIL("a position lies " << least_m << " m off");
    }
}

TEST_CASE("no tolerance, or too few positions, leave a line as it is", "[geo]")
{
    const std::vector<Position> line{{122, 45}, {122.1, 45}, {122.2, 45}};
    CHECK(simplified_line(line, 0) == line);
    CHECK(simplified_line(line, -1) == line);
    CHECK(simplified_line({}, 10).empty());
    CHECK(simplified_line(std::vector<Position>{{1, 2}}, 10).size() == 1);
}

TEST_CASE("a ring stays a closed triangle at least, however large the tolerance", "[geo]")
{
    test::Lot lot(32);
    const Ring lake = a_star(lot, {122.5, 45.5}, 500, 200);
    for (const double tolerance_m : {10.0, 100.0, 1e6}) {
        const Ring fewer = simplified_ring(lake, tolerance_m);
        CHECK(fewer.size() >= 4);
        CHECK(fewer.size() < lake.size());
        CHECK(fewer.front() == fewer.back());
    }
    Ring open = lake;
    open.pop_back();
    const Ring fewer = simplified_ring(open, 1e6);
    CHECK(fewer.size() == 3);
    CHECK(fewer.front() != fewer.back());
}

TEST_CASE("a ring of one place only does not harm", "[geo]")
{
    const Ring same(10, Position{122, 45});
    CHECK(simplified_ring(same, 10).size() >= 3);
}

TEST_CASE("small islands vanish, the lake itself does not", "[geo]")
{
    test::Lot lot(33);
    Geometry shape = geometry_of(Polygon{{a_star(lot, {122.5, 45.5}, 5000, 100), a_star(lot, {122.5, 45.5}, 30, 12),
                                          a_star(lot, {122.52, 45.5}, 900, 40)}});
    shape.points.push_back({1, 2});
    const Geometry fewer = simplified(shape, 100);
    CHECK(fewer.points == shape.points);
    REQUIRE(fewer.polygons.size() == 1);
    CHECK(fewer.polygons.front().rings.size() == 2);
    CHECK(simplified(shape, 1e6).polygons.front().rings.size() == 1);
}
