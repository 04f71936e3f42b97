#include "data/register/history.hpp"

#include "data/register/change_log.hpp"
#include "data/register/read_transaction.hpp"
#include "data/register/record_names.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace xiaoan::data {

namespace {

using Operation = ChangesetReader::Operation;

RecordChange::What what_of(Operation operation)
{
    return operation == Operation::added     ? RecordChange::What::added
           : operation == Operation::removed ? RecordChange::What::removed
                                             : RecordChange::What::changed;
}

/// Columns that say where a row stands, not what it holds.
bool is_inner(std::string_view column)
{
    return column == "id" || column == "source_file" || column == "source_row" || column == "case_id" || column == "n";
}

/// Whether a value is not there, or not given: NULL, or a text without a character.
bool says_nothing(const std::optional<Value>& value)
{
    if (!value) return true;
    const auto* text = std::get_if<std::string>(&*value);
    return text != nullptr ? text->empty() : std::holds_alternative<std::monostate>(*value);
}

/// A step, rule, addressee or attachment of a case as one value: "replied 已补办标牌"; so an answer of a check.
std::string as_one_text(const ChangesetReader& reader, const std::vector<std::string>& columns,
                        std::span<const std::string_view> parts)
{
    std::string text;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (std::ranges::find(parts, std::string_view{columns[i]}) == parts.end()) continue;
        const auto fresh = reader.new_value(static_cast<int>(i));
        const auto value = fresh ? fresh : reader.old_value(static_cast<int>(i));
        const auto* part = value ? std::get_if<std::string>(&*value) : nullptr;
        if (part != nullptr && !part->empty()) text += (text.empty() ? "" : " ") + *part;
    }
    return text;
}

class Decoder {
public:
    explicit Decoder(RecordNames& names) : names_(names) {}

    void add_row(const ChangesetReader& reader, RecordChange& into)
    {
        const std::string_view table = reader.table();
        if (table == "case_rule") return add_part(reader, {"rule", "text"}, "rule", into);
        if (table == "case_event") return add_part(reader, {"what", "text"}, "event", into);
        if (table == "case_addressee") return add_part(reader, {"name"}, "addressee", into);
        if (table == "case_attachment") return add_part(reader, {"name"}, "attachment", into);
        if (table == "check_answer") return add_part(reader, {"question", "answer"}, "answer", into);
        if (table == "check_outcome") return add_part(reader, {"found", "way", "reference"}, "outcome", into);
        into.what = what_of(reader.operation());
        const auto& columns = names_.columns(table);
        for (int i = 0; i < reader.columns() && static_cast<std::size_t>(i) < columns.size(); ++i) {
            const std::string& column = columns[static_cast<std::size_t>(i)];
            if (column == "source_file") into.source = whole_number(reader.new_value(i));
            if (column == "source_row")
                if (const auto row = whole_number(reader.new_value(i))) into.row = static_cast<std::int32_t>(*row);
            if (is_inner(column)) continue;
            auto before = reader.old_value(i), after = reader.new_value(i);
            if (says_nothing(before) && says_nothing(after)) continue;
            const FieldType type = type_of(reader.group(), column);
            into.fields.push_back({column, shown(before, type), shown(after, type)});
        }
    }

private:
    /// NULL is 0; empty where the changeset does not hold it.
    static std::optional<std::int64_t> whole_number(const std::optional<Value>& value)
    {
        if (!value) return std::nullopt;
        const auto* number = std::get_if<std::int64_t>(&*value);
        return number != nullptr ? *number : 0;
    }
    static FieldType type_of(std::size_t group, std::string_view column)
    {
        if (group >= kind_count) return FieldType::text;
        const auto field = kinds()[group]->field(column);
        return field ? kinds()[group]->fields[*field].type : FieldType::text;
    }
    Value shown(std::optional<Value>& value, FieldType type)
    {
        if (!value) return {};
        const auto* person = std::get_if<std::int64_t>(&*value);
        if (is_personal(type) && person != nullptr) return names_.people().masked(*person, type);
        return std::move(*value);
    }
    void add_part(const ChangesetReader& reader, std::initializer_list<std::string_view> parts, std::string field,
                  RecordChange& into)
    {
        FieldChange change{std::move(field), {}, {}};
        const bool removed = reader.operation() == Operation::removed;
        (removed ? change.old_value : change.new_value) = as_one_text(reader, names_.columns(reader.table()), parts);
        into.fields.push_back(std::move(change));
    }

    RecordNames& names_;
};

/// Which rows of a changeset are wanted.
struct Wanted {
    std::optional<std::size_t> group;
    std::set<std::int64_t> ids;
    std::size_t most = 0;

    [[nodiscard]] bool has(RecordRef record) const
    {
        if (group) return record.first == *group && ids.contains(record.second);
        return record.first != people_group && record.first != sources_group && record.first != group_count;
    }
};

/// The records of one change, in the order of kinds and ids; the first of them where not all are wanted.
std::vector<RecordChange> records_of(const LogEntry& entry, const Wanted& wanted, RecordNames& names)
{
    std::map<RecordRef, RecordChange> records;
    Decoder decoder(names);
    const Bytes packed{reinterpret_cast<const unsigned char*>(entry.changeset.data()), entry.changeset.size()};
    for (ChangesetReader reader(packed); reader.next();) {
        const RecordRef record = record_of(reader);
        if (!wanted.has(record)) continue;
        if (record.first == region_group && reader.table() != "region") continue;
        const bool full = wanted.most != 0 && records.size() >= wanted.most;
        if (full && record > records.rbegin()->first) continue;
        decoder.add_row(reader, records[record]);
        if (wanted.most != 0 && records.size() > wanted.most) records.erase(std::prev(records.end()));
    }
    std::vector<RecordChange> result;
    for (auto& [record, change] : records) {
        change.id = RecordId{record.second};
        change.kind = group_key(record.first);
        change.key = names.name(record);
        std::ranges::stable_partition(change.fields, [](const FieldChange& field) {
            return field.field != "rule" && field.field != "event" && field.field != "addressee" &&
                   field.field != "attachment";
        });
        result.push_back(std::move(change));
    }
    return result;
}

bool touches(const LogEntry& entry, const Wanted& wanted)
{
    const Bytes packed{reinterpret_cast<const unsigned char*>(entry.changeset.data()), entry.changeset.size()};
    for (ChangesetReader reader(packed); reader.next();)
        if (wanted.has(record_of(reader))) return true;
    return false;
}

Wanted wanted_of(const HistoryRequest& asked, RecordNames& names)
{
    Wanted wanted;
    wanted.most = asked.most_records;
    if (!asked.kind) return wanted;
    wanted.group = group_count;  // a kind that is none: nothing
    for (std::size_t group = 0; group < group_count; ++group)
        if (group_key(group) == *asked.kind) wanted.group = group;
    if (*wanted.group < group_count) wanted.ids = names.bearers(*wanted.group, asked.key);
    return wanted;
}

}  // namespace

std::vector<Change> read_history(const Store& store, const HistoryRequest& asked)
{
    const ReadTransaction one_moment(store.db);
    RecordNames names(store);
    const Wanted wanted = wanted_of(asked, names);
    std::vector<Change> changes;
    Statement rows(store.db,
                   fmt::format("SELECT {} FROM change WHERE ?1 IS NULL OR id < ?1 ORDER BY id DESC", log_columns));
    if (asked.before)
        rows.bind(1, asked.before->value);
    else
        rows.bind_null(1);
    while ((asked.most == 0 || changes.size() < asked.most) && rows.step()) {
        LogEntry entry = log_entry(rows);
        if (wanted.group && !touches(entry, wanted)) continue;
        Change change;
        change.records = records_of(entry, wanted, names);
        change.id = {entry.id};
        change.at = std::move(entry.at);
        change.actor = std::move(entry.actor);
        change.command = std::move(entry.command);
        change.reason = std::move(entry.reason);
        change.file = std::move(entry.file);
        if (entry.undoes) change.undoes = ChangeId{*entry.undoes};
        change.touched = static_cast<std::size_t>(entry.touched);
        change.hash = hexadecimal(stored_hash(rows));
        changes.push_back(std::move(change));
    }
    return changes;
}

}  // namespace xiaoan::data
