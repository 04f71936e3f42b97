#include "console/checks/plan/check_plan.hpp"

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

void put_number(Json& json, const char* key, double value)
{
    json.Key(key);
    json.Double(value);
}

void put_stand(Json& json, const PlannedStand& stand)
{
    json.StartObject();
    json.Key("team");
    json.Uint64(stand.team);
    put_text(json, "from", data::hh_mm(stand.from));
    put_text(json, "to", data::hh_mm(stand.to));
    json.Key("place");
    json.StartObject();
    put_text(json, "name", stand.place.name);
    put_number(json, "lon", stand.place.at.lon);
    put_number(json, "lat", stand.place.at.lat);
    json.EndObject();
    json.Key("sees");
    json.StartArray();
    for (const ExpectedBus& bus : stand.sees) json.String(bus.registration_number);
    json.EndArray();
    if (stand.late_min > 0) {
        json.Key("late_min");
        json.Int(stand.late_min);
    }
    json.EndObject();
}

}  // namespace

std::string check_plan_json(const CheckPlan& plan)
{
    rapidjson::StringBuffer buffer;
    Json json(buffer);
    json.StartObject();
    json.Key("plan");
    json.StartArray();
    for (const PlannedStand& stand : plan.stands) put_stand(json, stand);
    json.EndArray();
    json.Key("covered");
    json.Uint64(plan.covered);
    json.Key("of");
    json.Uint64(plan.of);
    json.Key("weight");
    json.Int(plan.weight);
    put_number(json, "bound", plan.bound);
    json.Key("proved");
    json.Bool(plan.proved);
    json.Key("unmet");
    json.StartArray();
    for (const UnmetBus& bus : plan.unmet) {
        json.StartObject();
        put_text(json, "registration_number", bus.registration_number);
        put_text(json, "why", word_of(bus.why));
        json.EndObject();
    }
    json.EndArray();
    if (plan.no_school) put_text(json, "no_school", rules::word_of(*plan.no_school));
    json.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace xiaoan::checks
