#include "data/register/conflict_table.hpp"

#include "data/register/hand_commands.hpp"

#include <algorithm>
#include <array>

namespace xiaoan::data {

namespace {

constexpr std::array<std::string_view, 3> decisions{"kept_first", "kept_second", "both_right"};

void bind_or_null(Statement& statement, int parameter, const std::optional<std::int64_t>& number)
{
    if (number)
        statement.bind(parameter, *number);
    else
        statement.bind_null(parameter);
}

bool holds_person(std::string_view kind, std::string_view field)
{
    const KindInfo* info = find_kind(kind);
    const auto at = info != nullptr ? info->field(field) : std::nullopt;
    return at && is_personal(info->fields[*at].type);
}

Rejected rejected(std::string reason, std::string field, std::vector<std::string> arguments = {})
{
    return {std::move(reason), std::move(field), std::move(arguments)};
}

/// Puts back what the record of a contested entry held, and where that came from.
Result<void> put_back(Edit::State& edit, RecordId id)
{
    const auto all = read_contested(edit.change.db());
    const auto found = std::ranges::find(all, id, &Contested::id);
    const KindInfo* kind = found != all.end() ? find_kind(found->kind) : nullptr;
    if (kind == nullptr) return std::unexpected(rejected("unknown_conflict", "conflict", {std::to_string(id.value)}));
    std::vector<HeldField> held;
    for (const ContestedValue& value : found->values)
        if (const auto field = kind->field(value.field)) held.push_back({*field, value.held, value.person});
    auto done = edit.table(*kind).put_back(found->record.value, held, found->before);
    if (done) edit.count(*kind, {Outcome::changed, found->record, {}});
    return done;
}

void add_settlement(Edit::State& edit, const SettleConflict& asked, const Actor& actor)
{
    Statement insert(edit.change.db(), "INSERT INTO settlement (id, conflict, decision, evidence, reason, at, by)"
                                       " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
    insert.bind(1, edit.change.ids().next("settlement"));
    insert.bind(2, std::string_view{asked.conflict});
    insert.bind(3, std::string_view{asked.decision});
    insert.bind(4, std::string_view{asked.evidence});
    insert.bind(5, std::string_view{asked.reason});
    insert.bind(6, std::string_view{actor.at});
    insert.bind(7, std::string_view{actor.name});
    insert.run();
    ++edit.touched;
}

}  // namespace

std::vector<Contested> read_contested(const SQLite::Database& db)
{
    std::vector<Contested> all;
    Statement select(db,
                     "SELECT id, kind, record, source_file, source_row, by_source_file, by_source_row FROM contested"
                     " ORDER BY id");
    while (select.step())
        all.push_back({RecordId{select.integer(0)},
                       std::string{select.text(1)},
                       RecordId{select.integer(2)},
                       {select.integer(3), static_cast<std::int32_t>(select.integer(4))},
                       {select.integer(5), static_cast<std::int32_t>(select.integer(6))},
                       {}});
    Statement values(db, "SELECT contested_id, field, held FROM contested_value ORDER BY contested_id, n");
    while (values.step()) {
        const auto of = std::ranges::lower_bound(all, RecordId{values.integer(0)}, {}, &Contested::id);
        if (of == all.end() || of->id.value != values.integer(0)) continue;
        ContestedValue& value = of->values.emplace_back();
        value.field = values.text(1);
        if (!holds_person(of->kind, value.field))
            value.held = values.value(2);
        else
            value.person = PersonRef{values.integer(2)};
    }
    return all;
}

std::vector<Settlement> read_settlements(const SQLite::Database& db)
{
    std::vector<Settlement> all;
    Statement select(db, "SELECT id, conflict, decision, evidence, reason, at, by FROM settlement ORDER BY id");
    while (select.step())
        all.push_back({RecordId{select.integer(0)}, std::string{select.text(1)}, std::string{select.text(2)},
                       std::string{select.text(3)}, std::string{select.text(4)}, std::string{select.text(5)},
                       std::string{select.text(6)}});
    return all;
}

void add_contested(Edit::State& edit, const KindInfo& kind, const PutResult& changed, Origin by)
{
    const auto or_null = [](std::int64_t number) {
        return number != 0 ? std::optional{number} : std::optional<std::int64_t>{};
    };
    const std::int64_t id = edit.change.ids().next("contested");
    Statement insert(edit.change.db(), "INSERT INTO contested (id, kind, record, source_file, source_row,"
                                       " by_source_file, by_source_row) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
    insert.bind(1, id);
    insert.bind(2, kind.singular);
    insert.bind(3, changed.id.value);
    bind_or_null(insert, 4, or_null(changed.before.source));
    bind_or_null(insert, 5, or_null(changed.before.row));
    insert.bind(6, by.source);
    insert.bind(7, std::int64_t{by.row});
    insert.run();
    Statement value(edit.change.db(),
                    "INSERT INTO contested_value (contested_id, n, field, held) VALUES (?1, ?2, ?3, ?4)");
    std::int64_t n = 0;
    for (const PutChange& each : changed.changes) {
        value.bind(1, id);
        value.bind(2, ++n);
        value.bind(3, kind.fields[each.field].key);
        if (each.old_person.given())
            value.bind(4, each.old_person.id);
        else
            value.bind(4, each.old_value);
        value.run();
    }
}

Result<void> settle_conflict(Edit::State& edit, const SettleConflict& asked, const Actor& actor)
{
    if (asked.conflict.empty()) return std::unexpected(rejected("missing_field", "conflict"));
    if (std::ranges::find(decisions, asked.decision) == decisions.end())
        return std::unexpected(rejected("bad_value", "decision"));
    if (asked.put_back.value != 0)
        if (auto done = put_back(edit, asked.put_back); !done) return done;
    for (const RetireRecord& retire : asked.retires)
        if (auto done = retire_record(edit, retire, actor); !done) return std::unexpected(done.error());
    for (const PutRecord& put : asked.puts)
        if (auto done = put_record(edit, put); !done) return std::unexpected(done.error());
    add_settlement(edit, asked, actor);
    return {};
}

}  // namespace xiaoan::data
