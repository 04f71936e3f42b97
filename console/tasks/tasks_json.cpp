#include "console/tasks/task_ledger.hpp"

#include "data/kinds/json_text.hpp"

namespace xiaoan::tasks {

namespace {

using data::Json, data::put_date, data::put_member;

void put_row(Json& json, const TaskRow& row, language::Language language)
{
    json.StartObject();
    put_member(json, "item", row.item->item);
    put_member(json, "county", std::to_string(row.county.value));
    put_member(json, "title", title(*row.item, language));
    put_date(json, "due_on", row.item->due_on);
    json.Key("lasting");
    json.Bool(row.item->lasting);
    const auto state = row.progress != nullptr ? data::word(row.progress->state) : std::string_view{};
    if (state.empty()) {
        json.Key("state");
        json.Null();
    } else
        put_member(json, "state", state);
    put_date(json, "done_on", row.progress != nullptr ? row.progress->done_on : data::DateCell{});
    json.Key("overdue");
    json.Bool(row.overdue);
    json.Key("evidence");
    json.StartArray();
    for (const TaskEvidence& each : row.evidence) {
        json.StartObject();
        put_member(json, "what", each.what);
        put_member(json, "value", each.value);
        json.EndObject();
    }
    json.EndArray();
    json.EndObject();
}

}  // namespace

std::string tasks_json(std::span<const TaskRow> rows, data::Date as_of, language::Language language)
{
    rapidjson::StringBuffer buffer;
    Json json(buffer);
    json.StartObject();
    put_member(json, "as_of", data::iso(as_of));
    json.Key("tasks");
    json.StartArray();
    for (const TaskRow& row : rows) put_row(json, row, language);
    json.EndArray();
    json.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace xiaoan::tasks
