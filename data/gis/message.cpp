#include "data/gis/message.hpp"

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <array>
#include <cmath>
#include <span>
#include <utility>

namespace xiaoan::data::gis {

namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;
using Json = rapidjson::Value;

void put(Writer& json, std::string_view text)
{
    json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void key(Writer& json, std::string_view name)
{
    json.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
}

void member(Writer& json, std::string_view name, std::string_view text)
{
    key(json, name);
    put(json, text);
}

void member(Writer& json, std::string_view name, bool is_so)
{
    key(json, name);
    json.Bool(is_so);
}

struct PutValue {
    Writer& json;
    void operator()(std::monostate) const { json.Null(); }
    void operator()(bool value) const { json.Bool(value); }
    void operator()(std::int64_t value) const { json.Int64(value); }
    void operator()(double value) const
    {
        if (std::isfinite(value))
            json.Double(value);
        else
            json.Null();
    }
    void operator()(const std::string& text) const { put(json, text); }
};

std::string finished(const rapidjson::StringBuffer& buffer)
{
    return std::string{buffer.GetString(), buffer.GetSize()} + "\n";
}

void put(Writer& json, const FeatureLayer& layer)
{
    json.StartObject();
    member(json, "name", layer.name);
    key(json, "columns");
    json.StartArray();
    for (const std::string& column : layer.columns) put(json, column);
    json.EndArray();
    member(json, "points", layer.points);
    member(json, "lines", layer.lines);
    member(json, "areas", layer.areas);
    member(json, "crs", layer.crs);
    member(json, "rough", layer.rough);
    json.EndObject();
}

const Json* find(const Json& object, const char* name)
{
    const auto found = object.FindMember(name);
    return found != object.MemberEnd() ? &found->value : nullptr;
}

std::string text_of(const Json& object, const char* name)
{
    const Json* value = find(object, name);
    return value != nullptr && value->IsString() ? std::string{value->GetString(), value->GetStringLength()}
                                                 : std::string{};
}

bool is_true(const Json& object, const char* name)
{
    const Json* value = find(object, name);
    return value != nullptr && value->IsTrue();
}

std::optional<double> number_of(const Json& object, const char* name)
{
    const Json* value = find(object, name);
    return value != nullptr && value->IsNumber() ? std::optional{value->GetDouble()} : std::nullopt;
}

FeatureValue value_of(const Json& value)
{
    if (value.IsBool()) return value.GetBool();
    if (value.IsInt64()) return value.GetInt64();
    if (value.IsNumber()) return value.GetDouble();
    if (value.IsString()) return std::string{value.GetString(), value.GetStringLength()};
    return {};
}

FeatureLayer layer_of(const Json& object)
{
    FeatureLayer layer{.name = text_of(object, "name"),
                       .columns = {},
                       .points = is_true(object, "points"),
                       .lines = is_true(object, "lines"),
                       .areas = is_true(object, "areas"),
                       .crs = text_of(object, "crs"),
                       .rough = is_true(object, "rough")};
    if (const Json* columns = find(object, "columns"); columns != nullptr && columns->IsArray())
        for (const Json& column : columns->GetArray())
            layer.columns.emplace_back(column.IsString() ? column.GetString() : "");
    return layer;
}

Feature feature_of(const Json& object, const Json& values)
{
    Feature feature;
    if (const Json* number = find(object, "n"); number != nullptr && number->IsUint())
        feature.number = number->GetUint();
    feature.values.reserve(values.Size());
    for (const Json& value : values.GetArray()) feature.values.push_back(value_of(value));
    const auto lon = number_of(object, "lon"), lat = number_of(object, "lat");
    if (lon && lat) feature.point = {*lon, *lat};
    feature.wkt = text_of(object, "wkt");
    feature.fault = text_of(object, "fault");
    return feature;
}

constexpr std::array<std::string_view, 4> shapes{"point", "line", "area", "any"};
constexpr std::array<std::string_view, 3> types{"text", "whole", "number"};

/// Which of the words it is; the last where it is none.
template <class Enum>
Enum word_of(std::span<const std::string_view> words, std::string_view word)
{
    std::size_t at = 0;
    while (at + 1 < words.size() && words[at] != word) ++at;
    return static_cast<Enum>(at);
}

TableLayer table_of(const Json& object)
{
    TableLayer table{.name = text_of(object, "name"),
                     .title = text_of(object, "title"),
                     .shape = word_of<TableLayer::Shape>(shapes, text_of(object, "shape")),
                     .columns = {},
                     .style_name = text_of(object, "style_name"),
                     .style_qml = text_of(object, "style_qml"),
                     .written_at = text_of(object, "written_at")};
    if (const Json* columns = find(object, "columns"); columns != nullptr && columns->IsArray())
        for (const Json& column : columns->GetArray())
            if (column.IsObject())
                table.columns.push_back(
                    {text_of(column, "name"), word_of<TableLayer::ColumnType>(types, text_of(column, "type"))});
    return table;
}

}  // namespace

std::string line_of(const LayerList& list)
{
    rapidjson::StringBuffer buffer;
    Writer json(buffer);
    json.StartObject();
    key(json, "layers");
    json.StartArray();
    for (const FeatureLayer& layer : list.layers) put(json, layer);
    json.EndArray();
    json.EndObject();
    return finished(buffer);
}

void append_line(std::string& text, const Feature& feature)
{
    rapidjson::StringBuffer buffer;
    Writer json(buffer);
    json.StartObject();
    key(json, "n");
    json.Uint(feature.number);
    key(json, "v");
    json.StartArray();
    for (const FeatureValue& value : feature.values) std::visit(PutValue{json}, value);
    json.EndArray();
    if (feature.point) {
        key(json, "lon");
        PutValue{json}(feature.point->lon);
        key(json, "lat");
        PutValue{json}(feature.point->lat);
    }
    if (!feature.wkt.empty()) member(json, "wkt", feature.wkt);
    if (!feature.fault.empty()) member(json, "fault", feature.fault);
    json.EndObject();
    text.append(buffer.GetString(), buffer.GetSize());
    text += '\n';
}

std::string line_of(const TableLayer& table)
{
    rapidjson::StringBuffer buffer;
    Writer json(buffer);
    json.StartObject();
    key(json, "table");
    json.StartObject();
    member(json, "name", table.name);
    member(json, "title", table.title);
    member(json, "shape", shapes[static_cast<std::size_t>(table.shape)]);
    key(json, "columns");
    json.StartArray();
    for (const TableLayer::Column& column : table.columns) {
        json.StartObject();
        member(json, "name", column.name);
        member(json, "type", types[static_cast<std::size_t>(column.type)]);
        json.EndObject();
    }
    json.EndArray();
    member(json, "style_name", table.style_name);
    member(json, "style_qml", table.style_qml);
    member(json, "written_at", table.written_at);
    json.EndObject();
    json.EndObject();
    return finished(buffer);
}

std::string line_of(const EndOfFeatures& end)
{
    return R"({"end":)" + std::to_string(end.count) + "}\n";
}

std::string line_of(const HelperFailure& failure)
{
    rapidjson::StringBuffer buffer;
    Writer json(buffer);
    json.StartObject();
    member(json, "error", failure.code);
    member(json, "detail", failure.detail);
    json.EndObject();
    return finished(buffer);
}

std::optional<Message> message_of(std::string_view line)
{
    rapidjson::Document document;
    constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseFullPrecisionFlag;
    document.Parse<flags>(line.data(), line.size());
    if (document.HasParseError() || !document.IsObject()) return std::nullopt;
    if (const Json* values = find(document, "v"); values != nullptr && values->IsArray())
        return feature_of(document, *values);
    if (const Json* end = find(document, "end"); end != nullptr && end->IsUint()) return EndOfFeatures{end->GetUint()};
    if (const Json* layers = find(document, "layers"); layers != nullptr && layers->IsArray()) {
        LayerList list;
        for (const Json& layer : layers->GetArray())
            if (layer.IsObject()) list.layers.push_back(layer_of(layer));
        return list;
    }
    if (const Json* table = find(document, "table"); table != nullptr && table->IsObject()) return table_of(*table);
    if (find(document, "error") != nullptr)
        return HelperFailure{text_of(document, "error"), text_of(document, "detail")};
    return std::nullopt;
}

}  // namespace xiaoan::data::gis
