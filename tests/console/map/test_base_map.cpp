#include "a_city.hpp"
#include "console/map/base_map.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace {

using namespace xiaoan;
using namespace xiaoan::map;

std::size_t places_of(const BaseMap& base, PlaceKind kind)
{
    return static_cast<std::size_t>(std::ranges::count(base.places, kind, &Place::kind));
}

TEST_CASE("the region's own files give a base map without a fault", "[map]")
{
    const BaseMap base = base_map_of(sample::baicheng());
    CHECK(base.faults.empty());
    CHECK(places_of(base, PlaceKind::county) == 5);
    CHECK(places_of(base, PlaceKind::town) >= 5);
    CHECK(places_of(base, PlaceKind::river) > 0);
    CHECK(places_of(base, PlaceKind::lake) > 0);
    CHECK(std::ranges::is_sorted(base.layers, {}, &Layer::kind));
    for (const Layer& layer : base.layers)
        for (const Level& level : layer.levels) CHECK_FALSE((level.areas.is_empty() && level.lines.is_empty()));
    CHECK(base.attribution_zh == "counties attribution · rivers attribution · lakes attribution · towns attribution");
}

TEST_CASE("the first look holds every county, and a county has a box of its own", "[map]")
{
    const BaseMap base = base_map_of(sample::baicheng());
    const MapBox tongyu = base.box_of({220822});
    // 开通镇, the seat of Tongyu: 123.08 E, 44.81 N (GeoNames).
    CHECK(tongyu.contains(geo::map_from_position({123.08, 44.81})));
    CHECK_FALSE(tongyu.contains(geo::map_from_position({122.84, 45.62})));  // 白城
    CHECK(base.view.west <= tongyu.west);
    CHECK(base.view.south <= tongyu.south);
    CHECK(base.box_of({110000}) == base.view);
}

TEST_CASE("a coarser level never has more triangles than a finer one", "[map]")
{
    const BaseMap base = base_map_of(sample::baicheng());
    for (const Layer& layer : base.layers)
        for (std::size_t i = 1; i < layer.levels.size(); ++i) {
            CHECK(layer.levels[i].areas.indices.size() <= layer.levels[i - 1].areas.indices.size());
            CHECK(layer.levels[i].lines.indices.size() <= layer.levels[i - 1].lines.indices.size());
        }
}

TEST_CASE("the level drawn errs by a third of a pixel at most", "[map]")
{
    Layer layer;
    for (const double tolerance : level_tolerances_m) layer.levels.emplace_back().tolerance_m = tolerance;
    CHECK(level_at(layer, 1) == 0);
    CHECK(level_at(layer, 57) == 0);  // 20 m would be 0.351 pixel
    CHECK(level_at(layer, 58) == 1);
    CHECK(level_at(layer, 400) == 2);
    CHECK(level_at(layer, 10000) == 3);
}

TEST_CASE("a layer that cannot be read is named and the others are drawn", "[map]")
{
    data::Region region = sample::baicheng();
    region.layers[1].geojson = std::make_shared<const std::string>("{");
    const BaseMap base = base_map_of(region);
    REQUIRE(base.faults.size() == 1);
    CHECK(base.faults[0].starts_with("rivers: "));
    CHECK(places_of(base, PlaceKind::county) == 5);
}

TEST_CASE("a region without layers is an empty map", "[map]")
{
    const BaseMap base = base_map_of(data::Region{});
    CHECK(base.layers.empty());
    CHECK(base.faults.empty());
}

}  // namespace
