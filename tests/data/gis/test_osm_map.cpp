#include "data/gis/osm_map.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <vector>

using namespace xiaoan::data::gis;

namespace {

std::string shown(OsmShape shape, const OsmMapTags& tags)
{
    const auto found = osm_map_feature(shape, tags);
    if (!found) return "-";
    return std::string{found->layer} + " " + std::string{found->kind} + " " + std::to_string(found->size);
}

}  // namespace

TEST_CASE("roads go down to tertiary ones, with their slip roads", "[data][gis]")
{
    for (const std::string kind : {"motorway", "trunk", "primary", "secondary", "tertiary"}) {
        CHECK(shown(OsmShape::line, {.highway = kind}) == "roads " + kind + " 0");
        CHECK(shown(OsmShape::line, {.highway = kind + "_link"}) == "roads " + kind + " 0");
    }
    for (const char* kind : {"residential", "unclassified", "footway", "_link", "construction"})
        CHECK(shown(OsmShape::line, {.highway = kind}) == "-");
    CHECK(shown(OsmShape::area, {.highway = "primary"}) == "-");
}

TEST_CASE("railways in use, rivers and what is wide enough to see", "[data][gis]")
{
    CHECK(shown(OsmShape::line, {.railway = "rail"}) == "rails rail 0");
    CHECK(shown(OsmShape::line, {.railway = "abandoned"}) == "-");
    CHECK(shown(OsmShape::line, {.waterway = "river"}) == "rivers river 2");
    CHECK(shown(OsmShape::line, {.waterway = "canal"}) == "rivers canal 3");
    CHECK(shown(OsmShape::line, {.waterway = "stream"}) == "rivers stream 3");
    CHECK(shown(OsmShape::line, {.waterway = "ditch"}) == "-");
}

TEST_CASE("areas of water are lakes whatever they are, but for ditches and fish ponds", "[data][gis]")
{
    CHECK(shown(OsmShape::area, {.natural = "water", .water = "lake"}) == "lakes lake 0");
    CHECK(shown(OsmShape::area, {.natural = "water"}) == "lakes  0");
    CHECK(shown(OsmShape::area, {.landuse = "reservoir"}) == "lakes reservoir 0");
    CHECK(shown(OsmShape::area, {.waterway = "riverbank"}) == "lakes river 0");
    CHECK(shown(OsmShape::area, {.natural = "water", .water = "ditch"}) == "-");
    CHECK(shown(OsmShape::area, {.landuse = "aquaculture"}) == "-");
    CHECK(shown(OsmShape::area, {.landuse = "farmland"}) == "-");
    CHECK(shown(OsmShape::point, {.natural = "water"}) == "-");
}

TEST_CASE("cities and towns are named, villages are not", "[data][gis]")
{
    CHECK(shown(OsmShape::point, {.place = "city"}) == "towns city 1");
    CHECK(shown(OsmShape::point, {.place = "town"}) == "towns town 3");
    CHECK(shown(OsmShape::point, {.place = "village"}) == "-");
    CHECK(shown(OsmShape::area, {.place = "town"}) == "-");
}
