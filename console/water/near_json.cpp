#include "console/water/exposure.hpp"

#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace xiaoan::water {

namespace {

using Json = rapidjson::Writer<rapidjson::StringBuffer>;

void put_number(Json& json, std::string_view digits)
{
    json.RawValue(digits.data(), digits.size(), rapidjson::kNumberType);
}

}  // namespace

std::string near_json(const Exposures& exposures, data::Date as_of)
{
    rapidjson::StringBuffer buffer;
    Json json(buffer);
    json.StartObject();
    json.Key("as_of");
    json.String(data::iso(as_of));
    json.Key("within_m");
    put_number(json, fmt::format("{}", exposures.within_m));
    json.Key("pairs");
    json.StartArray();
    for (const Exposure& pair : exposures.pairs) {
        json.StartObject();
        json.Key("school");
        json.String(pair.school->code);
        json.Key("water");
        json.String(pair.water->code);
        json.Key("distance_m");
        put_number(json, fmt::format("{:.3f}", pair.distance_m));
        json.Key("inside");
        json.Bool(pair.inside);
        json.EndObject();
    }
    json.EndArray();
    json.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace xiaoan::water
