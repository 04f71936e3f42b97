#include "console/water/equipment/equipment_plan.hpp"

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
void put(Json& json, const char* key, std::int64_t number)
{
    json.Key(key);
    json.Int64(number);
}

void put_points(Json& json, const char* key, std::int64_t hundredths)
{
    json.Key(key);
    const std::string points = fmt::format("{}.{:02}", hundredths / 100, hundredths % 100);
    json.RawValue(points.data(), points.size(), rapidjson::kNumberType);
}

void put_effects(Json& json, std::span<const WaterEffect> effects)
{
    json.Key("waters");
    json.StartArray();
    for (const WaterEffect& effect : effects) {
        json.StartObject();
        put(json, "water", effect.water->code);
        put(json, "name", effect.water->name);
        json.Key("put_up");
        json.StartArray();
        for (const auto item : effect.items) json.String(item.data(), static_cast<rapidjson::SizeType>(item.size()));
        json.EndArray();
        put(json, "yuan", std::int64_t{effect.yuan});
        put(json, "score", std::int64_t{effect.score});
        put(json, "score_after", std::int64_t{effect.score_after});
        put(json, "level", word(effect.level));
        put(json, "level_after", word(effect.level_after));
        put(json, "rank", static_cast<std::int64_t>(effect.rank));
        put(json, "rank_after", static_cast<std::int64_t>(effect.rank_after));
        json.EndObject();
    }
    json.EndArray();
}

}  // namespace

std::string equipment_plan_json(const EquipmentPlan& plan, const PlanQuestion& question, const Season& season)
{
    rapidjson::StringBuffer buffer;
    Json json(buffer);
    json.StartObject();
    put(json, "season", word(season));
    put(json, "budget_yuan", question.budget_yuan);
    put(json, "spent_yuan", plan.spent_yuan);
    put_points(json, "points_off", plan.off_hundredths);
    put_points(json, "bound", plan.off_hundredths);  // the search is exact
    json.Key("proved");
    json.Bool(true);
    put(json, "bought", static_cast<std::int64_t>(plan.bought));
    put(json, "missing", static_cast<std::int64_t>(plan.missing));
    put(json, "all_yuan", plan.all_yuan);
    put(json, "unverified", static_cast<std::int64_t>(plan.unverified));
    json.Key("prices");
    json.StartObject();
    for (std::size_t i = 0; i < purchasable.size(); ++i)
        put(json, purchasable[i].data(), std::int64_t{question.prices.yuan[i]});
    json.EndObject();
    put_effects(json, plan.effects);
    json.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

std::string effects_json(std::span<const WaterEffect> effects, const Season& season)
{
    rapidjson::StringBuffer buffer;
    Json json(buffer);
    json.StartObject();
    put(json, "season", word(season));
    put_effects(json, effects);
    json.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace xiaoan::water
