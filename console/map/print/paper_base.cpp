#include "console/map/print/paper_base.hpp"

#include "console/map/borders.hpp"
#include "console/map/features.hpp"

#include <algorithm>
#include <charconv>

namespace xiaoan::map {

namespace {

std::vector<Feature> features_of(const data::Region& region, std::string_view layer)
{
    const auto found = std::ranges::find(region.layers, layer, &data::MapLayer::name);
    if (found == region.layers.end() || !found->geojson) return {};
    return features_from_geojson(*found->geojson).value_or(std::vector<Feature>{});
}

PaperShape shape_of(PaperLayer layer, const geo::Geometry& geometry)
{
    PaperShape shape{.layer = layer, .box = {}, .parts = map_parts_of(geometry)};
    for (const auto& part : shape.parts)
        for (const auto& at : part) shape.box.add(at);
    return shape;
}

data::Adcode adcode_in(const std::string& text)
{
    data::Adcode code;
    std::from_chars(text.data(), text.data() + text.size(), code.value);
    return code;
}

PaperLayer river_layer(const Feature& feature)
{
    return feature.level == 1 || feature.level == 2 ? PaperLayer::river_major : PaperLayer::river_minor;
}

class Reading {
public:
    explicit Reading(const data::Region& region) : region_(region) {}

    PaperBase base()
    {
        counties();
        add("lakes", [](const Feature&) { return PaperLayer::lake; });
        add("roads", [](const Feature&) { return PaperLayer::road; });
        add("rivers", river_layer);
        add("rails", [](const Feature&) { return PaperLayer::rail; });
        towns();
        std::ranges::stable_sort(made_.shapes, {}, &PaperShape::layer);
        attribute();
        return std::move(made_);
    }

private:
    void counties()
    {
        std::vector<geo::Geometry> areas;
        for (const Feature& feature : features_of(region_, "counties")) {
            PaperShape shape = shape_of(PaperLayer::county, feature.geometry);
            shape.county = adcode_in(feature.code);
            if (const data::County* county = region_.county(shape.county))
                made_.names.push_back({PaperName::Kind::county, county->name_zh, county->name_en,
                                       geo::map_from_position({county->label_lon, county->label_lat})});
            made_.shapes.push_back(std::move(shape));
            areas.push_back(feature.geometry);
        }
        for (geo::Polyline& line : borders_of(areas))
            made_.shapes.push_back(shape_of(PaperLayer::border, geo::geometry_of(std::move(line))));
    }

    template <class LayerOf>
    void add(std::string_view name, LayerOf layer_of)
    {
        for (const Feature& feature : features_of(region_, name))
            made_.shapes.push_back(shape_of(layer_of(feature), feature.geometry));
    }

    void towns()
    {
        for (const Feature& feature : features_of(region_, "towns"))
            if (!feature.geometry.points.empty() && !feature.name_zh.empty())
                made_.names.push_back({PaperName::Kind::town, feature.name_zh,
                                       feature.name_en.empty() ? feature.name_zh : feature.name_en,
                                       geo::map_from_position(feature.geometry.points.front()), feature.rank});
    }

    void attribute()
    {
        for (const data::MapLayer& layer : region_.layers) {
            constexpr std::string_view drawn[] = {"counties", "lakes", "rivers", "towns", "roads", "rails"};
            if (!layer.geojson || std::ranges::find(drawn, layer.name) == std::end(drawn)) continue;
            append(made_.attribution_zh, layer.attribution);
            append(made_.attribution_en, layer.attribution_en.empty() ? layer.attribution : layer.attribution_en);
        }
    }
    static void append(std::string& line, const std::string& words)
    {
        if (!line.empty() && !words.empty()) line += " · ";
        line += words;
    }

    const data::Region& region_;
    PaperBase made_;
};

}  // namespace

MapBox PaperBase::box_of(data::Adcode county) const
{
    MapBox all, one;
    for (const PaperShape& shape : shapes) {
        if (shape.layer != PaperLayer::county) continue;
        all.add(shape.box);
        if (county.given() && shape.county == county) one.add(shape.box);
    }
    return one.is_empty() ? all : one;
}

PaperBase paper_base_of(const data::Region& region)
{
    return Reading(region).base();
}

std::vector<std::vector<geo::MapPosition>> map_parts_of(const geo::Geometry& geometry)
{
    std::vector<std::vector<geo::MapPosition>> parts;
    const auto add = [&](const std::vector<geo::Position>& positions) {
        auto& part = parts.emplace_back();
        part.reserve(positions.size());
        for (const geo::Position& each : positions) part.push_back(geo::map_from_position(each));
    };
    for (const geo::Polygon& polygon : geometry.polygons)
        for (const geo::Ring& ring : polygon.rings) add(ring);
    for (const geo::Polyline& line : geometry.lines) add(line.points);
    return parts;
}

}  // namespace xiaoan::map
