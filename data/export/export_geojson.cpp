#include "data/export/export_geojson.hpp"

#include "data/export/csv_cell.hpp"
#include "data/export/place_of_record.hpp"
#include "geo/geojson.hpp"
#include "geo/number_text.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace xiaoan::data {

namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void put(Writer& json, const Value& value)
{
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        json.Int64(*whole);
    } else if (const auto* number = std::get_if<double>(&value)) {
        std::string text;
        geo::add_number(text, *number);
        json.RawValue(text.data(), text.size(), rapidjson::kNumberType);
    } else if (const auto* text = std::get_if<std::string>(&value)) {
        json.String(shielded(*text));
    } else
        json.Null();
}

void put_feature(Writer& json, const KindInfo& kind, std::span<const Value> values, const PlaceOfRecord& place)
{
    json.StartObject();
    json.Key("type");
    json.String("Feature");
    json.Key("geometry");
    if (place.geometry.is_empty()) {
        json.Null();
    } else {
        const std::string geometry = geo::geojson_from_geometry(place.geometry);
        json.RawValue(geometry.data(), geometry.size(), rapidjson::kObjectType);
    }
    json.Key("properties");
    json.StartObject();
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (place.said[i]) continue;
        const FieldInfo& field = kind.fields[i];
        const bool of_place = field.type == FieldType::longitude || field.type == FieldType::latitude ||
                              field.type == FieldType::geometry;
        if (of_place && std::holds_alternative<std::monostate>(values[i])) continue;
        json.Key(field.key.data(), static_cast<rapidjson::SizeType>(field.key.size()));
        put(json, values[i]);
    }
    json.EndObject();
    json.EndObject();
}

}  // namespace

std::string export_geojson(const Snapshot& snapshot, const KindInfo& kind, const ExportOptions& options)
{
    const PlaceFields fields(kind);
    std::string geojson = R"({"type":"FeatureCollection","features":[)";
    bool first = true;
    for_each_record(snapshot, kind, options, [&](std::span<const Value> values) {
        rapidjson::StringBuffer buffer;
        Writer json(buffer);
        put_feature(json, kind, values, place_of_record(values, fields));
        geojson += std::exchange(first, false) ? "\n" : ",\n";
        geojson.append(buffer.GetString(), buffer.GetSize());
    });
    return geojson + "\n]}\n";
}

}  // namespace xiaoan::data
