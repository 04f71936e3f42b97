#include "data/register/record_finder.hpp"

#include "data/register/stored_value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <unordered_set>

namespace xiaoan::data {

namespace {

/// The same expressions as in the table's unique indexes, so that these serve.
std::string by_key(const KindInfo& kind, std::size_t alternative)
{
    std::string sql = select_rows(kind) + " WHERE retired_at IS NULL";
    int parameter = 0;
    for (const std::uint8_t field : kind.keys[alternative]) {
        const std::string column = quoted(kind.fields[field].key);
        sql += may_be_empty(kind, field) ? fmt::format(" AND ifnull({}, '') = ?{}", column, ++parameter)
                                         : fmt::format(" AND {} = ?{}", column, ++parameter);
    }
    if (alternative > 0) sql += fmt::format(" AND ifnull({}, '') = ''", quoted(kind.fields[kind.keys[0][0]].key));
    return sql;
}

}  // namespace

std::string quoted(std::string_view name)
{
    return fmt::format("\"{}\"", name);
}

std::string select_rows(const KindInfo& kind)
{
    std::string sql = "SELECT id";
    for (const FieldInfo& field : kind.fields) sql += ", " + quoted(field.key);
    return sql + ", source_file, source_row FROM " + quoted(kind.singular);
}

RecordFinder::RecordFinder(const SQLite::Database& db, const KindInfo& kind, PersonReader& people)
    : db_(db), kind_(kind), people_(people), by_id_(db, select_rows(kind) + " WHERE id = ?1")
{
    for (std::size_t i = 0; i < kind.keys.size(); ++i) by_key_.emplace_back(db, by_key(kind, i));
    if (kind.keys.size() > 1) {
        const auto& key = kind.keys[1];
        by_second_key_.emplace(
            db, fmt::format("SELECT id FROM {} WHERE retired_at IS NULL AND {} = ?1 AND {} = ?2 LIMIT 2",
                            quoted(kind.singular), quoted(kind.fields[key[0]].key), quoted(kind.fields[key[1]].key)));
    }
    if (kind.singular == "operator")
        by_name_.emplace(db, select_rows(kind) + " WHERE retired_at IS NULL AND \"name\" = ?1");
}

void RecordFinder::done() noexcept
{
    if (current_ != nullptr) current_->reset();
    current_ = nullptr;
}

Statement* RecordFinder::step(Statement& statement)
{
    current_ = statement.step() ? &statement : nullptr;
    return current_;
}

bool RecordFinder::bind_key(Statement& statement, std::span<const std::uint8_t> key, std::span<const Value> values)
{
    int parameter = 0;
    for (const std::uint8_t field : key) {
        ++parameter;
        const Value& value = values[field];
        if (is_personal(kind_.fields[field].type)) {
            const auto* text = std::get_if<std::string>(&value);
            const auto person = text == nullptr ? std::nullopt : people_.find_shared(*text);
            if (!person) return false;
            statement.bind(parameter, *person);
        } else if (is_given(value))
            statement.bind(parameter, value);
        else
            statement.bind(parameter, std::string_view{});
    }
    return true;
}

Statement* RecordFinder::find(std::span<const Value> values)
{
    done();
    for (std::size_t i = 0; i < kind_.keys.size(); ++i) {
        if (!gives_key(kind_, kind_.keys[i], values) || !bind_key(by_key_[i], kind_.keys[i], values)) continue;
        if (step(by_key_[i]) != nullptr) return current_;
    }
    const bool without_first = by_second_key_ && !gives_key(kind_, kind_.keys[0], values);
    return without_first && gives_key(kind_, kind_.keys[1], values) ? find_numbered_alone(values) : nullptr;
}

/// A row without a number is the numbered record of the same second key, if there is exactly one: an older list that is
/// imported again.
Statement* RecordFinder::find_numbered_alone(std::span<const Value> values)
{
    Statement& ids = *by_second_key_;
    if (!bind_key(ids, kind_.keys[1], values) || !ids.step()) return nullptr;
    const std::int64_t only = ids.integer(0);
    const bool several = ids.step();
    ids.reset();
    return several ? nullptr : row(only);
}

Statement* RecordFinder::row(std::int64_t id)
{
    done();
    by_id_.bind(1, id);
    return step(by_id_);
}

Statement* RecordFinder::find(std::string_view joined)
{
    done();
    for (const auto key : kind_.keys)
        if (const auto values = values_of_key(kind_, key, joined))
            if (Statement* found = find(*values)) return found;
    if (find_named(joined) != nullptr) return current_;
    // A part that holds a '/' itself: compare the whole. Rare, and asked by hand only.
    const bool one_part = kind_.keys.size() == 1 && kind_.keys[0].size() == 1;
    if (one_part || joined.find('/') == std::string_view::npos) return nullptr;
    for (const std::int64_t id : bearers(joined)) {
        Statement in_use(db_,
                         fmt::format("SELECT 1 FROM {} WHERE id = ?1 AND retired_at IS NULL", quoted(kind_.singular)));
        in_use.bind(1, id);
        if (in_use.step()) return row(id);
    }
    return nullptr;
}

Statement* RecordFinder::find_named(std::string_view name)
{
    if (!by_name_) return nullptr;
    by_name_->bind(1, name);
    return step(*by_name_);
}

Statement* RecordFinder::find_referred(std::string_view reference)
{
    done();
    const auto key = kind_.keys[0];
    std::vector<Value> values(kind_.fields.size());
    values[key[0]] = std::string{reference};
    if (bind_key(by_key_[0], key, values) && step(by_key_[0]) != nullptr) return current_;
    return find_named(reference);
}

std::vector<bool> RecordFinder::referred(std::span<const std::string_view> references)
{
    done();
    const FieldInfo& key = kind_.fields[kind_.keys[0][0]];
    const bool personal = is_personal(key.type);
    std::unordered_set<std::string> texts;
    std::unordered_set<std::int64_t> people;
    const std::string name = by_name_ ? ", \"name\"" : "";
    Statement keys(db_, fmt::format("SELECT {}{} FROM {} WHERE retired_at IS NULL", quoted(key.key), name,
                                    quoted(kind_.singular)));
    while (keys.step()) {
        if (personal)
            people.insert(keys.integer(0));
        else
            texts.emplace(keys.text(0));
        if (by_name_) texts.emplace(keys.text(1));
    }
    std::vector<bool> found;
    found.reserve(references.size());
    for (const std::string_view reference : references) {
        const auto person = personal ? people_.find_shared(reference) : std::nullopt;
        found.push_back(personal ? person && people.contains(*person) : texts.contains(std::string{reference}));
    }
    return found;
}

std::string RecordFinder::joined_expression(std::span<const std::uint8_t> key) const
{
    std::string sql;
    for (const std::uint8_t field : key) {
        if (!sql.empty()) sql += " || '/' || ";
        const std::string column = quoted(kind_.fields[field].key);
        sql += may_be_empty(kind_, field) ? fmt::format("ifnull({}, '')", column) : column;
    }
    return sql;
}

std::vector<std::int64_t> RecordFinder::bearers(std::string_view joined)
{
    std::vector<std::int64_t> ids;
    for (const auto key : kind_.keys) {
        Statement search(db_, fmt::format("SELECT id FROM {} WHERE {} = ?1 ORDER BY id", quoted(kind_.singular),
                                          joined_expression(key)));
        const bool personal = is_personal(kind_.fields[key[0]].type);
        const auto person = personal ? people_.find_shared(joined) : std::nullopt;
        if (personal && !person) continue;
        if (person)
            search.bind(1, *person);
        else
            search.bind(1, joined);
        while (search.step()) ids.push_back(search.integer(0));
    }
    return ids;
}

std::string RecordFinder::key_of(const Statement& row)
{
    std::span<const std::uint8_t> key = kind_.keys.front();
    for (const auto each : kind_.keys) {
        key = each;
        if (!row.is_null(first_field_column + key[0])) break;
    }
    std::string joined;
    for (const std::uint8_t field : key) {
        if (field != key[0]) joined += '/';
        const int column = first_field_column + field;
        const FieldType type = kind_.fields[field].type;
        if (is_personal(type))
            joined += people_.masked(row.integer(column), type);
        else
            joined += row.text(column);
    }
    return joined;
}

}  // namespace xiaoan::data
