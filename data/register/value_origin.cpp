#include "data/register/value_origin.hpp"

#include "data/kinds/kinds.hpp"

#include <algorithm>
#include <map>
#include <ranges>

namespace xiaoan::data {

namespace {

/// What is known of one record while its changes are read from the oldest on.
struct Told {
    std::vector<ValueOrigin> values;
    Origin origin;

    [[nodiscard]] bool retired() const
    {
        return std::ranges::find(values, "retired_at", &ValueOrigin::field) != values.end();
    }

    void take(const Change& change, const RecordChange& record)
    {
        if (record.what == RecordChange::What::removed) {
            *this = {};
            return;
        }
        if (record.source) origin.source = *record.source;
        if (record.row) origin.row = *record.row;
        for (const FieldChange& field : record.fields) take(change, field);
    }

private:
    void take(const Change& change, const FieldChange& field)
    {
        const auto held = std::ranges::find(values, field.field, &ValueOrigin::field);
        if (std::holds_alternative<std::monostate>(field.new_value)) {
            if (held != values.end()) values.erase(held);
            return;
        }
        ValueOrigin& value = held != values.end() ? *held : values.emplace_back();
        value = {field.field, field.new_value, change.id, change.at, change.actor, change.undoes, origin};
    }
};

}  // namespace

std::vector<ValueOrigin> value_origins(std::span<const Change> newest_first)
{
    std::map<RecordId, Told> records;
    for (const Change& change : newest_first | std::views::reverse)
        for (const RecordChange& record : change.records) records[record.id].take(change, record);
    Told* chosen = nullptr;
    for (auto& [id, told] : records) {
        if (told.values.empty()) continue;
        if (chosen == nullptr || chosen->retired() || !told.retired()) chosen = &told;
    }
    if (chosen == nullptr) return {};
    if (const KindInfo* kind = find_kind(newest_first.front().records.front().kind); kind != nullptr)
        std::ranges::stable_sort(chosen->values, {}, [&](const ValueOrigin& value) {
            return kind->field(value.field).value_or(kind->fields.size());
        });
    return std::move(chosen->values);
}

}  // namespace xiaoan::data
