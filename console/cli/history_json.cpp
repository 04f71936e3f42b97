#include "console/cli/history_json.hpp"

#include "data/kinds/json_text.hpp"

namespace xiaoan::cli {

namespace {

using data::Json, data::put_text, data::put_text_or_null, data::put_value;

void put(Json& json, const data::RecordChange& record)
{
    json.StartObject();
    json.Key("kind");
    put_text(json, record.kind);
    json.Key("key");
    put_text(json, record.key);
    json.Key("fields");
    json.StartArray();
    for (const auto& field : record.fields) {
        json.StartObject();
        json.Key("field");
        put_text(json, field.field);
        json.Key("old");
        put_value(json, field.old_value);
        json.Key("new");
        put_value(json, field.new_value);
        json.EndObject();
    }
    json.EndArray();
    json.EndObject();
}

}  // namespace

std::string history_json(const std::vector<data::Change>& changes)
{
    rapidjson::StringBuffer buffer;
    Json json(buffer);
    json.StartObject();
    json.Key("changes");
    json.StartArray();
    for (const auto& change : changes) {
        json.StartObject();
        json.Key("change");
        json.Int64(change.id.value);
        json.Key("at");
        put_text(json, change.at);
        json.Key("actor");
        put_text(json, change.actor);
        json.Key("command");
        put_text(json, change.command);
        json.Key("reason");
        put_text_or_null(json, change.reason);
        json.Key("file");
        put_text_or_null(json, change.file);
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
    Json json(buffer);
    json.StartObject();
    json.Key("sound");
    json.Bool(found.sound());
    json.Key("changes");
    json.Uint64(found.changes);
    json.Key("head");
    put_text(json, found.head);
    json.Key("problems");
    json.StartArray();
    for (const auto& problem : found.problems) {
        json.StartObject();
        json.Key("what");
        put_text(json, problem.what);
        json.Key("change");
        if (problem.change)
            json.Int64(problem.change->value);
        else
            json.Null();
        json.Key("detail");
        put_text(json, problem.detail);
        json.EndObject();
    }
    json.EndArray();
    json.EndObject();
    return std::string{buffer.GetString(), buffer.GetSize()} + "\n";
}

}  // namespace xiaoan::cli
