// Writes the records of one kind: adds, changes and retires them within a recorded transaction.
#pragma once

#include "data/register/edit.hpp"
#include "data/register/person_store.hpp"
#include "data/register/record_finder.hpp"
#include "data/register/recorded_insert.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <string_view>
#include <vector>

namespace xiaoan::data {

/// A field as its column held it once; of a personal one the row of table person.
struct HeldField {
    std::size_t field = 0;
    Value value;
    PersonRef person;
};

class RecordTable {
public:
    RecordTable(const SQLite::Database& db, const KindInfo& kind, PersonStore& people, IdCounter& ids,
                Recording& recording);

    /// As Edit::put says. With `replace_vehicle` the old record is retired first; `replaced` is its id then, else 0.
    Result<PutResult> put(std::span<const Value> values, Origin origin, bool replace_vehicle, std::int64_t& replaced);
    /// Changes the fields of one record, its key too. Rejected as put, and (key_in_use) where another record has the
    /// key.
    /// `correction`: another VIN is that of the same vehicle.
    Result<PutResult> change(std::int64_t id, std::span<const Value> values, Origin origin, bool correction = false);
    Result<PutResult> add(std::span<const Value> values, Origin origin);
    void retire(std::int64_t id, std::string_view at, std::string_view reason);
    /// Gives a record back what it held once, and where that came from. Rejected: key_in_use.
    Result<void> put_back(std::int64_t id, std::span<const HeldField> held, Origin origin);

    [[nodiscard]] RecordFinder& finder() { return finder_; }

private:
    // In insert_order_, beyond any field.
    static constexpr std::uint8_t the_id = 250, the_source = 251, the_source_row = 252, nothing = 253;
    Result<PutResult> add_fitting(std::span<const Value> values, Origin origin);
    Result<PutResult> change_row(Statement& row, std::span<const Value> values, Origin origin, bool correction = false);
    [[nodiscard]] bool row_holds(const Statement& row, std::size_t field, const Value& value);
    void bind_value(Statement& statement, int parameter, std::size_t field, const Value& value);
    void insert_row(std::int64_t id, std::span<const Value> values, Origin origin);
    void insert_value(std::size_t field, const Value& value);
    void bind_origin(Statement& statement, int parameter, Origin origin);
    [[nodiscard]] PutChange described(const Statement& row, std::size_t field, const Value& value);
    /// What a row about to be changed was, where it came from, and of which county.
    void say_before(const Statement& row, PutResult& result) const;
    Statement& update_of(std::uint64_t fields);

    const SQLite::Database& db_;
    const KindInfo& kind_;
    PersonStore& people_;
    IdCounter& ids_;
    RecordFinder finder_;
    Recording& recording_;
    RecordedInsert insert_;
    std::vector<std::uint8_t> insert_order_;      // of each column of the table: its field, or one of the marks below
    std::map<std::uint64_t, Statement> updates_;  // by the set of fields that they write
};

}  // namespace xiaoan::data
