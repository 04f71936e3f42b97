#include "data/register/record_table.hpp"

#include "data/register/record_reader.hpp"
#include "data/register/stored_value.hpp"

#include <SQLiteCpp/Exception.h>
#include <fmt/format.h>
#include <sqlite3.h>

namespace xiaoan::data {

namespace {

/// Runs a write; a unique index that it breaks is the operator's to hear of.
template <class Write>
Result<void> run(Write& statement, const KindInfo& kind)
{
    try {
        statement.run();
        return {};
    } catch (const SQLite::Exception& failure) {
        if (failure.getExtendedErrorCode() != SQLITE_CONSTRAINT_UNIQUE) throw;
        return std::unexpected(Rejected{"key_in_use", std::string{kind.fields[kind.keys[0][0]].key}, {}});
    }
}

std::optional<Rejected> misfit(const KindInfo& kind, std::span<const Value> values)
{
    for (std::size_t i = 0; i < kind.fields.size(); ++i)
        if (!fits(kind.fields[i], values[i])) return Rejected{"bad_value", std::string{kind.fields[i].key}, {}};
    return std::nullopt;
}

Rejected missing_field(const FieldInfo& field)
{
    return {"missing_field", std::string{field.key}, {}};
}

}  // namespace

RecordTable::RecordTable(const SQLite::Database& db, const KindInfo& kind, PersonStore& people, IdCounter& ids,
                         Recording& recording)
    : db_(db),
      kind_(kind),
      people_(people),
      ids_(ids),
      finder_(db, kind, people),
      recording_(recording),
      insert_(db, recording, kind.singular)
{
    for (const std::string& column : insert_.columns()) {
        const auto field = kind.field(column);
        insert_order_.push_back(field                     ? static_cast<std::uint8_t>(*field)
                                : column == "id"          ? the_id
                                : column == "source_file" ? the_source
                                : column == "source_row"  ? the_source_row
                                                          : nothing);
    }
}

void RecordTable::bind_value(Statement& statement, int parameter, std::size_t field, const Value& value)
{
    const FieldType type = kind_.fields[field].type;
    if (!is_given(value))
        statement.bind_null(parameter);
    else if (is_personal(type))
        statement.bind(parameter, people_.add(std::get<std::string>(value), type));
    else
        statement.bind(parameter, value);
}

void RecordTable::bind_origin(Statement& statement, int parameter, Origin origin)
{
    if (origin.source == 0) {
        statement.bind_null(parameter);
        statement.bind_null(parameter + 1);
        return;
    }
    statement.bind(parameter, origin.source);
    statement.bind(parameter + 1, std::int64_t{origin.row});
}

void RecordTable::insert_row(std::int64_t id, std::span<const Value> values, Origin origin)
{
    for (const std::uint8_t what : insert_order_) {
        if (what == the_id)
            insert_.bind(id);
        else if (what == the_source && origin.source != 0)
            insert_.bind(origin.source);
        else if (what == the_source_row && origin.source != 0)
            insert_.bind(std::int64_t{origin.row});
        else if (what < kind_.fields.size())
            insert_value(what, values[what]);
        else
            insert_.bind_null();
    }
}

void RecordTable::insert_value(std::size_t field, const Value& value)
{
    const FieldType type = kind_.fields[field].type;
    if (!is_given(value))
        insert_.bind_null();
    else if (is_personal(type))
        insert_.bind(people_.add(std::get<std::string>(value), type));
    else
        insert_.bind(value);
}

Result<PutResult> RecordTable::put(std::span<const Value> values, Origin origin, bool replace_vehicle,
                                   std::int64_t& replaced)
{
    if (const auto wrong = misfit(kind_, values)) return std::unexpected(*wrong);
    bool has_key = false;
    for (const auto key : kind_.keys) has_key = has_key || gives_key(kind_, key, values);
    if (!has_key) return std::unexpected(Rejected{"missing_key", std::string{missing_key_field(kind_, values)}, {}});

    Statement* row = finder_.find(values);
    if (row == nullptr) return add_fitting(values, origin);
    const std::int64_t id = row->integer(0);
    if (!replace_vehicle) return change_row(*row, values, origin);
    auto result = change_row(*row, values, origin);
    if (result || result.error().reason != "vehicle_replaced") return result;
    finder_.done();
    retire(id, "", "vehicle_replaced");  // the moment is known when the change is committed
    replaced = id;
    return add_fitting(values, origin);
}

Result<PutResult> RecordTable::add(std::span<const Value> values, Origin origin)
{
    if (const auto wrong = misfit(kind_, values)) return std::unexpected(*wrong);
    return add_fitting(values, origin);
}

Result<PutResult> RecordTable::add_fitting(std::span<const Value> values, Origin origin)
{
    for (std::size_t i = 0; i < kind_.fields.size(); ++i)
        if (kind_.fields[i].required && !is_given(values[i])) return std::unexpected(missing_field(kind_.fields[i]));
    PutResult result{Outcome::added, RecordId{ids_.next(kind_.singular)}, {}};
    insert_row(result.id.value, values, origin);
    if (const auto ran = run(insert_, kind_); !ran) return std::unexpected(ran.error());
    return result;
}

Result<PutResult> RecordTable::change(std::int64_t id, std::span<const Value> values, Origin origin, bool correction)
{
    if (const auto wrong = misfit(kind_, values)) return std::unexpected(*wrong);
    Statement* row = finder_.row(id);
    if (row == nullptr) return std::unexpected(Rejected{"unknown_record", {}, {}});
    return change_row(*row, values, origin, correction);
}

bool RecordTable::row_holds(const Statement& row, std::size_t field, const Value& value)
{
    const int column = RecordFinder::first_field_column + static_cast<int>(field);
    const FieldType type = kind_.fields[field].type;
    if (!is_personal(type) || !is_given(value)) return holds(row, column, value);
    return !row.is_null(column) && people_.holds(row.integer(column), type, std::get<std::string>(value));
}

PutChange RecordTable::described(const Statement& row, std::size_t field, const Value& value)
{
    const int column = RecordFinder::first_field_column + static_cast<int>(field);
    const FieldType type = kind_.fields[field].type;
    PutChange change{field, row.value(column), std::holds_alternative<Cleared>(value) ? Value{} : value};
    if (!is_personal(type)) return change;
    if (!row.is_null(column)) {
        change.old_person = PersonRef{row.integer(column)};
        change.old_value = people_.masked(row.integer(column), type);
    }
    if (is_given(value)) change.new_value = masked(std::get<std::string>(value), type);
    return change;
}

Result<PutResult> RecordTable::change_row(Statement& row, std::span<const Value> values, Origin origin, bool correction)
{
    PutResult result{Outcome::unchanged, RecordId{row.integer(0)}, {}};
    std::uint64_t changed = 0;
    for (std::size_t i = 0; i < kind_.fields.size(); ++i) {
        const bool cleared = std::holds_alternative<Cleared>(values[i]);
        if ((!cleared && !is_given(values[i])) || row_holds(row, i, values[i])) continue;
        if (cleared && kind_.fields[i].required) return std::unexpected(missing_field(kind_.fields[i]));
        if (kind_.fields[i].type == FieldType::vin && !cleared && !correction &&
            !row.is_null(RecordFinder::first_field_column + static_cast<int>(i)))
            return std::unexpected(Rejected{
                "vehicle_replaced",
                std::string{kind_.fields[i].key},
                {finder_.key_of(row), std::string{row.text(RecordFinder::first_field_column + static_cast<int>(i))}}});
        changed |= std::uint64_t{1} << i;
        result.changes.push_back(described(row, i, values[i]));
    }
    if (changed != 0) say_before(row, result);
    finder_.done();
    if (changed == 0) return result;
    Statement& update = update_of(changed);
    int parameter = 0;
    for (const PutChange& change : result.changes) bind_value(update, ++parameter, change.field, values[change.field]);
    bind_origin(update, parameter + 1, origin);
    update.bind(parameter + 3, result.id.value);
    if (insert_.inserted(result.id.value)) recording_.join_rows();
    if (const auto ran = run(update, kind_); !ran) return std::unexpected(ran.error());
    result.outcome = Outcome::changed;
    return result;
}

void RecordTable::say_before(const Statement& row, PutResult& result) const
{
    const int source = RecordFinder::first_field_column + static_cast<int>(kind_.fields.size());
    result.before = {row.integer(source), static_cast<std::int32_t>(row.integer(source + 1))};
    for (std::size_t i = 0; i < kind_.fields.size(); ++i)
        if (kind_.fields[i].type == FieldType::county)
            read_cell(row, RecordFinder::first_field_column + static_cast<int>(i), result.county_before);
}

Statement& RecordTable::update_of(std::uint64_t fields)
{
    static constexpr std::size_t most_kept = 64;
    if (const auto found = updates_.find(fields); found != updates_.end()) return found->second;
    if (updates_.size() == most_kept) updates_.clear();
    std::string sql = fmt::format("UPDATE {} SET ", quoted(kind_.singular));
    int parameter = 0;
    for (std::size_t i = 0; i < kind_.fields.size(); ++i)
        if ((fields >> i & 1) != 0) sql += fmt::format("{} = ?{}, ", quoted(kind_.fields[i].key), ++parameter);
    sql +=
        fmt::format("source_file = ?{}, source_row = ?{} WHERE id = ?{}", parameter + 1, parameter + 2, parameter + 3);
    return updates_.emplace(fields, Statement(db_, sql)).first->second;
}

Result<void> RecordTable::put_back(std::int64_t id, std::span<const HeldField> held, Origin origin)
{
    std::string sql = fmt::format("UPDATE {} SET ", quoted(kind_.singular));
    int parameter = 0;
    for (const HeldField& each : held)
        sql += fmt::format("{} = ?{}, ", quoted(kind_.fields[each.field].key), ++parameter);
    sql +=
        fmt::format("source_file = ?{}, source_row = ?{} WHERE id = ?{}", parameter + 1, parameter + 2, parameter + 3);
    Statement update(db_, sql);
    parameter = 0;
    for (const HeldField& each : held) {
        if (each.person.given())
            update.bind(++parameter, each.person.id);
        else
            update.bind(++parameter, each.value);
    }
    bind_origin(update, parameter + 1, origin);
    update.bind(parameter + 3, id);
    if (insert_.inserted(id)) recording_.join_rows();
    return run(update, kind_);
}

void RecordTable::retire(std::int64_t id, std::string_view at, std::string_view reason)
{
    Statement update(
        db_, fmt::format("UPDATE {} SET retired_at = ?1, retired_reason = ?2 WHERE id = ?3", quoted(kind_.singular)));
    update.bind(1, at);
    update.bind(2, reason);
    update.bind(3, id);
    if (insert_.inserted(id)) recording_.join_rows();
    update.run();
}

}  // namespace xiaoan::data
