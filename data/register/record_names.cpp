#include "data/register/record_names.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace xiaoan::data {

RecordRef record_of(const ChangesetReader& reader)
{
    return {reader.group(), reader.group() == region_group ? 0 : reader.id()};
}

std::string_view group_key(std::size_t group)
{
    switch (group) {
    case cases_group: return "cases";
    case sources_group: return "sources";
    case people_group: return "people";
    case region_group: return "region";
    case settings_group: return "settings";
    case silencings_group: return "silencings";
    case contested_group: return "contested";
    case settlements_group: return "settlements";
    case tracks_group: return "track_blocks";
    case checks_group: return "checks";
    case photos_group: return "photos";
    default: return kinds()[group]->key;
    }
}

RecordNames::RecordNames(const Store& store) : store_(store), people_(store.db, *store.secret) {}

RecordFinder& RecordNames::finder(std::size_t group)
{
    auto& finder = finders_.at(group);
    if (!finder) finder = std::make_unique<RecordFinder>(store_.db, *kinds()[group], people_);
    return *finder;
}

const std::vector<std::string>& RecordNames::columns(std::string_view table)
{
    auto found = columns_.find(table);
    if (found != columns_.end()) return found->second;
    std::vector<std::string> names;
    Statement info(store_.db, "SELECT name FROM pragma_table_info(?1) ORDER BY cid");
    info.bind(1, table);
    while (info.step()) names.emplace_back(info.text(0));
    return columns_.emplace(std::string{table}, std::move(names)).first->second;
}

std::optional<std::string> RecordNames::name_in_table(RecordRef record)
{
    const auto [group, id] = record;
    if (group < kind_count) {
        const Statement* row = finder(group).row(id);
        if (row == nullptr) return std::nullopt;
        std::string key = finder(group).key_of(*row);
        finder(group).done();
        return key;
    }
    if (group == region_group) return text_of(store_.db, "SELECT code FROM region");
    if (group == people_group) return std::to_string(id);
    if (group == contested_group) return name_of_contested(id);
    Statement select(store_.db, group == cases_group         ? "SELECT number FROM supervision_case WHERE id = ?1"
                                : group == settings_group    ? "SELECT name FROM setting WHERE id = ?1"
                                : group == silencings_group  ? "SELECT registration_number FROM silencing WHERE id = ?1"
                                : group == settlements_group ? "SELECT conflict FROM settlement WHERE id = ?1"
                                : group == tracks_group ? "SELECT registration_number FROM track_block WHERE id = ?1"
                                : group == checks_group ? "SELECT check_number || '/' || vehicle FROM checked_vehicle"
                                                          " WHERE id = ?1"
                                : group == photos_group ? "SELECT water FROM water_photo WHERE id = ?1"
                                                        : "SELECT file FROM source_file WHERE id = ?1");
    select.bind(1, id);
    if (!select.step()) return std::nullopt;
    return std::string{select.text(0)};
}

/// The key of the record that is contested.
std::optional<std::string> RecordNames::name_of_contested(std::int64_t id)
{
    Statement select(store_.db, "SELECT kind, record FROM contested WHERE id = ?1");
    select.bind(1, id);
    const std::size_t group = select.step() ? group_of_table(select.text(0)) : group_count;
    return group < kind_count ? name_in_table({group, select.integer(1)}) : std::nullopt;
}

/// The key that a row was added with or removed with; empty where the changeset does not hold all of it. In clear a
/// person stands as the row of table person, for comparing.
std::optional<std::string> RecordNames::key_in(const ChangesetReader& reader, bool in_clear)
{
    const auto value = [&](int column) {
        const auto fresh = reader.new_value(column);
        return fresh ? fresh : reader.old_value(column);
    };
    const auto text = [](const Value& cell) {
        if (const auto* held = std::get_if<std::string>(&cell)) return *held;
        const auto* whole = std::get_if<std::int64_t>(&cell);
        return whole == nullptr ? std::string{} : std::to_string(*whole);
    };
    if (reader.group() == cases_group) {
        static constexpr int number_column = 1;
        const auto number = reader.table() == "supervision_case" ? value(number_column) : std::nullopt;
        return number ? std::optional{text(*number)} : std::nullopt;
    }
    if (reader.group() == settings_group || reader.group() == silencings_group || reader.group() == tracks_group ||
        reader.group() == photos_group) {
        const int key_column = reader.group() == silencings_group ? 3 : 1;
        const auto key = value(key_column);
        return key ? std::optional{text(*key)} : std::nullopt;
    }
    if (reader.group() == checks_group) {
        const auto check = reader.table() == "checked_vehicle" ? value(1) : std::nullopt;
        const auto vehicle = check ? value(2) : std::nullopt;
        return vehicle ? std::optional{text(*check) + "/" + text(*vehicle)} : std::nullopt;
    }
    if (reader.group() >= kind_count) return std::nullopt;
    const KindInfo& kind = *kinds()[reader.group()];
    const auto& names = columns(reader.table());
    for (const auto key : kind.keys) {
        std::string joined;
        bool whole = true;
        for (const std::uint8_t field : key) {
            const auto column = std::ranges::find(names, kind.fields[field].key) - names.begin();
            const auto part = value(static_cast<int>(column));
            whole = whole && part && (may_be_empty(kind, field) || !std::holds_alternative<std::monostate>(*part));
            if (!whole) break;
            if (field != key[0]) joined += '/';
            const auto* person = std::get_if<std::int64_t>(&*part);
            if (is_personal(kind.fields[field].type) && person != nullptr && !in_clear)
                joined += people_.masked(*person, kind.fields[field].type);
            else
                joined += text(*part);
        }
        if (whole) return joined;
    }
    return std::nullopt;
}

/// Walks the log back to where the record was last whole. Only records that an undoing took away need this.
std::string RecordNames::name_in_log(RecordRef record)
{
    Statement changes(store_.db, "SELECT changeset FROM change ORDER BY id DESC");
    while (changes.step())
        for (ChangesetReader reader(changes.blob(0)); reader.next();)
            if (record_of(reader) == record && reader.operation() != ChangesetReader::Operation::changed)
                if (const auto key = key_in(reader, false)) return *key;
    return fmt::format("#{}", record.second);
}

std::string RecordNames::name(RecordRef record)
{
    if (auto present = name_in_table(record)) return *std::move(present);
    const auto known = gone_.find(record);
    if (known != gone_.end()) return known->second;
    return gone_.emplace(record, name_in_log(record)).first->second;
}

std::set<std::int64_t> RecordNames::bearers(std::size_t group, std::string_view key)
{
    std::set<std::int64_t> ids;
    std::string in_log{key};
    if (group < kind_count) {
        for (const std::int64_t id : finder(group).bearers(key)) ids.insert(id);
        if (is_personal(kinds()[group]->fields[kinds()[group]->keys[0][0]].type)) {
            const auto person = people_.find_shared(key);
            if (!person) return ids;
            in_log = std::to_string(*person);
        }
    }
    Statement changes(store_.db, "SELECT changeset FROM change");
    while (changes.step())
        for (ChangesetReader reader(changes.blob(0)); reader.next();)
            if (reader.group() == group && !ids.contains(reader.id()) && key_in(reader, true) == in_log)
                ids.insert(reader.id());
    return ids;
}

}  // namespace xiaoan::data
