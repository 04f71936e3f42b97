#include "console/map/features.hpp"

#include "geo/geojson.hpp"

#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace xiaoan::map {

namespace {

std::string text_of(const rapidjson::Value& properties, const char* key)
{
    const auto member = properties.FindMember(key);
    if (member == properties.MemberEnd()) return {};
    if (member->value.IsString()) return {member->value.GetString(), member->value.GetStringLength()};
    if (member->value.IsInt64()) return fmt::format("{}", member->value.GetInt64());
    return {};
}

int number_of(const rapidjson::Value& properties, const char* key)
{
    const auto member = properties.FindMember(key);
    return member != properties.MemberEnd() && member->value.IsInt() ? member->value.GetInt() : 0;
}

Feature with_properties(const rapidjson::Value& properties)
{
    Feature feature;
    feature.name_zh = text_of(properties, "name_zh");
    feature.name_en = text_of(properties, "name_en");
    feature.kind = text_of(properties, "kind");
    for (const char* key : {"code", "adcode"})
        if (feature.code.empty()) feature.code = text_of(properties, key);
    feature.rank = number_of(properties, "rank");
    feature.level = number_of(properties, "level");
    return feature;
}

}  // namespace

std::expected<std::vector<Feature>, std::string> features_from_geojson(std::string_view text)
{
    rapidjson::Document document;
    document.Parse<rapidjson::kParseIterativeFlag>(text.data(), text.size());
    if (document.HasParseError())
        return std::unexpected(fmt::format("no JSON, from byte {} on", document.GetErrorOffset()));
    if (!document.IsObject() || !document.HasMember("features") || !document["features"].IsArray())
        return std::unexpected("no list of features");

    std::vector<Feature> features;
    features.reserve(document["features"].Size());
    for (const auto& each : document["features"].GetArray()) {
        if (!each.IsObject() || !each.HasMember("geometry") || !each["geometry"].IsObject()) continue;
        // The one reader of geometry checks it; writing it out again for that costs some milliseconds a region.
        rapidjson::StringBuffer buffer;
        rapidjson::Writer writer(buffer);
        each["geometry"].Accept(writer);
        auto geometry = geo::geometry_from_geojson({buffer.GetString(), buffer.GetSize()});
        if (!geometry) return std::unexpected(fmt::format("feature {}: {}", features.size() + 1, geometry.error()));
        Feature feature;
        if (each.HasMember("properties") && each["properties"].IsObject())
            feature = with_properties(each["properties"]);
        feature.geometry = std::move(*geometry);
        features.push_back(std::move(feature));
    }
    return features;
}

}  // namespace xiaoan::map
