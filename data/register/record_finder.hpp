// Finds the records of one kind by their natural keys.
#pragma once

#include "data/register/person_store.hpp"
#include "data/register/record_key.hpp"
#include "data/register/statement.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::data {

/// "bus": a name as SQL takes it, because a field may be called `on`.
[[nodiscard]] std::string quoted(std::string_view name);

/// SELECT of every row of a kind, retired ones too: id, its fields in order, source_file, source_row.
[[nodiscard]] std::string select_rows(const KindInfo& kind);

/// Columns of the rows that it yields: the id, then the fields in the order of the kind, then source_file, source_row.
class RecordFinder {
public:
    static constexpr int first_field_column = 1;

    RecordFinder(const SQLite::Database& db, const KindInfo& kind, PersonReader& people);

    /// The record in use that the values name: by the first of the kind's keys, else by the second among those that
    /// still lack the first. Null where there is none. The row can be read until the next call; `done` releases it.
    Statement* find(std::span<const Value> values);
    /// The record in use with this key as one text (operators answer to their name too); null where there is none.
    Statement* find(std::string_view joined);
    /// The record in use that a field of another record names: by the only field of its first key, operators by their
    /// name too; null where there is none.
    Statement* find_referred(std::string_view reference);
    /// Whether each of many references names such a record: the keys in use are read once.
    [[nodiscard]] std::vector<bool> referred(std::span<const std::string_view> references);
    /// The record with this id, retired or not; null where there is none.
    Statement* row(std::int64_t id);
    void done() noexcept;

    /// The natural key of a row as one text; personal parts masked.
    [[nodiscard]] std::string key_of(const Statement& row);
    /// Ids of all records, retired ones too, that bear this key.
    [[nodiscard]] std::vector<std::int64_t> bearers(std::string_view joined);

    [[nodiscard]] const KindInfo& kind() const { return kind_; }

private:
    bool bind_key(Statement& statement, std::span<const std::uint8_t> key, std::span<const Value> values);
    Statement* step(Statement& statement);
    Statement* find_named(std::string_view name);
    Statement* find_numbered_alone(std::span<const Value> values);
    [[nodiscard]] std::string joined_expression(std::span<const std::uint8_t> key) const;

    const SQLite::Database& db_;
    const KindInfo& kind_;
    PersonReader& people_;
    std::vector<Statement> by_key_;
    Statement by_id_;
    std::optional<Statement> by_second_key_;
    std::optional<Statement> by_name_;
    Statement* current_ = nullptr;
};

}  // namespace xiaoan::data
