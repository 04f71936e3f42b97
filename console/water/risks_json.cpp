#include "console/water/risks.hpp"

#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace xiaoan::water {

namespace {

using Json = rapidjson::Writer<rapidjson::StringBuffer>;

void put_text(Json& json, const char* key, std::string_view text)
{
    json.Key(key);
    json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void put_risk(Json& json, const WaterRisk& risk)
{
    json.StartObject();
    put_text(json, "water", risk.water->code);
    put_text(json, "name", risk.water->name);
    json.Key("county");
    if (risk.water->county.given())
        json.String(std::to_string(risk.water->county.value));
    else
        json.Null();
    json.Key("base");
    json.Int(risk.score.base);
    json.Key("score");
    json.Int(risk.score.score);
    put_text(json, "level", word(risk.score.level));
    json.Key("completeness");
    json.Int(risk.score.completeness);
    json.Key("reasons");
    json.StartArray();
    for (const RiskLine& line : risk.score.lines) {
        json.StartObject();
        put_text(json, "factor", line.factor);
        put_text(json, "value", line.value);
        json.Key("points");
        json.Int(line.points);
        json.EndObject();
    }
    json.EndArray();
    json.Key("schools");
    json.StartArray();
    for (const SchoolNear& near : risk.schools) {
        json.StartObject();
        put_text(json, "school", near.school->code);
        json.Key("distance_m");
        const std::string metres = fmt::format("{:.3f}", near.distance_m);
        json.RawValue(metres.data(), metres.size(), rapidjson::kNumberType);
        json.EndObject();
    }
    json.EndArray();
    json.EndObject();
}

}  // namespace

std::string risks_json(const std::vector<WaterRisk>& risks, const Season& season)
{
    rapidjson::StringBuffer buffer;
    Json json(buffer);
    json.StartObject();
    put_text(json, "season", word(season));
    json.Key("waters");
    json.StartArray();
    for (const WaterRisk& risk : risks) put_risk(json, risk);
    json.EndArray();
    json.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace xiaoan::water
