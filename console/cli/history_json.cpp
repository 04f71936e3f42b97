#include "console/cli/history_json.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace xiaoan::cli {

namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void put(Writer& json, std::string_view text)
{
    json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void put_or_null(Writer& json, std::string_view text)
{
    if (text.empty())
        json.Null();
    else
        put(json, text);
}

void put(Writer& json, const data::Value& value)
{
    if (const auto* text = std::get_if<std::string>(&value))
        put(json, std::string_view{*text});
    else if (const auto* whole = std::get_if<std::int64_t>(&value))
        json.Int64(*whole);
    else if (const auto* number = std::get_if<double>(&value))
        json.Double(*number);
    else
        json.Null();
}

void put(Writer& json, const data::RecordChange& record)
{
    json.StartObject();
    json.Key("kind");
    put(json, std::string_view{record.kind});
    json.Key("key");
    put(json, std::string_view{record.key});
    json.Key("fields");
    json.StartArray();
    for (const auto& field : record.fields) {
        json.StartObject();
        json.Key("field");
        put(json, std::string_view{field.field});
        json.Key("old");
        put(json, field.old_value);
        json.Key("new");
        put(json, field.new_value);
        json.EndObject();
    }
    json.EndArray();
    json.EndObject();
}

}  // namespace

std::string history_json(const std::vector<data::Change>& changes)
{
    rapidjson::StringBuffer buffer;
    Writer json(buffer);
    json.StartObject();
    json.Key("changes");
    json.StartArray();
    for (const auto& change : changes) {
        json.StartObject();
        json.Key("change");
        json.Int64(change.id.value);
        json.Key("at");
        put(json, std::string_view{change.at});
        json.Key("actor");
        put(json, std::string_view{change.actor});
        json.Key("command");
        put(json, std::string_view{change.command});
        json.Key("reason");
        put_or_null(json, change.reason);
        json.Key("file");
        put_or_null(json, change.file);
        json.Key("records");
        json.StartArray();
        for (const auto& record : change.records) put(json, record);
        json.EndArray();
        json.EndObject();
    }
    json.EndArray();
    json.EndObject();
    return std::string{buffer.GetString(), buffer.GetSize()} + "\n";
}

std::string verification_json(const data::Verification& found)
{
    rapidjson::StringBuffer buffer;
    Writer json(buffer);
    json.StartObject();
    json.Key("sound");
    json.Bool(found.sound());
    json.Key("changes");
    json.Uint64(found.changes);
    json.Key("head");
    put(json, std::string_view{found.head});
    json.Key("problems");
    json.StartArray();
    for (const auto& problem : found.problems) {
        json.StartObject();
        json.Key("what");
        put(json, std::string_view{problem.what});
        json.Key("change");
        if (problem.change)
            json.Int64(problem.change->value);
        else
            json.Null();
        json.Key("detail");
        put(json, std::string_view{problem.detail});
        json.EndObject();
    }
    json.EndArray();
    json.EndObject();
    return std::string{buffer.GetString(), buffer.GetSize()} + "\n";
}

}  // namespace xiaoan::cli
