#include "data/register/snapshot_reader.hpp"

#include "data/register/case_table.hpp"
#include "data/register/change_log.hpp"
#include "data/register/conflict_table.hpp"
#include "data/register/person_store.hpp"
#include "data/register/read_transaction.hpp"
#include "data/register/record_finder.hpp"
#include "data/register/record_reader.hpp"
#include "data/register/recorded_tables.hpp"
#include "data/register/region_table.hpp"
#include "data/register/session.hpp"

#include <algorithm>
#include <cstring>

namespace xiaoan::data {

namespace {

/// Of the log's head, and of what was asked for: equal content has equal numbers, in every process.
std::uint64_t generation_of(const SQLite::Database& db, KindSet wanted, bool with_map_layers)
{
    const ChainHash head = newest_hash(db);
    std::uint64_t generation = 0;
    std::memcpy(&generation, head.data(), sizeof generation);
    return generation ^ (std::uint64_t{wanted.to_ulong()} << 1 | (with_map_layers ? 1 : 0));
}

template <class Record>
Table<Record> read_table(const SQLite::Database& db)
{
    std::vector<Record> rows;
    Statement select(db, select_rows(kind_info<Record>) + " WHERE retired_at IS NULL ORDER BY id");
    while (select.step()) rows.push_back(read_record<Record>(select));
    return Table<Record>(std::move(rows));
}

constexpr std::string_view select_people =
    "SELECT id, digest, sealed, wrapped FROM person LEFT JOIN person_key ON person = id";

std::shared_ptr<const People> read_people(const Store& store)
{
    std::vector<SealedText> texts;
    Statement select(store.db, std::string{select_people} + " ORDER BY id");
    while (select.step()) texts.push_back(sealed_text(select));
    return std::make_shared<const People>(store.secret, Table<SealedText>(std::move(texts)));
}

Source source_in(const Statement& row)
{
    return {row.integer(0),           std::string{row.text(1)}, std::string{row.text(2)}, std::string{row.text(3)},
            std::string{row.text(4)}, std::string{row.text(5)}, std::string{row.text(6)}};
}

std::vector<Source> read_sources(const SQLite::Database& db)
{
    std::vector<Source> sources;
    Statement select(db, "SELECT id, file, sheet, sha256, imported_at, imported_by, kind FROM source_file ORDER BY id");
    while (select.step()) sources.push_back(source_in(select));
    return sources;
}

bool has_personal_field(const KindInfo& kind)
{
    return std::ranges::any_of(kind.fields, [](const FieldInfo& field) { return is_personal(field.type); });
}

/// Ids by group, ascending, each once.
using Touched = std::array<std::vector<RecordId>, group_count>;

Touched touched_since(const SQLite::Database& db, ChangeId last)
{
    Touched touched;
    Statement changes(db, "SELECT changeset FROM change WHERE id > ?1 ORDER BY id");
    changes.bind(1, last.value);
    while (changes.step())
        for (ChangesetReader reader(changes.blob(0)); reader.next();)
            if (reader.group() < group_count) touched[reader.group()].push_back(RecordId{reader.id()});
    for (auto& ids : touched) {
        std::ranges::sort(ids);
        ids.erase(std::ranges::unique(ids).begin(), ids.end());
    }
    return touched;
}

/// The rows of these ids that the statement, which takes an id, still finds.
template <class Row, class Read>
std::vector<Row> read_again(Statement& select, std::span<const RecordId> ids, Read&& read)
{
    std::vector<Row> rows;
    rows.reserve(ids.size());
    for (const RecordId id : ids) {
        select.bind(1, id.value);
        if (!select.step()) continue;
        rows.push_back(read(select));
        select.reset();
    }
    return rows;
}

template <class Record>
Table<Record> patched_table(const SQLite::Database& db, const Table<Record>& before, std::span<const RecordId> ids)
{
    if (ids.empty()) return before;
    Statement select(db, select_rows(kind_info<Record>) + " WHERE id = ?1 AND retired_at IS NULL");
    return before.patched(ids, read_again<Record>(select, ids, read_record<Record>));
}

std::shared_ptr<const People> patched_people(const Store& store, const Snapshot& before, std::span<const RecordId> ids)
{
    if (ids.empty() && before.people) return before.people;
    if (!before.people) return read_people(store);
    Statement select(store.db, std::string{select_people} + " WHERE id = ?1");
    return std::make_shared<const People>(
        store.secret, before.people->sealed().patched(ids, read_again<SealedText>(select, ids, sealed_text)));
}

}  // namespace

std::shared_ptr<const Region> region_of(const Store& store, bool with_map_layers)
{
    auto& kept = with_map_layers ? store.region_with_layers : store.region;
    if (!kept) kept = std::make_shared<const Region>(read_region_tables(store.db, with_map_layers));
    return kept;
}

Snapshot read_snapshot(const Store& store, KindSet wanted, bool with_map_layers)
{
    const ReadTransaction one_moment(store.db);
    Snapshot snapshot;
    snapshot.last_change = newest_change(store.db);
    snapshot.generation = generation_of(store.db, wanted, with_map_layers);
    snapshot.name = store.name;
    snapshot.demonstration = store.demonstration;
    snapshot.region = region_of(store, with_map_layers);
    snapshot.sources = read_sources(store.db);
    snapshot.cases = read_cases(store.db);
    snapshot.contested = read_contested(store.db);
    snapshot.settlements = read_settlements(store.db);
    bool personal = false;
    std::size_t index = 0;
    for_each_kind([&]<class Record>(std::type_identity<Record>) {
        if (!wanted.test(index++)) return;
        snapshot.all<Record>() = read_table<Record>(store.db);
        personal = personal || has_personal_field(kind_info<Record>);
    });
    snapshot.people = personal ? read_people(store) : std::make_shared<const People>();
    return snapshot;
}

Snapshot refresh_snapshot(const Store& store, const Snapshot& before)
{
    const ReadTransaction one_moment(store.db);
    Snapshot snapshot = before;
    snapshot.last_change = newest_change(store.db);
    if (snapshot.last_change == before.last_change) return snapshot;
    const bool with_map_layers =
        std::ranges::any_of(before.region->layers, [](const MapLayer& layer) { return layer.geojson != nullptr; });
    snapshot.generation = generation_of(store.db, all_kinds(), with_map_layers);
    const Touched touched = touched_since(store.db, before.last_change);
    std::size_t group = 0;
    for_each_kind([&]<class Record>(std::type_identity<Record>) {
        auto& table = snapshot.all<Record>();
        table = patched_table(store.db, table, touched[group++]);
    });
    snapshot.people = patched_people(store, before, touched[people_group]);
    if (!touched[sources_group].empty()) snapshot.sources = read_sources(store.db);
    if (!touched[cases_group].empty()) snapshot.cases = reread_cases(store.db, before.cases, touched[cases_group]);
    if (!touched[contested_group].empty()) snapshot.contested = read_contested(store.db);
    if (!touched[settlements_group].empty()) snapshot.settlements = read_settlements(store.db);
    return snapshot;
}

}  // namespace xiaoan::data
