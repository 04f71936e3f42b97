#include "data/intake/gis/geojson_file.hpp"

#include "tests/data/intake/fault_of.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

using namespace xiaoan::data;
using namespace xiaoan::data::test;
using Catch::Matchers::WithinAbs;

namespace {

std::unique_ptr<FeatureFile> opened(std::string text, const IntakeLimits& limits = {})
{
    return open_geojson(decoded(source_from_bytes("made.geojson", std::move(text))), limits);
}

std::vector<gis::Feature> features_of(FeatureFile& file)
{
    std::vector<gis::Feature> all;
    const auto reader = file.open(0);
    for (gis::Feature feature; reader->next(feature);) all.push_back(feature);
    return all;
}

std::optional<FaultCode> refused_with(const std::string& text, const IntakeLimits& limits = {})
{
    const auto fault = fault_of([&] {
        const auto file = opened(text, limits);
        (void)features_of(*file);
    });
    return fault ? std::optional{fault->code()} : std::nullopt;
}

std::string collection(std::string_view features, std::string_view members = "")
{
    return R"({"type":"FeatureCollection",)" + std::string{members} + R"("features":[)" + std::string{features} + "]}";
}

std::string feature(std::string_view properties, std::string_view geometry = "null")
{
    return R"({"type":"Feature","geometry":)" + std::string{geometry} + R"(,"properties":)" + std::string{properties} +
           "}";
}

/// RFC 7946, section 1.5.
const std::string example = R"({
       "type": "FeatureCollection",
       "features": [{
           "type": "Feature",
           "geometry": {
               "type": "Point",
               "coordinates": [102.0, 0.5]
           },
           "properties": {
               "prop0": "value0"
           }
       }, {
           "type": "Feature",
           "geometry": {
               "type": "LineString",
               "coordinates": [
                   [102.0, 0.0],
                   [103.0, 1.0],
                   [104.0, 0.0],
                   [105.0, 1.0]
               ]
           },
           "properties": {
               "prop0": "value0",
               "prop1": 0.0
           }
       }, {
           "type": "Feature",
           "geometry": {
               "type": "Polygon",
               "coordinates": [
                   [
                       [100.0, 0.0],
                       [101.0, 0.0],
                       [101.0, 1.0],
                       [100.0, 1.0],
                       [100.0, 0.0]
                   ]
               ]
           },
           "properties": {
               "prop0": "value0",
               "prop1": {
                   "this": "that"
               }
           }
       }]
   })";

}  // namespace

TEST_CASE("the example of RFC 7946 is read feature by feature, as often as wanted", "[data][intake]")
{
    const auto file = opened(example);
    REQUIRE(file->layers().size() == 1);
    const gis::FeatureLayer& layer = file->layers()[0];
    CHECK(layer.name.empty());
    CHECK(layer.columns == std::vector<std::string>{"prop0", "prop1"});
    CHECK(layer.points);
    CHECK(layer.lines);
    CHECK(layer.areas);
    CHECK(layer.crs == "WGS 84");
    for (int time = 0; time < 2; ++time) {
        const auto features = features_of(*file);
        REQUIRE(features.size() == 3);
        CHECK(features[0].number == 1);
        CHECK(features[0].point == xiaoan::geo::Position{102, 0.5});
        CHECK(features[0].values == std::vector<gis::FeatureValue>{"value0", std::monostate{}});
        CHECK(features[1].wkt == "LINESTRING (102 0, 103 1, 104 0, 105 1)");
        CHECK(features[1].values[1] == gis::FeatureValue{0.0});
        CHECK(features[2].wkt == "POLYGON ((100 0, 101 0, 101 1, 100 1, 100 0))");
        CHECK(features[2].values[1] == gis::FeatureValue{R"({"this":"that"})"});
        CHECK(features[2].number == 3);
    }
}

TEST_CASE("properties keep what they are, and numbers of 16 digits their digits", "[data][intake]")
{
    const auto file =
        opened(collection(feature(R"({"a":true,"b":7,"c":-0.5,"d":null,"e":220802198001010010,"f":"文"})")));
    const auto read = features_of(*file).at(0);
    CHECK(read.values ==
          std::vector<gis::FeatureValue>{true, std::int64_t{7}, -0.5, std::monostate{}, "220802198001010010", "文"});
    CHECK_FALSE(read.point);
    CHECK(read.wkt.empty());
}

TEST_CASE("a single feature is a file, too, and ids are a column", "[data][intake]")
{
    const auto file = opened(R"({"type":"Feature","id":"W1","properties":{"name":"南泡子"},"geometry":null})");
    CHECK(file->layers()[0].columns == std::vector<std::string>{"id", "name"});
    CHECK(features_of(*file).at(0).values == std::vector<gis::FeatureValue>{"W1", "南泡子"});
}

TEST_CASE("columns are those of all features, whichever has them", "[data][intake]")
{
    const auto file = opened(collection(feature(R"({"a":1})") + "," + feature("null") + "," + feature(R"({"b":2})")));
    CHECK(file->layers()[0].columns == std::vector<std::string>{"a", "b"});
    const auto read = features_of(*file);
    REQUIRE(read.size() == 3);
    CHECK(read[1].values == std::vector<gis::FeatureValue>(2));
    CHECK(read[2].values == std::vector<gis::FeatureValue>{std::monostate{}, std::int64_t{2}});
}

TEST_CASE("a reference system that an older file names is honoured", "[data][intake]")
{
    // cs2cs EPSG:4490 EPSG:4550 (PROJ 9.1.1); the member stands behind the features, as it may.
    const auto file = opened(R"({"type":"FeatureCollection","features":[)" +
                             feature("{}", R"({"type":"Point","coordinates":[487445.102,5053822.541]})") +
                             R"(],"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4550"}}})");
    CHECK(file->layers()[0].crs == "CGCS2000 / 3-degree Gauss-Kruger CM 123E");
    const auto place = features_of(*file).at(0).point;
    REQUIRE(place);
    CHECK_THAT(place->lon, WithinAbs(122.839024, 1e-8));
    CHECK_THAT(place->lat, WithinAbs(45.619641, 1e-8));
    const auto degrees =
        opened(collection(feature("{}", R"({"type":"Point","coordinates":[122.84,45.6]})"),
                          R"("crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},)"));
    CHECK(features_of(*degrees).at(0).point == xiaoan::geo::Position{122.84, 45.6});
    const auto old = opened(collection(feature("{}", R"({"type":"Point","coordinates":[122.84,45.6]})"),
                                       R"("crs":{"type":"name","properties":{"name":"EPSG:4214"}},)"));
    CHECK(old->layers()[0].rough);
}

TEST_CASE("names of reference systems are understood as people write them", "[data][intake]")
{
    CHECK(crs_code("EPSG:4550") == "EPSG:4550");
    CHECK(crs_code("urn:ogc:def:crs:EPSG::4550") == "EPSG:4550");
    CHECK(crs_code("urn:ogc:def:crs:EPSG:6.9:4326") == "EPSG:4326");
    CHECK(crs_code("http://www.opengis.net/def/crs/EPSG/0/4490") == "EPSG:4490");
    CHECK(crs_code("urn:ogc:def:crs:OGC:1.3:CRS84") == "OGC:CRS84");
    CHECK_FALSE(crs_code("Beijing 1954"));
    CHECK_FALSE(crs_code("EPSG:"));
    CHECK_FALSE(crs_code("EPSG:45501234567"));
    CHECK_FALSE(crs_code(""));
}

TEST_CASE("a geometry that cannot be used is the fault of its feature alone", "[data][intake]")
{
    const auto file = opened(collection(feature("{}", R"({"type":"Point","coordinates":[222,45]})") + "," +
                                        feature("{}", R"({"type":"Circle","coordinates":[122,45]})") + "," +
                                        feature("{}", R"({"type":"Point","coordinates":[122,45]})")));
    const auto read = features_of(*file);
    REQUIRE(read.size() == 3);
    CHECK_FALSE(read[0].fault.empty());
    CHECK_FALSE(read[0].point);
    CHECK(read[1].fault.find("Circle") != std::string::npos);
    CHECK(read[2].fault.empty());
    CHECK(read[2].point);
}

TEST_CASE("what is no GeoJSON is refused with one reason", "[data][intake]")
{
    CHECK(refused_with("{}") == FaultCode::not_a_table);
    CHECK(refused_with(R"({"name":"package","version":"1.0.0"})") == FaultCode::not_a_table);
    CHECK(refused_with(R"({"type":"Topology","objects":{}})") == FaultCode::not_a_table);
    CHECK(refused_with(R"({"type":"FeatureCollection"})") == FaultCode::bad_geojson);
    CHECK(refused_with(R"({"type":"FeatureCollection","features":{}})") == FaultCode::bad_geojson);
    CHECK(refused_with(collection("1")) == FaultCode::bad_geojson);
    CHECK(refused_with(collection(feature(R"({"a":tru})"))) == FaultCode::bad_geojson);
    CHECK(refused_with(collection(feature(R"({"a":1e999})"))) == FaultCode::bad_geojson);
    CHECK(refused_with(collection(feature("{}")).substr(0, 60)) == FaultCode::bad_geojson);
    CHECK(refused_with(example + example) == FaultCode::bad_geojson);
    CHECK(refused_with(collection("", R"("crs":{"type":"name","properties":{"name":"moon"}},)")) ==
          FaultCode::unknown_crs);
    CHECK(refused_with(collection("", R"("crs":{"type":"name","properties":{"name":"EPSG:999999"}},)")) ==
          FaultCode::unknown_crs);
    CHECK(refused_with(collection("", R"("crs":{"type":"link","properties":{"href":"http://x"}},)")) ==
          FaultCode::unknown_crs);
}

TEST_CASE("columns are bounded", "[data][intake]")
{
    IntakeLimits limits;
    limits.columns = 3;
    CHECK_FALSE(refused_with(collection(feature(R"({"a":1,"b":1,"c":1})")), limits));
    CHECK(refused_with(collection(feature(R"({"a":1,"b":1})") + "," + feature(R"({"c":1,"d":1})")), limits) ==
          FaultCode::too_many_columns);
}
