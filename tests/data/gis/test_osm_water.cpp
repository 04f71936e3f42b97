#include "data/gis/osm_water.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan::data::gis;
using Kind = std::optional<std::string_view>;

TEST_CASE("waters are told by their tags, each with the kind that the contract has", "[data][gis]")
{
    CHECK(osm_water_kind({.natural = "water", .water = "lake"}) == Kind{"lake"});
    CHECK(osm_water_kind({.natural = "water", .water = "oxbow"}) == Kind{"lake"});
    CHECK(osm_water_kind({.natural = "water", .water = "reservoir"}) == Kind{"reservoir"});
    CHECK(osm_water_kind({.natural = "water", .water = "basin"}) == Kind{"pond"});
    CHECK(osm_water_kind({.natural = "water", .water = "fishpond"}) == Kind{"fishpond"});
    CHECK(osm_water_kind({.natural = "water", .water = "moat"}) == Kind{"other"});
    CHECK(osm_water_kind({.natural = "water", .waterway = "riverbank"}) == Kind{"river"});
    CHECK(osm_water_kind({.waterway = "stream"}) == Kind{"river"});
    CHECK(osm_water_kind({.waterway = "drain"}) == Kind{"ditch"});
    CHECK(osm_water_kind({.waterway = "canal"}) == Kind{"canal"});
    CHECK(osm_water_kind({.landuse = "aquaculture"}) == Kind{"fishpond"});
}

TEST_CASE("water of no further kind is one without, and what is no water has no answer", "[data][gis]")
{
    CHECK(osm_water_kind({.natural = "water"}) == Kind{""});
    CHECK_FALSE(osm_water_kind({}));
    CHECK_FALSE(osm_water_kind({.natural = "wood"}));
    CHECK_FALSE(osm_water_kind({.waterway = "dam"}));
    CHECK_FALSE(osm_water_kind({.waterway = "waterfall"}));
    CHECK_FALSE(osm_water_kind({.landuse = "residential"}));
    CHECK_FALSE(osm_water_kind({.natural = "wood", .water = "lake"}));
}
