#include "console/conflicts/conflicts_json.hpp"

#include "console/conflicts/conflict_words.hpp"
#include "data/kinds/json_text.hpp"

#include <fmt/format.h>

namespace xiaoan::conflicts {

namespace {

using data::Json, data::put_member, data::put_text, data::put_text_or_null, data::put_value;

void put_side(Json& json, std::string_view name, const data::Snapshot& snapshot, const ConflictSide& side)
{
    put_text(json, name);
    json.StartObject();
    put_member(json, "kind", side.kind->key);
    put_member(json, "key", side.key);
    put_text(json, "name");
    put_text_or_null(json, side.name);
    put_text(json, "source");
    if (const data::Source* source = snapshot.source(side.origin); source != nullptr) {
        json.StartObject();
        put_member(json, "file", source->file);
        put_text(json, "sheet");
        put_text_or_null(json, source->sheet);
        put_text(json, "row");
        json.Int(side.origin.row);
        json.EndObject();
    } else {
        json.Null();
    }
    json.EndObject();
}

void put_fields(Json& json, const Conflict& conflict)
{
    put_text(json, "fields");
    json.StartArray();
    for (const ComparedField& field : conflict.fields) {
        json.StartObject();
        put_member(json, "field", conflict.first.kind->fields[field.first_field].key);
        put_text(json, "first");
        put_value(json, field.first);
        put_text(json, "second");
        put_value(json, field.second);
        put_text(json, "differs");
        json.Bool(field.differs);
        json.EndObject();
    }
    json.EndArray();
}

void put_conflict(Json& json, const data::Snapshot& snapshot, const Conflict& conflict, language::Language language)
{
    json.StartObject();
    put_member(json, "id", conflict.id);
    put_member(json, "rule", word(conflict.rule));
    put_text(json, "county");
    put_text_or_null(json, conflict.county.given() ? fmt::format("{}", conflict.county.value) : std::string{});
    put_member(json, "text", rule_text(conflict.rule, language));
    put_side(json, "first", snapshot, conflict.first);
    put_side(json, "second", snapshot, conflict.second);
    put_fields(json, conflict);
    put_text(json, "proposal");
    put_text_or_null(json,
                     conflict.proposal.ground != Ground::none ? word(conflict.proposal.decision) : std::string_view{});
    put_member(json, "why", proposal_text(snapshot, conflict, language));
    json.EndObject();
}

}  // namespace

std::string conflicts_json(const data::Snapshot& snapshot, const Conflicts& conflicts, language::Language language)
{
    rapidjson::StringBuffer buffer;
    Json json(buffer);
    json.StartObject();
    put_member(json, "as_of", data::iso(conflicts.as_of));
    put_text(json, "looked_at");
    json.Uint64(conflicts.looked_at);
    put_text(json, "settled");
    json.Uint64(conflicts.settled);
    put_text(json, "conflicts");
    json.StartArray();
    for (const Conflict& conflict : conflicts.open) put_conflict(json, snapshot, conflict, language);
    json.EndArray();
    json.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace xiaoan::conflicts
