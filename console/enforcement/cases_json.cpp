#include "console/enforcement/case_list.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace xiaoan::enforcement {

namespace {

using Json = rapidjson::Writer<rapidjson::StringBuffer>;

void put_date(Json& json, const char* key, const data::DateCell& date)
{
    json.Key(key);
    if (date.has_date())
        json.String(data::iso(date.date()));
    else
        json.Null();
}

void put_member(Json& json, const char* key, std::string_view text)
{
    json.Key(key);
    json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void put_case(Json& json, const CaseRow& row)
{
    const data::Case& each = *row.opened;
    json.StartObject();
    put_member(json, "number", each.number);
    put_member(json, "state", data::word(each.state));
    put_member(json, "department", each.department);
    json.Key("county");
    if (each.county.given())
        json.String(std::to_string(each.county.value));
    else
        json.Null();
    json.Key("subject");
    json.StartObject();
    put_member(json, "kind", each.subject_kind);
    put_member(json, "key", each.subject_key);
    json.EndObject();
    put_member(json, "opened_on", data::iso(each.opened_on));
    put_date(json, "due_on", each.due_on);
    json.Key("overdue_days");
    json.Int(row.overdue_days);
    json.Key("rules");
    json.StartArray();
    for (const data::CaseRule& rule : each.rules) json.String(rule.rule);
    json.EndArray();
    json.Key("events");
    json.StartArray();
    for (const data::CaseEvent& event : each.events) {
        json.StartObject();
        put_member(json, "at", event.at);
        put_member(json, "what", event.what);
        put_member(json, "by", event.by);
        put_member(json, "text", event.text);
        json.EndObject();
    }
    json.EndArray();
    json.EndObject();
}

}  // namespace

std::string cases_json(std::span<const CaseRow> rows)
{
    rapidjson::StringBuffer buffer;
    Json json(buffer);
    json.StartObject();
    json.Key("cases");
    json.StartArray();
    for (const CaseRow& row : rows) put_case(json, row);
    json.EndArray();
    json.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace xiaoan::enforcement
