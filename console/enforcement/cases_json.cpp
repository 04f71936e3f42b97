#include "console/enforcement/cases_json.hpp"

#include "data/kinds/json_text.hpp"

#include <rapidjson/document.h>

namespace xiaoan::enforcement {

namespace {

using data::Json, data::put_date, data::put_member, data::put_member_or_null;
using supervision::CaseRow;

void put_adcode(Json& json, data::Adcode county)
{
    json.Key("county");
    if (county.given())
        json.String(std::to_string(county.value));
    else
        json.Null();
}

void put_events(Json& json, const data::Case& of, bool full)
{
    json.Key("events");
    json.StartArray();
    for (const data::CaseEvent& event : of.events) {
        json.StartObject();
        put_member(json, "at", event.at);
        put_member(json, "what", event.what);
        put_member(json, "by", event.by);
        put_member(json, "text", event.text);
        if (full) {
            put_member(json, "on", data::iso(data::day_of(event)));
            put_date(json, "due_on", event.due_on);
            put_member_or_null(json, "document", event.document);
            json.Key("finding_stands");
            if (event.stands == data::Answer::not_given)
                json.Null();
            else
                json.Bool(event.stands == data::Answer::yes);
        }
        json.EndObject();
    }
    json.EndArray();
}

/// Evidence was frozen as JSON; what is no such is left out as null.
void put_evidence(Json& json, const std::string& evidence)
{
    rapidjson::Document document;
    document.Parse<rapidjson::kParseIterativeFlag>(evidence.data(), evidence.size());
    json.Key("evidence");
    if (document.HasParseError())
        json.Null();
    else
        document.Accept(json);
}

void put_parts(Json& json, const data::Case& of)
{
    json.Key("findings");
    json.StartArray();
    for (const data::CaseRule& rule : of.rules) {
        json.StartObject();
        put_member(json, "rule", rule.rule);
        put_member(json, "basis", rule.basis);
        put_member(json, "text", rule.text);
        put_date(json, "added_on", rule.added_on);
        put_evidence(json, rule.evidence);
        json.EndObject();
    }
    json.EndArray();
    json.Key("addressees");
    json.StartArray();
    for (const data::CaseAddressee& each : of.addressees) {
        json.StartObject();
        put_member(json, "role", each.copy ? "copy" : "to");
        put_member(json, "name", each.name);
        json.EndObject();
    }
    json.EndArray();
    json.Key("attachments");
    json.StartArray();
    for (const data::CaseAttachment& each : of.attachments) {
        json.StartObject();
        json.Key("event");
        json.Int64(each.event);
        put_member(json, "name", each.name);
        json.Key("size");
        json.Int64(each.size);
        put_member(json, "sha256", each.sha256);
        json.EndObject();
    }
    json.EndArray();
}

/// What the letter of the contract does not have.
void put_rest(Json& json, const CaseRow& row, data::Date as_of)
{
    const data::Case& of = *row.opened;
    put_member_or_null(json, "matter", of.matter);
    put_date(json, "sent_on", of.sent_on);
    put_date(json, "closed_on", of.closed_on);
    put_member_or_null(json, "reason", of.close_reason);
    put_member_or_null(json, "item", of.item);
    put_member_or_null(json, "meeting", of.meeting);
    put_member(json, "standing", data::word(row.standing));
    put_member(json, "next", data::word(row.next));
    put_member(json, "waiting_for", data::word(supervision::waiting_for(row.next)));
    json.Key("urged");
    json.Int(supervision::times(of, data::CaseStep::urged, as_of));
    put_parts(json, of);
}

void put_case(Json& json, const CaseRow& row, data::Date as_of, bool full)
{
    const data::Case& each = *row.opened;
    json.StartObject();
    put_member(json, "number", each.number);
    put_member(json, "state", data::word(each.state));
    put_member(json, "department", each.department);
    put_adcode(json, each.county);
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
    put_events(json, each, full);
    if (full) put_rest(json, row, as_of);
    json.EndObject();
}

void put_count(Json& json, const char* key, std::size_t count)
{
    json.Key(key);
    json.Uint64(count);
}

void put_load(Json& json, const supervision::CaseLoad& load)
{
    json.StartObject();
    put_member_or_null(json, "department", load.department);
    put_adcode(json, load.county);
    put_count(json, "living", load.living);
    put_count(json, "bureau", load.bureau);
    put_count(json, "overdue", load.overdue);
    put_count(json, "urged", load.urged);
    put_count(json, "escalated", load.escalated);
    put_count(json, "opened", load.opened);
    put_count(json, "closed", load.closed);
    put_count(json, "cancelled", load.cancelled);
    put_count(json, "rectified", load.days.size());
    json.Key("median_days");
    if (const auto median = load.median_days())
        json.Double(*median);
    else
        json.Null();
    json.EndObject();
}

void put_loads(Json& json, const char* key, std::span<const supervision::CaseLoad> loads)
{
    json.Key(key);
    json.StartArray();
    for (const auto& load : loads) put_load(json, load);
    json.EndArray();
}

}  // namespace

std::string cases_json(std::span<const CaseRow> rows, data::Date as_of, bool full)
{
    rapidjson::StringBuffer buffer;
    Json json(buffer);
    json.StartObject();
    json.Key("cases");
    json.StartArray();
    for (const CaseRow& row : rows) put_case(json, row, as_of, full);
    json.EndArray();
    json.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

std::string case_report_json(const supervision::CaseReport& report, std::span<const supervision::DueDay> calendar)
{
    rapidjson::StringBuffer buffer;
    Json json(buffer);
    json.StartObject();
    put_member(json, "from", data::iso(report.from));
    put_member(json, "as_of", data::iso(report.as_of));
    json.Key("total");
    put_load(json, report.total);
    put_loads(json, "counties", report.counties);
    put_loads(json, "loads", report.loads);
    json.Key("calendar");
    json.StartArray();
    for (const auto& day : calendar) {
        json.StartObject();
        put_member(json, "date", data::iso(day.date));
        json.Key("works");
        if (day.works)
            json.Bool(*day.works);
        else
            json.Null();
        put_count(json, "due", day.due);
        json.EndObject();
    }
    json.EndArray();
    json.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace xiaoan::enforcement
