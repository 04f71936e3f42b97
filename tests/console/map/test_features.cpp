#include "console/map/features.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan::map;

TEST_CASE("a feature's names, code and shape are read", "[map]")
{
    const auto features = features_from_geojson(
        R"({"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"code":"220802","name_zh":"洮北区","name_en":null,"rank":2},
             "geometry":{"type":"Point","coordinates":[122.8,45.6]}},
            {"type":"Feature","properties":null,"geometry":null}]})");
    REQUIRE(features.has_value());
    REQUIRE(features->size() == 1);
    const Feature& feature = features->front();
    CHECK(feature.code == "220802");
    CHECK(feature.name_zh == "洮北区");
    CHECK(feature.name_en.empty());
    CHECK(feature.rank == 2);
    REQUIRE(feature.geometry.points.size() == 1);
    CHECK(feature.geometry.points[0].lon == 122.8);
}

TEST_CASE("what is no collection of features is refused in words", "[map]")
{
    CHECK_FALSE(features_from_geojson("").has_value());
    CHECK_FALSE(features_from_geojson("{\"type\":\"Point\",\"coordinates\":[1,2]}").has_value());
    const auto bad = features_from_geojson(R"({"features":[{"geometry":{"type":"Point","coordinates":["x"]}}]})");
    REQUIRE_FALSE(bad.has_value());
    CHECK(bad.error().starts_with("feature 1: "));
}

}  // namespace
