#include "console/checks/suspects.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace xiaoan::checks {

namespace {

using Json = rapidjson::Writer<rapidjson::StringBuffer>;

void put_text(Json& json, const char* key, std::string_view text)
{
    json.Key(key);
    json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void put_suspect(Json& json, const Suspect& suspect)
{
    json.StartObject();
    put_text(json, "registration_number", suspect.registration_number);
    json.Key("score");
    json.Int(suspect.score);
    json.Key("sightings");
    json.Uint64(suspect.sightings);
    json.Key("days");
    json.Uint64(suspect.days.size());
    put_text(json, "first", data::iso(suspect.first));
    put_text(json, "last", data::iso(suspect.last));
    json.Key("signs");
    json.StartArray();
    for (const Sign& sign : suspect.signs) {
        json.StartObject();
        put_text(json, "sign", sign.sign);
        put_text(json, "value", sign.value);
        json.Key("points");
        json.Int(sign.points);
        json.EndObject();
    }
    json.EndArray();
    json.Key("resembles");
    if (suspect.resembles.empty())
        json.Null();
    else
        json.String(suspect.resembles);
    json.EndObject();
}

}  // namespace

std::string suspects_json(const Suspects& found)
{
    rapidjson::StringBuffer buffer;
    Json json(buffer);
    json.StartObject();
    json.Key("suspects");
    json.StartArray();
    for (const Suspect& suspect : found.suspects) put_suspect(json, suspect);
    json.EndArray();
    json.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace xiaoan::checks
