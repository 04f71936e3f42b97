#include "geo/geojson.hpp"

#include "tests/geo/shapes.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <string>

using namespace xiaoan::geo;

namespace {

Geometry read(std::string_view text)
{
    const auto geometry = geometry_from_geojson(text);
    if (!geometry) FAIL(geometry.error());
    return *geometry;
}

}  // namespace

TEST_CASE("the examples of RFC 7946, appendix A, are read", "[geo]")
{
    CHECK(read(R"({"type": "Point", "coordinates": [100.0, 0.0]})") == geometry_of(Position{100, 0}));
    CHECK(read(R"({"type": "LineString", "coordinates": [[100.0, 0.0], [101.0, 1.0]]})") ==
          geometry_of(Polyline{{{100, 0}, {101, 1}}}));
    const Geometry holed = read(R"({"type": "Polygon", "coordinates": [
        [[100.0, 0.0], [101.0, 0.0], [101.0, 1.0], [100.0, 1.0], [100.0, 0.0]],
        [[100.8, 0.8], [100.8, 0.2], [100.2, 0.2], [100.2, 0.8], [100.8, 0.8]]]})");
    REQUIRE(holed.polygons.size() == 1);
    CHECK(holed.polygons.front().holes().size() == 1);
    CHECK(holed.polygons.front().holes()[0][1] == Position{100.8, 0.2});
    CHECK(read(R"({"type": "MultiPoint", "coordinates": [[100.0, 0.0], [101.0, 1.0]]})").points.size() == 2);
    CHECK(read(R"({"type":"MultiLineString","coordinates":[[[100.0,0.0],[101.0,1.0]],[[102.0,2.0],[103.0,3.0]]]})")
              .lines.size() == 2);
    CHECK(read(R"({"type": "MultiPolygon", "coordinates": [
        [[[102.0, 2.0], [103.0, 2.0], [103.0, 3.0], [102.0, 3.0], [102.0, 2.0]]],
        [[[100.0, 0.0], [101.0, 0.0], [101.0, 1.0], [100.0, 1.0], [100.0, 0.0]],
         [[100.2, 0.2], [100.2, 0.8], [100.8, 0.8], [100.8, 0.2], [100.2, 0.2]]]]})")
              .polygons.size() == 2);
    const Geometry mixed = read(R"({"type": "GeometryCollection", "geometries": [
        {"type": "Point", "coordinates": [100.0, 0.0]},
        {"type": "LineString", "coordinates": [[101.0, 0.0], [102.0, 1.0]]}]})");
    CHECK(mixed.points.size() == 1);
    CHECK(mixed.lines.size() == 1);
}

TEST_CASE("altitudes and foreign members are passed over", "[geo]")
{
    CHECK(read(R"({"bbox":[1,2,3,4],"coordinates":[122.8,45.6,150.2],"type":"Point","x":{"y":[null]}})") ==
          geometry_of(Position{122.8, 45.6}));
}

TEST_CASE("what is not a GeoJSON geometry of degrees is refused in words", "[geo]")
{
    const std::string_view text = GENERATE(
        as<std::string_view>{}, "", "null", "[]", "3", "{}", "{", R"({"type":"Point"})",
        R"({"type":3,"coordinates":[1,2]})", R"({"type":"Point","coordinates":null})",
        R"({"type":"Point","coordinates":[]})", R"({"type":"Point","coordinates":[1]})",
        R"({"type":"Point","coordinates":["1","2"]})", R"({"type":"Point","coordinates":[1,null]})",
        R"({"type":"Point","coordinates":[NaN,1]})", R"({"type":"Point","coordinates":[1e999,1]})",
        R"({"type":"Point","coordinates":[181,1]})", R"({"type":"Point","coordinates":[487445.1,5053822.5]})",
        R"({"type":"Point","coordinates":[1,2]} x)", R"({"type":"Point","coordinates":[[1,2]]})",
        R"({"type":"LineString","coordinates":[[1,2]]})", R"({"type":"LineString","coordinates":[1,2]})",
        R"({"type":"LineString","coordinates":{"0":[1,2]}})",
        R"({"type":"Polygon","coordinates":[[[0,0],[1,0],[0,0]]]})", R"({"type":"Polygon","coordinates":[[]]})",
        R"({"type":"Polygon","coordinates":[[0,0],[1,0],[1,1],[0,0]]})", R"({"type":"Feature","geometry":null})",
        R"({"type":"Circle","coordinates":[1,2]})", R"({"type":"GeometryCollection","geometries":[]})",
        R"({"type":"GeometryCollection","geometries":[3]})", R"({"type":"GeometryCollection"})");
    CAPTURE(text);
    const auto refused = geometry_from_geojson(text);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().starts_with("GeoJSON"));
}

TEST_CASE("JSON nested without end is refused and does not exhaust the stack", "[geo]")
{
    CHECK_FALSE(geometry_from_geojson(std::string(1'000'000, '[')));
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += R"({"type":"GeometryCollection","geometries":[)";
    CHECK_FALSE(geometry_from_geojson(deep));
    std::string nine = R"({"type":"Point","coordinates":[1,2]})";
    for (int i = 0; i < 9; ++i) nine = R"({"type":"GeometryCollection","geometries":[)" + nine + "]}";
    CHECK_FALSE(geometry_from_geojson(nine));
}

TEST_CASE("GeoJSON that is written reads back to the same bits", "[geo]")
{
    test::Lot lot(13);
    for (int i = 0; i < 200; ++i) {
        Geometry water = test::a_water(lot, {-179, -89, 179, 89}, 500);
        if (!water.polygons.empty() && water.polygons.front().rings.size() > 1)
            water.polygons.front().rings.pop_back();  // the drawn island runs the other way than the RFC asks
        CHECK(read(geojson_from_geometry(water)) == water);
    }
}

TEST_CASE("outer rings are written counter-clockwise and holes clockwise", "[geo]")
{
    // RFC 7946, 3.1.6. Both given the wrong way round here.
    const Polygon given{{{{0, 0}, {0, 3}, {3, 3}, {3, 0}, {0, 0}}, {{1, 1}, {2, 1}, {2, 2}, {1, 2}, {1, 1}}}};
    CHECK(geojson_from_geometry(geometry_of(given)) ==
          R"({"type":"Polygon","coordinates":[[[0,0],[3,0],[3,3],[0,3],[0,0]],[[1,1],[1,2],[2,2],[2,1],[1,1]]]})");
}

TEST_CASE("one part, several and mixed ones have the type of the standard", "[geo]")
{
    Geometry shape = geometry_of(Position{122.8390241, 45.6});
    CHECK(geojson_from_geometry(shape) == R"({"type":"Point","coordinates":[122.8390241,45.6]})");
    shape.points.push_back({1, 2});
    CHECK(geojson_from_geometry(shape) == R"({"type":"MultiPoint","coordinates":[[122.8390241,45.6],[1,2]]})");
    shape.points.pop_back();
    shape.lines.push_back({{{0, 0}, {1, 1}}});
    CHECK(geojson_from_geometry(shape) ==
          R"({"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[122.8390241,45.6]},)"
          R"({"type":"LineString","coordinates":[[0,0],[1,1]]}]})");
    CHECK(geojson_from_geometry(Geometry{}) == R"({"type":"GeometryCollection","geometries":[]})");
}

TEST_CASE("rubbish and damaged JSON end in a geometry or a refusal", "[geo]")
{
    test::Lot lot(14);
    const std::string whole = R"({"type":"GeometryCollection","geometries":[{"type":"Polygon","coordinates":)"
                              R"([[[100,0],[101,0],[101,1],[100,0]]]},{"type":"Point","coordinates":[1.5,-2e0,3]}]})";
    int read_well = 0;
    for (int i = 0; i < 20'000; ++i) {
        std::string text = whole;
        for (std::uint32_t k = lot.below(3) + 1; k > 0 && !text.empty(); --k) {
            const std::size_t at = lot.below(static_cast<std::uint32_t>(text.size()));
            switch (lot.below(3)) {
            case 0: text[at] = static_cast<char>(lot.below(256)); break;
            case 1: text.erase(at, lot.below(6)); break;
            default: text[at] = "{}[],:\"\\. -+eE0123456789"[lot.below(24)]; break;
            }
        }
        const auto geometry = geometry_from_geojson(text);
        if (!geometry) continue;
        ++read_well;
        if (fault_of(*geometry)) FAIL("a faulty geometry was let through: " << text);
    }
    CHECK(read_well > 0);
}
