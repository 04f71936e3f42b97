#include "console/water/season_calendar.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>

namespace xiaoan::water {

namespace {

using Json = rapidjson::Writer<rapidjson::StringBuffer>;

void put(Json& json, const char* key, std::string_view text)
{
    json.Key(key);
    json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void put_days(Json& json, const char* key, std::chrono::days count)
{
    json.Key(key);
    json.Int64(count.count());
}

}  // namespace

std::string season_calendar_json(data::Date as_of, const SeasonSpan& season, std::span<const CalendarSpan> ahead)
{
    rapidjson::StringBuffer buffer;
    Json json(buffer);
    json.StartObject();
    put(json, "as_of", data::iso(as_of));
    put(json, "season", season_words[static_cast<std::size_t>(season.name)]);
    put_days(json, "day", as_of - season.from + std::chrono::days{1});
    put_days(json, "days", season.to - season.from + std::chrono::days{1});
    json.Key("ahead");
    json.StartArray();
    for (const CalendarSpan& span : ahead) {
        json.StartObject();
        put(json, "part", calendar_words[static_cast<std::size_t>(span.part)]);
        put(json, "name", span.name);
        put(json, "from", data::iso(span.from));
        put(json, "to", data::iso(span.to));
        put_days(json, "in_days", std::max(span.from - as_of, std::chrono::days{0}));
        json.EndObject();
    }
    json.EndArray();
    json.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace xiaoan::water
