#include "console/water/comparison.hpp"

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

void put_count(Json& json, std::string_view key, std::size_t count)
{
    json.Key(key.data(), static_cast<rapidjson::SizeType>(key.size()));
    json.Uint64(count);
}

void put_measures(Json& json, const char* key, std::span<const std::string_view> of)
{
    json.Key(key);
    json.StartArray();
    for (const auto measure : of) json.String(measure.data(), static_cast<rapidjson::SizeType>(measure.size()));
    json.EndArray();
}

/// A number of one moment; null where the water was not ranked then.
template <class Number>
void put_of(Json& json, const char* key, const std::optional<Standing>& at, Number Standing::* member)
{
    json.Key(key);
    if (at)
        json.Int64(static_cast<std::int64_t>((*at).*member));
    else
        json.Null();
}

void put_level(Json& json, const char* key, const std::optional<Standing>& at)
{
    if (at) return put(json, key, word(at->level));
    json.Key(key);
    json.Null();
}

void put_turn(Json& json, const WaterTurn& turn)
{
    json.StartObject();
    put(json, "water", turn.water->code);
    put(json, "name", turn.water->name);
    json.Key("county");
    if (turn.water->county.given())
        json.String(std::to_string(turn.water->county.value));
    else
        json.Null();
    put(json, "turn", turn_words[static_cast<std::size_t>(turn.turn)]);
    put_of(json, "base_then", turn.then, &Standing::base);
    put_of(json, "base", turn.now, &Standing::base);
    put_of(json, "score_then", turn.then, &Standing::score);
    put_of(json, "score", turn.now, &Standing::score);
    put_level(json, "level_then", turn.then);
    put_level(json, "level", turn.now);
    put_of(json, "rank_then", turn.then, &Standing::rank);
    put_of(json, "rank", turn.now, &Standing::rank);
    put_measures(json, "closed", turn.closed);
    put_measures(json, "opened", turn.opened);
    put_measures(json, "standing", turn.standing);
    json.EndObject();
}

}  // namespace

std::string comparison_json(const Comparison& comparison, const Season& now)
{
    rapidjson::StringBuffer buffer;
    Json json(buffer);
    json.StartObject();
    put(json, "season", word(now));
    put(json, "since", data::iso(comparison.since));
    put(json, "season_then", word(comparison.then));
    json.Key("counts");
    json.StartObject();
    for (std::size_t i = 0; i < turn_words.size(); ++i)
        put_count(json, turn_words[i], comparison.count(static_cast<Turn>(i)));
    json.EndObject();
    put_count(json, "still_lacking", comparison.still_lacking());
    json.Key("waters");
    json.StartArray();
    for (const WaterTurn& turn : comparison.turns) put_turn(json, turn);
    json.EndArray();
    json.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace xiaoan::water
