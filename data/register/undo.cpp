#include "data/register/undo.hpp"

#include "data/register/session.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>
#include <utility>
#include <vector>

namespace xiaoan::data {

namespace {

using TouchedRecord = std::pair<std::size_t, std::int64_t>;  // group and id

struct HashTouched {
    std::size_t operator()(const TouchedRecord& record) const
    {
        return std::hash<std::int64_t>{}(record.second * static_cast<std::int64_t>(group_count) +
                                         static_cast<std::int64_t>(record.first));
    }
};
using TouchedRecords = std::unordered_set<TouchedRecord, HashTouched>;

/// People and sources stay when what brought them is undone, or lie under their records.
bool is_record(const ChangesetReader& reader)
{
    return reader.group() < kind_count || reader.group() == cases_group || reader.group() == settings_group ||
           reader.group() == silencings_group || reader.group() == contested_group ||
           reader.group() == settlements_group || reader.group() == checks_group || reader.group() == photos_group;
}

TouchedRecords touched_by(Bytes changeset)
{
    TouchedRecords touched;
    for (ChangesetReader reader(changeset); reader.next();)
        if (is_record(reader)) touched.emplace(reader.group(), reader.id());
    return touched;
}

bool touches(Bytes changeset, const TouchedRecords& records)
{
    for (ChangesetReader reader(changeset); reader.next();)
        if (is_record(reader) && records.contains({reader.group(), reader.id()})) return true;
    return false;
}

std::optional<LogEntry> read_entry(const SQLite::Database& db, ChangeId id)
{
    Statement select(db, fmt::format("SELECT {} FROM change WHERE id = ?1", log_columns));
    select.bind(1, id.value);
    if (!select.step()) return std::nullopt;
    return log_entry(select);
}

Bytes bytes_of(const std::string& packed)
{
    return {reinterpret_cast<const unsigned char*>(packed.data()), packed.size()};
}

Rejected rejected(std::string reason, std::int64_t change)
{
    return {std::move(reason), "change", {std::to_string(change)}};
}

/// Later changes in pairs of a change and its undoing cancel each other. Of the rest, one that undid the wanted change,
/// or touched one of its records, stands in the way.
std::optional<Rejected> obstacle(const SQLite::Database& db, const LogEntry& wanted)
{
    const TouchedRecords records = touched_by(bytes_of(wanted.changeset));
    std::unordered_set<std::int64_t> cancelled;
    std::optional<Rejected> found;
    Statement later(db, "SELECT id, undoes, changeset FROM change WHERE id > ?1 ORDER BY id DESC");
    later.bind(1, wanted.id);
    while (later.step()) {
        const std::int64_t id = later.integer(0);
        if (cancelled.contains(id)) continue;
        if (!later.is_null(1)) {
            const std::int64_t undone = later.integer(1);
            if (undone == wanted.id) return rejected("already_undone", id);
            if (undone > wanted.id) {
                cancelled.insert(undone);
                continue;
            }
        }
        if (touches(later.blob(2), records)) found = rejected("later_change", id);  // in the end the first of them
    }
    return found;
}

}  // namespace

Result<std::optional<ChangeId>> undo_change(RecordedChange& change, const UndoChange& asked, const Actor& actor)
{
    const auto wanted = read_entry(change.db(), asked.change);
    if (!wanted) return std::unexpected(rejected("unknown_change", asked.change.value));
    if (wanted->id == 1 || wanted->touched == 0) return std::unexpected(rejected("not_undoable", wanted->id));
    if (auto in_the_way = obstacle(change.db(), *wanted)) return std::unexpected(std::move(*in_the_way));
    if (!apply_changeset(change.db(), bytes_of(wanted->changeset), Way::inverse, false))
        return std::unexpected(rejected("undo_conflict", wanted->id));
    LogEntry entry;
    entry.at = actor.at;
    entry.actor = actor.name;
    entry.command = "undo";
    entry.reason = fmt::format("{} {} {}", wanted->id, wanted->command, wanted->reason);
    entry.undoes = wanted->id;
    entry.touched = wanted->touched;
    return change.commit(std::move(entry));
}

}  // namespace xiaoan::data
