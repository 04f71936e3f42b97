#include "geo/near_lines.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan::geo;

namespace {

// At 45.5 N a degree of latitude is 111,141.6 m; of longitude 78,126 m (a cos(lat) / sqrt(1 - e2 sin2(lat)) in
// radians).
const Polyline along_parallel{{{122.99, 45.5}, {123.01, 45.5}}};
using Found = std::vector<std::uint32_t>;

Geometry square(double west, double south, double east, double north)
{
    return geometry_of(Polygon{{{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}}});
}

TEST_CASE("a point is near a line by its distance to the edge, not to an end", "[geo]")
{
    const Geometry at_49_m = geometry_of(Position{123.0, 45.5 + 49 / 111141.6});
    const Geometry at_51_m = geometry_of(Position{123.0, 45.5 - 51 / 111141.6});
    const std::vector<Geometry> all{at_51_m, at_49_m};
    CHECK(geometries_near_lines(std::vector{along_parallel}, all, 50) == Found{1});
    CHECK(geometries_near_lines(std::vector{along_parallel}, all, 52) == Found{0, 1});
}

TEST_CASE("an area that a line crosses, starts in, or passes by a corner of is near it", "[geo]")
{
    const std::vector<Geometry> all{
        square(122.999, 45.4, 123.001, 45.6),     // crossed, no corner near
        square(122.9, 45.4, 123.1, 45.6),         // the line lies in it
        square(123.0, 45.5003, 123.002, 45.503),  // 33 m to the north
        square(123.0, 45.501, 123.002, 45.503),   // 111 m
    };
    CHECK(geometries_near_lines(std::vector{along_parallel}, all, 50) == Found{0, 1, 2});
}

TEST_CASE("without lines or geometries nothing is near", "[geo]")
{
    CHECK(geometries_near_lines({}, std::vector{square(122, 45, 124, 46)}, 50).empty());
    CHECK(geometries_near_lines(std::vector{along_parallel}, {}, 50).empty());
    CHECK(geometries_near_lines(std::vector{Polyline{}}, std::vector{square(122, 45, 124, 46)}, 50).empty());
}

}  // namespace
