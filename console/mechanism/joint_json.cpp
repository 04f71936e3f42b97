#include "console/mechanism/joint_json.hpp"

#include "data/kinds/json_text.hpp"
#include "data/kinds/record_values.hpp"

#include <map>

namespace xiaoan::mechanism {

namespace {

using data::Json, data::put_text;

/// The values of the records of a kind, by their keys.
template <class Record, class Key>
std::map<std::string, std::vector<data::Value>> values_by_key(const data::Snapshot& snapshot, Key&& key)
{
    std::map<std::string, std::vector<data::Value>> all;
    for (const Record& each : snapshot.all<Record>())
        all.emplace(key(each), data::values_of(each, [&](data::PersonRef person, const data::FieldInfo& field) {
                        const std::string masked = snapshot.people->masked(person, field.type);
                        return masked.empty() ? data::Value{} : data::Value{masked};
                    }));
    return all;
}

std::map<std::string, std::vector<data::Value>> values_of_kind(const data::Snapshot& snapshot, JointKind kind)
{
    const auto number = [](const auto& each) { return each.number; };
    switch (kind) {
    case JointKind::contacts:
        return values_by_key<data::Contact>(snapshot, [](const data::Contact& each) { return key_of(each); });
    case JointKind::meetings: return values_by_key<data::Meeting>(snapshot, number);
    case JointKind::assignments: return values_by_key<data::Assignment>(snapshot, number);
    case JointKind::handovers: break;
    }
    return values_by_key<data::Handover>(snapshot, number);
}

}  // namespace

std::string joint_json(const data::Snapshot& snapshot, JointKind kind, std::span<const JointRow> rows)
{
    const data::KindInfo& info = info_of(kind);
    const auto values = values_of_kind(snapshot, kind);
    rapidjson::StringBuffer buffer;
    Json json(buffer);
    json.StartObject();
    put_text(json, info.key);
    json.StartArray();
    for (const JointRow& row : rows) {
        json.StartObject();
        const auto& of_row = values.at(row.key);
        for (std::size_t i = 0; i < of_row.size(); ++i) {
            put_text(json, info.fields[i].key);
            if (const auto* text = std::get_if<std::string>(&of_row[i]))
                put_text(json, *text);
            else
                json.Null();
        }
        if (kind == JointKind::assignments) json.Key("overdue_days"), json.Int(row.late_days);
        if (kind == JointKind::handovers) json.Key("waiting_days"), json.Int(row.late_days);
        json.EndObject();
    }
    json.EndArray();
    json.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace xiaoan::mechanism
