#include "data/register/hand_commands.hpp"

#include "data/register/stored_value.hpp"

namespace xiaoan::data {

namespace {

Rejected rejected(std::string reason, std::string field, std::vector<std::string> arguments = {})
{
    return {std::move(reason), std::move(field), std::move(arguments)};
}

/// The key of a record that is not there yet, put in its fields: by the first of the kind's keys that the text can be.
std::optional<std::vector<Value>> key_values(const KindInfo& kind, std::string_view joined)
{
    // A text with the shape of the longer key is that one: 吉G12345/2026-03-01 is no permit's number.
    for (std::size_t i = kind.keys.size(); i-- > 0;)
        if (auto values = values_of_key(kind, kind.keys[i], joined)) return values;
    return std::nullopt;
}

}  // namespace

Result<PutResult> put_record(Edit::State& edit, const PutRecord& asked)
{
    const KindInfo* kind = find_kind(asked.kind);
    if (kind == nullptr) return std::unexpected(rejected("unknown_kind", {}, {asked.kind}));
    RecordTable& table = edit.table(*kind);
    Statement* row = asked.key.empty() ? nullptr : table.finder().find(asked.key);
    const std::int64_t id = row == nullptr ? 0 : row->integer(0);
    table.finder().done();
    if (row != nullptr && asked.only_new)
        return std::unexpected(rejected("key_in_use", std::string{kind->fields[kind->keys[0][0]].key}));

    std::vector<Value> values(kind->fields.size());
    if (row == nullptr) {
        auto from_key = key_values(*kind, asked.key);
        if (!from_key) return std::unexpected(rejected("missing_key", std::string{missing_key_field(*kind, values)}));
        values = std::move(*from_key);
    }
    for (const FieldValue& each : asked.fields) {
        const auto field = kind->field(each.field);
        if (!field) return std::unexpected(rejected("unknown_field", each.field, {each.field}));
        values[*field] = each.value;
    }
    auto result = row == nullptr ? table.add(values, Origin{}) : table.change(id, values, Origin{}, asked.correction);
    if (result) edit.count(*kind, *result);
    return result;
}

Result<PutResult> retire_record(Edit::State& edit, const RetireRecord& asked, const Actor& actor)
{
    const KindInfo* kind = find_kind(asked.kind);
    if (kind == nullptr) return std::unexpected(rejected("unknown_kind", {}, {asked.kind}));
    if (asked.reason.empty()) return std::unexpected(rejected("missing_field", "reason"));
    RecordTable& table = edit.table(*kind);
    const Statement* row = table.finder().find(asked.key);
    // The key of a person's record is not repeated in the answer.
    const bool personal = is_personal(kind->fields[kind->keys[0][0]].type);
    if (row == nullptr)
        return std::unexpected(rejected("unknown_record", {}, {personal ? std::string{kind->zh} : asked.key}));
    const PutResult result{Outcome::changed, RecordId{row->integer(0)}, {}};
    table.finder().done();
    table.retire(result.id.value, actor.at, asked.reason);
    edit.count(*kind, result);
    return result;
}

}  // namespace xiaoan::data
