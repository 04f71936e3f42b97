#include "console/conflicts/settling.hpp"

#include "data/intake/reference_check.hpp"
#include "data/register/record_rows.hpp"

#include <algorithm>
#include <utility>

namespace xiaoan::conflicts {

namespace {

using data::Value;

std::string as_text(const Value& value)
{
    const auto* text = std::get_if<std::string>(&value);
    return text != nullptr ? *text : std::string{};
}

/// A record by what other records call it: its key, operators by their name too.
struct Called {
    std::string key;
    std::string name;
    data::PersonRef person;  // of a licence number
};

Called called(const data::Snapshot& snapshot, const data::RecordRows& rows, std::size_t row)
{
    const data::KindInfo& kind = rows.kind();
    const std::size_t key = kind.keys.front().front();
    Called result;
    if (data::is_personal(kind.fields[key].type)) {
        result.person = rows.people(row)[key];
        result.key = snapshot.people->text(result.person).value_or(std::string{});
    } else {
        result.key = as_text(rows.value(row, key));
    }
    if (kind.singular == "operator")
        if (const auto name = kind.field("name")) result.name = as_text(rows.value(row, *name));
    return result;
}

/// Moves what names one record over to another.
class Moving {
public:
    Moving(const data::Snapshot& snapshot, data::SettleConflict& command) : snapshot_(snapshot), command_(command) {}

    void move(const data::KindInfo& kind, const Called& from, const Called& to)
    {
        for (const data::KindInfo* each : data::kinds())
            for (std::size_t field = 0; field < each->fields.size(); ++field)
                if (data::referred_kind(*each, field) == &kind) move_of(*each, field, from, to);
    }

private:
    void move_of(const data::KindInfo& kind, std::size_t field, const Called& from, const Called& to)
    {
        const data::RecordRows rows(snapshot_, kind);
        for (std::size_t row = 0; row < rows.size(); ++row) {
            if (!names(rows, row, field, from)) continue;
            if (has_twin(rows, row, field, to)) {
                command_.retires.push_back({std::string{kind.key}, rows.key(row), command_.reason});
                continue;
            }
            command_.puts.push_back(
                {std::string{kind.key}, rows.key(row), {{std::string{kind.fields[field].key}, to.key}}});
        }
    }

    static bool names(const data::RecordRows& rows, std::size_t row, std::size_t field, const Called& from)
    {
        if (from.person.given()) return rows.people(row)[field] == from.person;
        const std::string named = as_text(rows.value(row, field));
        return !named.empty() && (named == from.key || named == from.name);
    }

    /// Whether there is a record already that this one would become.
    static bool has_twin(const data::RecordRows& rows, std::size_t row, std::size_t field, const Called& to)
    {
        const auto& key = rows.kind().keys.front();
        if (std::ranges::find(key, field) == key.end()) return false;
        const auto personal = [&](std::uint8_t part) { return data::is_personal(rows.kind().fields[part].type); };
        if (std::ranges::any_of(key, personal)) return false;  // such a key is compared in clear; none of these has one
        std::vector<Value> values = rows.values(row);
        values[field] = to.key;
        return rows.find(key, values).has_value();
    }

    const data::Snapshot& snapshot_;
    data::SettleConflict& command_;
};

void settle_pair(const data::Snapshot& snapshot, const Conflict& conflict, Decision decision,
                 data::SettleConflict& command)
{
    const bool first = decision == Decision::kept_first;
    const ConflictSide &kept = first ? conflict.first : conflict.second,
                       &given_up = first ? conflict.second : conflict.first;
    const data::RecordRows rows(snapshot, *kept.kind);
    const auto to = rows.find(kept.record), from = rows.find(given_up.record);
    if (!to || !from) return;
    command.retires.push_back({std::string{kept.kind->key}, rows.key(*from), command.reason});
    Moving(snapshot, command).move(*kept.kind, called(snapshot, rows, *from), called(snapshot, rows, *to));
}

/// The other side takes the value of the kept one.
void settle_across(const data::Snapshot& snapshot, const Conflict& conflict, Decision decision,
                   data::SettleConflict& command)
{
    const bool first = decision == Decision::kept_first;
    const ComparedField& field = conflict.fields.front();
    const ConflictSide& changed = first ? conflict.second : conflict.first;
    const std::size_t changed_field = first ? field.second_field : field.first_field;
    const data::RecordRows rows(snapshot, *changed.kind);
    if (const auto row = rows.find(changed.record))
        command.puts.push_back(
            {std::string{changed.kind->key},
             rows.key(*row),
             {{std::string{changed.kind->fields[changed_field].key}, first ? field.first : field.second}}});
}

}  // namespace

data::SettleConflict settlement(const data::Snapshot& snapshot, const Conflict& conflict, Decision decision,
                                std::string reason)
{
    data::SettleConflict command;
    command.conflict = conflict.id;
    command.decision = word(decision);
    command.evidence = conflict.evidence;
    command.reason = std::move(reason);
    if (decision == Decision::both_right) return command;
    if (conflict.rule == ConflictRule::other_county) {
        if (decision == Decision::kept_first) command.put_back = conflict.contested;
    } else if (conflict.first.kind != conflict.second.kind) {
        settle_across(snapshot, conflict, decision, command);
    } else {
        settle_pair(snapshot, conflict, decision, command);
    }
    return command;
}

Consequence consequence(const data::SettleConflict& command)
{
    return {command.puts.size(), command.retires.size()};
}

}  // namespace xiaoan::conflicts
