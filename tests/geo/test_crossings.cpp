#include "geo/crossings.hpp"

#include "tests/geo/shapes.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan::geo;

TEST_CASE("crossings are counted once each, within a ring and between rings", "[geo]")
{
    CHECK(crossing_count(Polygon{{test::square(0, 0, 2)}}, 100) == 0);
    CHECK(crossing_count(Polygon{{{{0, 0}, {2, 2}, {2, 0}, {0, 2}, {0, 0}}}}, 100) == 1);
    CHECK(crossing_count(Polygon{{{{0, 0}, {2, 2}, {2, 0}, {0, 2}}}}, 100) == 1);  // left open
    CHECK(crossing_count(Polygon{{test::square(0, 0, 2), test::square(1, 1, 2)}}, 100) == 2);
    // A five-pointed star drawn in one stroke.
    CHECK(crossing_count(Polygon{{{{0, 3}, {2, -2}, {-3, 1}, {3, 1}, {-2, -2}, {0, 3}}}}, 100) == 5);
}

TEST_CASE("edges that touch do not cross, and counting stops where asked", "[geo]")
{
    CHECK(crossing_count(Polygon{{test::square(0, 0, 2), {{0, 0}, {1, 0.5}, {0.5, 1}, {0, 0}}}}, 100) == 0);
    CHECK(crossing_count(Polygon{{test::square(0, 0, 2), test::square(2, 0, 2)}}, 100) == 0);
    CHECK(crossing_count(Polygon{{{{0, 3}, {2, -2}, {-3, 1}, {3, 1}, {-2, -2}, {0, 3}}}}, 3) == 3);
    CHECK(crossing_count(Polygon{}, 3) == 0);
}
