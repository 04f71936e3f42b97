#include "data/intake/gis/osm_map_layers.hpp"

#include "data/intake/container.hpp"
#include "data/intake/gis/geo_container.hpp"
#include "data/intake/gis/helper_file.hpp"
#include "geo/geojson.hpp"
#include "geo/wkt.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace xiaoan::data {

namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

constexpr std::array layer_names{"roads", "rails", "rivers", "lakes", "towns"};
enum Column : std::size_t { layer, kind, size, name_zh, name_en, column_count };

const std::string* text(const gis::Feature& feature, Column column)
{
    return std::get_if<std::string>(&feature.values[column]);
}

void put_text(Writer& json, const char* key, const std::string* text)
{
    if (text == nullptr) return;
    json.Key(key);
    json.String(*text);
}

std::string geojson_feature(const gis::Feature& feature, const geo::Geometry& geometry)
{
    rapidjson::StringBuffer buffer;
    Writer json(buffer);
    json.StartObject();
    json.Key("type");
    json.String("Feature");
    json.Key("properties");
    json.StartObject();
    put_text(json, "name_zh", text(feature, name_zh));
    put_text(json, "name_en", text(feature, name_en));
    put_text(json, "kind", text(feature, kind));
    if (const auto* number = std::get_if<std::int64_t>(&feature.values[size]); number != nullptr && *number > 0) {
        json.Key(*text(feature, layer) == "towns" ? "rank" : "level");
        json.Int64(*number);
    }
    json.EndObject();
    json.Key("geometry");
    const std::string shape = geo::geojson_from_geometry(geometry);
    json.RawValue(shape.data(), shape.size(), rapidjson::kObjectType);
    json.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

std::optional<geo::Geometry> geometry_of(const gis::Feature& feature)
{
    if (feature.point) return geo::geometry_of(*feature.point);
    auto read = geo::geometry_from_wkt(feature.wkt);
    if (!read || read->is_empty()) return std::nullopt;  // a way whose nodes the file does not hold
    return std::move(*read);
}

std::unique_ptr<FeatureFile> opened(std::string_view bytes)
{
    const bool packed = is_osm_pbf(bytes);
    if (!packed && xml_root(bytes).has_document_type) throw IntakeFault(FaultCode::document_type, {"OpenStreetMap"});
    const std::string format = packed ? "pbf-map" : "osm-map";
    HelperInput input{.format = format, .parts = {}, .bytes = bytes.size()};
    try {
        input.parts.emplace_back(format, gis::MemoryFile(bytes));
    } catch (const gis::HelperFault& fault) {
        throw intake_fault(fault);
    }
    return open_with_helper(std::move(input), {});
}

}  // namespace

bool is_osm_map(std::string_view bytes)
{
    if (is_osm_pbf(bytes)) return true;
    return container_of(bytes) == Container::xml && xml_root(bytes).name == "osm";
}

OsmMapLayers osm_map_layers(std::string_view bytes, const geo::Box& box)
{
    const auto file = opened(bytes);
    OsmMapLayers layers;
    for (const char* name : layer_names) layers.emplace(name, "");
    const auto reader = file->open(0);
    for (gis::Feature feature; reader->next(feature);) {
        if (feature.values.size() != column_count || text(feature, layer) == nullptr)
            throw IntakeFault(FaultCode::geodata_damaged, {std::to_string(feature.number)});
        const auto geometry = geometry_of(feature);
        const auto found = layers.find(*text(feature, layer));
        if (!geometry || found == layers.end() || !geo::bounding_box(*geometry).touches(box)) continue;
        if (!found->second.empty()) found->second += ",\n";
        found->second += geojson_feature(feature, *geometry);
    }
    for (auto& [name, features] : layers)
        features = "{\"type\":\"FeatureCollection\",\"features\":[\n" + features + "\n]}\n";
    return layers;
}

}  // namespace xiaoan::data
