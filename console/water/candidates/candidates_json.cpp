#include "console/water/candidates/candidates.hpp"

#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace xiaoan::water {

namespace {

using Json = rapidjson::Writer<rapidjson::StringBuffer>;

void put(Json& json, const char* key, std::string_view text)
{
    json.Key(key);
    json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}
void put_number(Json& json, const char* key, const std::string& number)
{
    json.Key(key);
    json.RawValue(number.data(), number.size(), rapidjson::kNumberType);
}

void put_candidate(Json& json, const Candidate& water)
{
    json.StartObject();
    put(json, "code", water.code);
    put(json, "layer", water.layer);
    put(json, "name", water.name);
    put(json, "kind", data::word(water.kind));
    put(json, "county", std::to_string(water.county.value));
    put(json, "school", water.nearest->code);
    put_number(json, "distance_m", fmt::format("{:.3f}", water.distance_m));
    put_number(json, "schools", std::to_string(water.schools));
    put_number(json, "pupils", std::to_string(water.pupils));
    put_number(json, "lon", fmt::format("{:.6f}", water.at.lon));
    put_number(json, "lat", fmt::format("{:.6f}", water.at.lat));
    put(json, "attribution", water.attribution_zh);
    json.EndObject();
}

}  // namespace

std::string candidates_json(const std::vector<Candidate>& candidates, const CandidateQuestion& question,
                            data::Date as_of)
{
    rapidjson::StringBuffer buffer;
    Json json(buffer);
    json.StartObject();
    put(json, "as_of", data::iso(as_of));
    put_number(json, "within_m", fmt::format("{:g}", question.within_m));
    json.Key("candidates");
    json.StartArray();
    for (const Candidate& each : candidates) put_candidate(json, each);
    json.EndArray();
    json.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace xiaoan::water
