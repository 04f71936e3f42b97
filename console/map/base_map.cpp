#include "console/map/base_map.hpp"

#include "console/map/borders.hpp"
#include "console/map/stroke.hpp"
#include "geo/polygon.hpp"
#include "geo/simplify.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace xiaoan::map {

namespace {

std::vector<geo::Geometry> geometries_of(std::span<const Feature> features)
{
    std::vector<geo::Geometry> out;
    out.reserve(features.size());
    for (const Feature& feature : features) out.push_back(feature.geometry);
    return out;
}

/// Counties are filled at full detail at every scale: simplified each for itself, neighbours would leave gaps.
Layer county_area_layer(std::span<const geo::Geometry> counties, const geo::MapPosition& origin)
{
    Layer layer{LayerKind::county_area, std::vector<Level>(1)};
    for (const geo::Geometry& county : counties)
        for (const geo::Polygon& polygon : county.polygons) add_area(layer.levels[0].areas, polygon, origin);
    return layer;
}

MapBox map_box(const geo::Geometry& geometry)
{
    return map_from_box(geo::bounding_box(geometry));
}

double size_of(const geo::Geometry& geometry)
{
    double area = 0;
    for (const geo::Polygon& polygon : geometry.polygons) area += geo::area_m2(polygon);
    return std::sqrt(area) * geo::map_scale(geo::bounding_box(geometry).centre().lat);
}

std::vector<std::vector<geo::MapPosition>> shape_of(const geo::Geometry& geometry, double tolerance_m)
{
    std::vector<std::vector<geo::MapPosition>> out;
    const auto add = [&](std::span<const geo::Position> points) {
        auto& line = out.emplace_back();
        for (const geo::Position& p : points) line.push_back(geo::map_from_position(p));
    };
    const geo::Geometry simple = geo::simplified(geometry, tolerance_m);
    for (const geo::Polyline& line : simple.lines) add(line.points);
    for (const geo::Polygon& polygon : simple.polygons)
        for (const geo::Ring& ring : polygon.rings) add(ring);
    return out;
}

Place place_of(const Feature& feature, PlaceKind kind)
{
    Place place;
    place.kind = kind;
    place.name_zh = feature.name_zh;
    place.name_en = feature.name_en.empty() ? feature.name_zh : feature.name_en;
    place.rank = kind == PlaceKind::river ? feature.level : feature.rank;
    place.box = map_box(feature.geometry);
    if (const auto at = geo::label_point(feature.geometry)) place.at = geo::map_from_position(*at);
    if (kind == PlaceKind::county || kind == PlaceKind::lake) place.size_m = size_of(feature.geometry);
    if (kind == PlaceKind::county || kind == PlaceKind::river) place.shape = shape_of(feature.geometry, 60);
    return place;
}

class Maker {
public:
    Maker(const data::Region& region, std::stop_token stop) : region_(region), stop_(std::move(stop))
    {
        map_.view = map_from_box({region.view[0], region.view[1], region.view[2], region.view[3]});
        map_.origin = map_.view.is_empty() ? geo::MapPosition{} : map_.view.centre();
    }

    BaseMap made()
    {
        counties(read("counties"));
        roads(read("roads"));
        lakes(read("lakes"));
        rivers(read("rivers"));
        if (const auto rails = read("rails"); !rails.empty()) lines(LayerKind::rail, rails);
        towns(read("towns"));
        attribute();
        MapBox counties_box;
        for (const Place& place : map_.places)
            if (place.kind == PlaceKind::county) counties_box.add(place.box);
        if (!counties_box.is_empty()) map_.view = counties_box;
        std::ranges::stable_sort(map_.layers, {}, &Layer::kind);
        return std::move(map_);
    }

private:
    std::vector<Feature> read(std::string_view name)
    {
        if (stop_.stop_requested()) return {};
        const auto found = std::ranges::find(region_.layers, name, &data::MapLayer::name);
        if (found == region_.layers.end() || !found->geojson) return {};
        auto features = features_from_geojson(*found->geojson);
        if (features) return std::move(*features);
        map_.faults.push_back(fmt::format("{}: {}", name, features.error()));
        return {};
    }

    void lines(LayerKind kind, std::span<const Feature> features)
    {
        map_.layers.push_back(line_layer(kind, geometries_of(features), map_.origin));
    }

    void counties(std::span<const Feature> features)
    {
        if (features.empty()) return;
        const auto shapes = geometries_of(features);
        map_.layers.push_back(county_area_layer(shapes, map_.origin));
        geo::Geometry borders;
        borders.lines = borders_of(shapes);
        map_.layers.push_back(line_layer(LayerKind::county_edge, {&borders, 1}, map_.origin));
        map_.layers.push_back(line_layer(LayerKind::border, {&borders, 1}, map_.origin));
        for (const Feature& feature : features) {
            Place place = place_of(feature, PlaceKind::county);
            const auto known = std::ranges::find_if(region_.counties, [&](const data::County& county) {
                return fmt::format("{}", county.adcode.value) == feature.code;
            });
            if (known != region_.counties.end()) {
                place.adcode = known->adcode;
                place.name_zh = known->name_zh;
                place.name_en = known->name_en;
                if (known->label_lon != 0) place.at = geo::map_from_position({known->label_lon, known->label_lat});
            }
            map_.places.push_back(std::move(place));
        }
    }

    void roads(std::span<const Feature> features)
    {
        std::vector<Feature> sorted[3];
        for (const Feature& feature : features) {
            const bool major = feature.kind == "motorway" || feature.kind == "trunk";
            const bool minor = feature.kind == "secondary" || feature.kind == "tertiary";
            if (feature.kind == "rail") continue;
            sorted[major ? 0 : minor ? 2 : 1].push_back(feature);
        }
        constexpr LayerKind kinds[] = {LayerKind::road_major, LayerKind::road, LayerKind::road_minor};
        for (std::size_t i = 0; i < 3; ++i)
            if (!sorted[i].empty()) lines(kinds[i], sorted[i]);
    }

    void lakes(std::span<const Feature> features)
    {
        if (features.empty()) return;
        map_.layers.push_back(area_layer(LayerKind::lake_area, geometries_of(features), map_.origin));
        lines(LayerKind::lake_shore, features);
        for (const Feature& feature : features)
            if (!feature.name_zh.empty()) map_.places.push_back(place_of(feature, PlaceKind::lake));
    }

    void rivers(std::span<const Feature> features)
    {
        std::vector<Feature> major;
        std::vector<Feature> minor;
        for (const Feature& feature : features) {
            (feature.level == 1 || feature.level == 2 ? major : minor).push_back(feature);
            if (!feature.name_zh.empty()) map_.places.push_back(place_of(feature, PlaceKind::river));
        }
        if (!minor.empty()) lines(LayerKind::river_minor, minor);
        if (!major.empty()) lines(LayerKind::river_major, major);
    }

    void towns(std::span<const Feature> features)
    {
        for (const Feature& feature : features) map_.places.push_back(place_of(feature, PlaceKind::town));
    }

    void attribute()
    {
        constexpr std::string_view drawn[] = {"counties", "lakes", "rivers", "towns", "roads", "rails"};
        for (const data::MapLayer& layer : region_.layers) {
            if (std::ranges::find(drawn, layer.name) == std::end(drawn)) continue;
            add(map_.attribution_zh, layer.attribution);
            add(map_.attribution_en, layer.attribution_en.empty() ? layer.attribution : layer.attribution_en);
        }
    }
    static void add(std::string& line, const std::string& words)
    {
        if (!line.empty() && !words.empty()) line += " · ";
        line += words;
    }

    const data::Region& region_;
    std::stop_token stop_;
    BaseMap map_;
};

}  // namespace

MapBox BaseMap::box_of(data::Adcode county) const
{
    for (const Place& place : places)
        if (place.kind == PlaceKind::county && place.adcode == county) return place.box;
    return view;
}

BaseMap base_map_of(const data::Region& region, std::stop_token stop)
{
    return Maker(region, std::move(stop)).made();
}

Layer area_layer(LayerKind kind, std::span<const geo::Geometry> shapes, const geo::MapPosition& origin)
{
    Layer layer{kind, {}};
    for (const double tolerance_m : level_tolerances_m) {
        Level& level = layer.levels.emplace_back();
        level.tolerance_m = tolerance_m;
        for (const geo::Geometry& shape : shapes)
            for (const geo::Polygon& polygon : geo::simplified(shape, tolerance_m).polygons)
                add_area(level.areas, polygon, origin);
    }
    return layer;
}

Layer line_layer(LayerKind kind, std::span<const geo::Geometry> shapes, const geo::MapPosition& origin)
{
    Layer layer{kind, {}};
    for (const double tolerance_m : level_tolerances_m) {
        Level& level = layer.levels.emplace_back();
        level.tolerance_m = tolerance_m;
        for (const geo::Geometry& shape : shapes) {
            const geo::Geometry simple = geo::simplified(shape, tolerance_m);
            for (const geo::Polyline& line : simple.lines) add_line(level.lines, line.points, origin);
            for (const geo::Polygon& polygon : simple.polygons)
                for (geo::Ring ring : polygon.rings) {
                    if (!ring.empty() && !(ring.front() == ring.back())) ring.push_back(ring.front());
                    add_line(level.lines, ring, origin);
                }
        }
    }
    return layer;
}

}  // namespace xiaoan::map
