#include "geo/orientation.hpp"

#include "geo/wkt.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan::geo;

namespace {

std::string oriented(std::string_view wkt)
{
    auto geometry = geometry_from_wkt(wkt);
    REQUIRE(geometry);
    orient(*geometry);
    return wkt_from_geometry(*geometry);
}

}  // namespace

TEST_CASE("outer rings run counter-clockwise and holes clockwise, from where they began", "[geo]")
{
    // RFC 7946, 3.1.6: "exterior rings are counterclockwise, and holes are clockwise".
    const std::string right = "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 1 2, 2 2, 2 1, 1 1))";
    CHECK(oriented(right) == right);
    CHECK(oriented("POLYGON ((0 0, 0 4, 4 4, 4 0, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1))") == right);
}

TEST_CASE("every polygon of a geometry is turned, points and lines stay", "[geo]")
{
    CHECK(oriented("GEOMETRYCOLLECTION (POINT (9 9), LINESTRING (1 1, 0 0), POLYGON ((0 0, 0 1, 1 1, 0 0)))") ==
          "GEOMETRYCOLLECTION (POINT (9 9), LINESTRING (1 1, 0 0), POLYGON ((0 0, 1 1, 0 1, 0 0)))");
    CHECK(oriented("MULTIPOLYGON (((0 0, 0 1, 1 1, 0 0)), ((5 5, 6 6, 6 5, 5 5)))") ==
          "MULTIPOLYGON (((0 0, 1 1, 0 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))");
}

TEST_CASE("open rings are turned about their first position, rings without area stay", "[geo]")
{
    Polygon open{{{{0, 0}, {0, 1}, {1, 1}}}};
    orient(open);
    CHECK(open == Polygon{{{{0, 0}, {1, 1}, {0, 1}}}});
    Polygon flat{{{{0, 0}, {1, 1}, {2, 2}, {0, 0}}}};
    const Polygon as_given = flat;
    orient(flat);
    CHECK(flat == as_given);
}
