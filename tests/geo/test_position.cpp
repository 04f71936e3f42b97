#include "geo/position.hpp"

#include <catch2/catch_test_macros.hpp>

#include <type_traits>

using namespace xiaoan::geo;

TEST_CASE("a position of one datum is not one of another", "[geo]")
{
    STATIC_CHECK_FALSE(std::is_convertible_v<Gcj02Position, Position>);
    STATIC_CHECK_FALSE(std::is_convertible_v<Bd09Position, Position>);
    STATIC_CHECK_FALSE(std::is_convertible_v<Bd09Position, Gcj02Position>);
}

TEST_CASE("valid positions are finite degrees within their ranges", "[geo]")
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    CHECK(is_valid({180, 90}));
    CHECK(is_valid({-180, -90}));
    CHECK_FALSE(is_valid({180.0000001, 0}));
    CHECK_FALSE(is_valid({0, -90.0000001}));
    CHECK_FALSE(is_valid({infinity, 0}));
    CHECK_FALSE(is_valid({0, infinity - infinity}));
}

TEST_CASE("a new box is empty, and grows by what is added", "[geo]")
{
    Box box;
    CHECK(box.is_empty());
    CHECK_FALSE(box.contains({0, 0}));
    box.add(Position{122, 45});
    CHECK_FALSE(box.is_empty());
    CHECK(box.contains({122, 45}));
    box.add(Box{120, 44, 121, 47});
    CHECK(box == Box{120, 44, 122, 47});
    CHECK(box.centre() == Position{121, 45.5});
}

TEST_CASE("boxes that share only an edge touch, and an empty one touches nothing", "[geo]")
{
    const Box box{120, 44, 122, 47};
    CHECK(box.touches({122, 47, 123, 48}));
    CHECK_FALSE(box.touches({122.1, 44, 123, 48}));
    CHECK_FALSE(box.touches(Box{}));
}
