#include "geo/geometry.hpp"

#include "tests/geo/shapes.hpp"

#include <catch2/catch_test_macros.hpp>

#include <limits>

using namespace xiaoan::geo;

TEST_CASE("the box of a geometry holds all its parts", "[geo]")
{
    Geometry mixed = geometry_of(Polygon{{test::square(122, 45, 0.5)}});
    mixed.points.push_back({121, 44});
    mixed.lines.push_back({{{123, 46}, {124, 45.2}}});
    CHECK(bounding_box(mixed) == Box{121, 44, 124, 46});
    CHECK(position_count(mixed) == 8);
    CHECK(bounding_box(Geometry{}).is_empty());
}

TEST_CASE("what is wrong with a geometry is said in words", "[geo]")
{
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK_FALSE(fault_of(geometry_of(Polygon{{test::square(122, 45, 1)}})));
    CHECK_FALSE(fault_of(geometry_of(Polygon{{{{0, 0}, {1, 0}, {1, 1}}}})));  // open, but three positions
    CHECK(fault_of(Geometry{}));
    CHECK(fault_of(geometry_of(Position{nan, 45})));
    CHECK(fault_of(geometry_of(Position{600889.418, 5042101.569})));  // metres, not degrees
    CHECK(fault_of(geometry_of(Polyline{{{0, 0}}})));
    CHECK(fault_of(geometry_of(Polygon{})));
    CHECK(fault_of(geometry_of(Polygon{{{{0, 0}, {1, 0}, {0, 0}}}})));
    CHECK(fault_of(geometry_of(Polygon{{test::square(0, 0, 1), {}}})));
}
