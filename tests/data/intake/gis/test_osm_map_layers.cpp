#include "data/intake/gis/osm_map_layers.hpp"

#include "geo/geometry.hpp"
#include "tests/data/intake/fault_of.hpp"
#include "tests/data/intake/gis/geodata_maker.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace xiaoan;
using namespace xiaoan::data;
using namespace xiaoan::data::test;

namespace {

constexpr geo::Box baicheng{121.2, 43.9, 124.7, 46.6};

const std::vector<OsmWay> ways{
    {1, {{122.8, 45.6}, {122.9, 45.7}}, {{"highway", "trunk"}, {"name", "G302"}}},
    {2, {{122.8, 45.6}, {122.9, 45.7}}, {{"highway", "residential"}}},
    {3, {{122.8, 45.6}, {122.9, 45.7}}, {{"railway", "rail"}}},
    {4, {{122.8, 45.6}, {122.9, 45.7}}, {{"waterway", "river"}, {"name", "洮儿河"}, {"name:en", "Tao'er River"}}},
    {5, {{122.8, 45.6}, {122.9, 45.6}, {122.9, 45.7}, {122.8, 45.6}}, {{"natural", "water"}, {"water", "lake"}}},
    {6, {{116.3, 39.9}, {116.4, 39.9}}, {{"highway", "motorway"}}}};  // far away

std::string collection(const std::string& features)
{
    return "{\"type\":\"FeatureCollection\",\"features\":[\n" + features + "\n]}\n";
}

constexpr std::string_view line = R"("geometry":{"type":"LineString","coordinates":[[122.8,45.6],[122.9,45.7]]}})";

}  // namespace

TEST_CASE("a map of OpenStreetMap gives the layers of a base map, as far as they touch the region", "[data][intake]")
{
    const std::string bytes = GENERATE(osm_xml(ways), osm_pbf(ways));
    REQUIRE(is_osm_map(bytes));
    const OsmMapLayers layers = osm_map_layers(bytes, baicheng);
    REQUIRE(layers.size() == 5);
    CHECK(layers.at("roads") ==
          collection(R"({"type":"Feature","properties":{"name_zh":"G302","kind":"trunk"},)" + std::string{line}));
    CHECK(layers.at("rails") == collection(R"({"type":"Feature","properties":{"kind":"rail"},)" + std::string{line}));
    CHECK(layers.at("rivers") ==
          collection(R"({"type":"Feature","properties":{"name_zh":"洮儿河","name_en":"Tao'er River","kind":"river",)"
                     R"("level":2},)" +
                     std::string{line}));
    CHECK(layers.at("lakes").find(R"("kind":"lake"},"geometry":{"type":"Polygon","coordinates":[[[122.8,45.6],)") !=
          std::string::npos);
    CHECK(layers.at("towns") == collection(""));
}

TEST_CASE("towns are points with a rank", "[data][intake]")
{
    const std::string xml = R"(<osm version="0.6"><node id="1" lat="45.6" lon="122.8">)"
                            R"(<tag k="place" v="town"/><tag k="name" v="安广镇"/></node>)"
                            R"(<node id="2" lat="45.7" lon="122.8"><tag k="amenity" v="school"/></node></osm>)";
    CHECK(osm_map_layers(xml, baicheng).at("towns") ==
          collection(R"({"type":"Feature","properties":{"name_zh":"安广镇","kind":"town","rank":3},)"
                     R"("geometry":{"type":"Point","coordinates":[122.8,45.6]}})"));
}

TEST_CASE("what is no map is left alone, and a damaged one is refused", "[data][intake]")
{
    CHECK_FALSE(is_osm_map("{\"type\":\"FeatureCollection\"}"));
    CHECK_FALSE(is_osm_map("<gpx/>"));
    CHECK_FALSE(is_osm_map(""));
    const auto refused = [](const std::string& bytes) {
        const auto fault = fault_of([&] { (void)osm_map_layers(bytes, baicheng); });
        return fault ? std::string{fault->word()} : std::string{};
    };
    const std::string packed = osm_pbf(ways);
    CHECK(refused(packed.substr(0, packed.size() - 10)) == "geodata_damaged");
    CHECK(refused("<osm version=\"0.6\"><node id=\"1\"") == "geodata_damaged");
    CHECK(refused("<!DOCTYPE osm [<!ENTITY a \"b\">]><osm/>") == "document_type");
}
