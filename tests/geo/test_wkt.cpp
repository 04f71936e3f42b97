#include "geo/wkt.hpp"

#include "tests/geo/shapes.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <string>

using namespace xiaoan::geo;

namespace {

Geometry read(std::string_view text)
{
    const auto geometry = geometry_from_wkt(text);
    if (!geometry) FAIL(geometry.error());
    return *geometry;
}

}  // namespace

TEST_CASE("the examples of the WKT standard are read", "[geo]")
{
    // OGC 06-103r4, table 6, with coordinates that are degrees.
    CHECK(read("POINT (10 20)") == geometry_of(Position{10, 20}));
    CHECK(read("LineString (10 10, 20 20, 30 40)") == geometry_of(Polyline{{{10, 10}, {20, 20}, {30, 40}}}));
    CHECK(read("Polygon ((10 10, 10 20, 20 20, 20 15, 10 10))") ==
          geometry_of(Polygon{{{{10, 10}, {10, 20}, {20, 20}, {20, 15}, {10, 10}}}}));
    CHECK(read("MULTIPOINT ((10 10), (20 20))").points == std::vector<Position>{{10, 10}, {20, 20}});
    CHECK(read("MultiLineString ((10 10, 20 20), (15 15, 30 15))").lines.size() == 2);
    CHECK(
        read("MULTIPOLYGON (((10 10, 10 20, 20 20, 20 15, 10 10)), ((60 60, 70 70, 80 60, 60 60)))").polygons.size() ==
        2);
    const Geometry mixed = read("GeometryCollection (POINT (10 10), POINT (30 30), LINESTRING (15 15, 20 20))");
    CHECK(mixed.points.size() == 2);
    CHECK(mixed.lines.size() == 1);
    CHECK(read("POINT Z (10 10 5)") == geometry_of(Position{10, 10}));
    CHECK(read("POINT ZM (10 10 5 40)") == geometry_of(Position{10, 10}));
    CHECK(read("POINT M (10 10 40)") == geometry_of(Position{10, 10}));
}

TEST_CASE("habits of other programs are read", "[geo]")
{
    CHECK(read("multipoint(1 2,3 4)").points.size() == 2);
    CHECK(read(" \n\tPOINT\n(\t+1.5e0   -2.0 )\r\n ") == geometry_of(Position{1.5, -2}));
    CHECK(read("POINTZ(1 2 3)") == geometry_of(Position{1, 2}));
    CHECK(read("LINESTRING(1 2 3, 4 5 6)").lines.front().points == std::vector<Position>{{1, 2}, {4, 5}});
    CHECK(read("MULTIPOINT(EMPTY, 1 2)").points.size() == 1);
    CHECK(read("POLYGON((0 0,1 0,1 1))").polygons.front().rings.front().size() == 3);
}

TEST_CASE("what is not well-known text of degrees is refused, and where is said", "[geo]")
{
    const std::string_view text = GENERATE(
        as<std::string_view>{}, "", " ", "POINT", "POINT EMPTY", "POLYGON EMPTY", "GEOMETRYCOLLECTION EMPTY",
        "POINT(1)", "POINT(1,2)", "POINT 1 2", "POINT(1 2", "POINT(1 2))", "POINT(1 2) POINT(3 4)", "POINT(1 2) x",
        "POINT(nan nan)", "POINT(inf 1)", "POINT(1e400 2)", "POINT(1 2 3 4 5)", "POINT(0x10 2)", "POINT(122.8 45,6)",
        "POINT(181 0)", "POINT(0 91)", "POINT(487445.102 5053822.541)", "LINESTRING(1 2)", "LINESTRING()",
        "POLYGON((0 0,1 0,0 0))", "POLYGON(0 0,1 0,1 1)", "POLYGON((0 0,1 0,1 1,0 0),())",
        "POLYGON((0 0,1 0,1 1,0 0),EMPTY)", "CIRCULARSTRING(1 2,3 4,5 6)", "SRID=4490;POINT(1 2)", "(1 2)",
        "POINT（1 2）", "点(1 2)", "MULTIPOLYGON((0 0,1 0,1 1,0 0))", "POINT(--1 2)", "POINT(+-1 2)");
    CAPTURE(text);
    const auto refused = geometry_from_wkt(text);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().starts_with("WKT"));
}

TEST_CASE("the refusal names the character", "[geo]")
{
    CHECK(geometry_from_wkt("POINT(1 x)").error() == "WKT, character 9: expected a number");
    CHECK(geometry_from_wkt("POINT(1 2) x").error() == "WKT, character 12: text follows the end of the geometry");
}

TEST_CASE("text nested without end is refused and does not exhaust the stack", "[geo]")
{
    std::string deep;
    for (int i = 0; i < 200'000; ++i) deep += "GEOMETRYCOLLECTION(";
    CHECK_FALSE(geometry_from_wkt(deep));
    CHECK_FALSE(geometry_from_wkt(std::string(1'000'000, '(')));
    CHECK_FALSE(geometry_from_wkt("POINT" + std::string(1'000'000, '(')));
}

TEST_CASE("well-known text that is written reads back to the same bits", "[geo]")
{
    test::Lot lot(11);
    Geometry all;
    for (int i = 0; i < 300; ++i) {
        const Geometry water = test::a_water(lot, {-180, -89, 179, 89}, 500);
        if (bounding_box(water).east > 180 || bounding_box(water).north > 90) continue;
        CHECK(read(wkt_from_geometry(water)) == water);
        if (i % 30 != 0) continue;
        all.points.insert(all.points.end(), water.points.begin(), water.points.end());
        all.lines.insert(all.lines.end(), water.lines.begin(), water.lines.end());
        all.polygons.insert(all.polygons.end(), water.polygons.begin(), water.polygons.end());
        CHECK(read(wkt_from_geometry(all)) == all);
    }
    const Geometry extreme = geometry_of(Polyline{{{1e-300, 5e-324}, {-0.0, 0.1 + 0.2}, {1.0 / 3, 89.99999999999999}}});
    CHECK(read(wkt_from_geometry(extreme)) == extreme);
}

TEST_CASE("the text is the plain form others read", "[geo]")
{
    CHECK(wkt_from_geometry(geometry_of(Position{122.8390241, 45.619641})) == "POINT (122.8390241 45.619641)");
    CHECK(wkt_from_geometry(geometry_of(Polyline{{{122, 45}, {1e-7, 46.5}}})) == "LINESTRING (122 45, 0.0000001 46.5)");
    CHECK(wkt_from_geometry(geometry_of(Polygon{{{{0, 0}, {1, 0}, {1, 1}}}})) == "POLYGON ((0 0, 1 0, 1 1, 0 0))");
    Geometry two = geometry_of(Position{1, 2});
    two.points.push_back({3, 4});
    CHECK(wkt_from_geometry(two) == "MULTIPOINT ((1 2), (3 4))");
    two.lines.push_back({{{0, 0}, {1, 1}}});
    CHECK(wkt_from_geometry(two) == "GEOMETRYCOLLECTION (MULTIPOINT ((1 2), (3 4)), LINESTRING (0 0, 1 1))");
    CHECK(wkt_from_geometry(Geometry{}) == "GEOMETRYCOLLECTION EMPTY");
}

TEST_CASE("rubbish and damaged text end in a geometry or a refusal", "[geo]")
{
    test::Lot lot(12);
    const std::string whole = "GEOMETRYCOLLECTION (MULTIPOLYGON (((10 10, 10 20, 20 20, 10 10), (12 13, 12 14, 13 14, "
                              "12 13))), POINT Z (1 2 3))";
    int read_well = 0;
    for (int i = 0; i < 20'000; ++i) {
        std::string text = whole;
        for (std::uint32_t k = lot.below(4) + 1; k > 0; --k) {
            const std::size_t at = lot.below(static_cast<std::uint32_t>(text.size()));
            switch (lot.below(4)) {
            case 0: text[at] = static_cast<char>(lot.below(256)); break;
            case 1: text.erase(at, lot.below(6)); break;
            case 2: text.insert(at, text.substr(lot.below(static_cast<std::uint32_t>(text.size())), 8)); break;
            default: text[at] = "(),. -+eEMPTYZ0123456789"[lot.below(24)]; break;
            }
            if (text.empty()) break;
        }
        const auto geometry = geometry_from_wkt(text);
        if (!geometry) continue;
        ++read_well;
        if (fault_of(*geometry)) FAIL("a faulty geometry was let through: " << text);
    }
    CHECK(read_well > 0);
}
