#include "data/register/judging.hpp"

#include "data/register/connection.hpp"
#include "data/register/fault.hpp"
#include "data/register/moment.hpp"
#include "data/register/recorded_change.hpp"
#include "data/register/setting_table.hpp"
#include "data/register/silencing_table.hpp"
#include "data/register/statement.hpp"

namespace xiaoan::data {

namespace {

Rejected rejected(std::string reason, std::string field, std::vector<std::string> arguments = {})
{
    return {std::move(reason), std::move(field), std::move(arguments)};
}

LogEntry entry(std::string_view command, const Actor& actor, std::string reason)
{
    LogEntry result;
    result.at = actor.at;
    result.actor = actor.name;
    result.command = command;
    result.reason = std::move(reason);
    result.touched = 1;
    return result;
}

std::vector<Setting> read_settings(const SQLite::Database& db)
{
    std::vector<Setting> settings;
    Statement rows(db, "SELECT name, value, source, set_by, set_at FROM setting ORDER BY name");
    while (rows.step())
        settings.push_back({std::string{rows.text(0)}, std::string{rows.text(1)}, std::string{rows.text(2)},
                            std::string{rows.text(3)}, std::string{rows.text(4)}});
    return settings;
}

std::vector<Silencing> read_silencings(const SQLite::Database& db, std::optional<Timestamp> known_at)
{
    std::vector<Silencing> silencings;
    Statement rows(db, "SELECT id, kind, rule, registration_number, from_on, until_on, reason, given_by, given_at"
                       " FROM silencing ORDER BY id");
    while (rows.step()) {
        const Timestamp given_at = moment_from_iso(rows.text(8));
        if (known_at && given_at > *known_at) continue;
        silencings.push_back({rows.integer(0), std::string{rows.text(1)}, std::string{rows.text(2)},
                              std::string{rows.text(3)}, date_from_iso(rows.text(4)).value_or(Date{}),
                              date_from_iso(rows.text(5)).value_or(Date{}), std::string{rows.text(6)},
                              std::string{rows.text(7)}, std::string{rows.text(8)}});
    }
    return silencings;
}

std::string sentence(const ChangeSetting& asked)
{
    const std::string what = asked.name + " = " + asked.value.value_or("");
    return asked.source.empty() ? what : what + "; " + asked.source;
}

}  // namespace

Result<std::optional<ChangeId>> change_setting(RecordedChange& change, const ChangeSetting& asked, const Actor& actor)
{
    if (asked.name.empty()) return std::unexpected(rejected("missing_field", "name"));
    if (asked.value && asked.source.empty()) return std::unexpected(rejected("missing_field", "source"));
    std::optional<std::int64_t> id;
    {
        Statement held(change.db(), "SELECT id, value, source FROM setting WHERE name = ?1");
        held.bind(1, std::string_view{asked.name});
        if (held.step()) {
            id = held.integer(0);
            if (asked.value && held.text(1) == *asked.value && held.text(2) == asked.source) return std::nullopt;
        }
    }
    if (!asked.value) {
        if (!id) return std::nullopt;
        Statement remove(change.db(), "DELETE FROM setting WHERE id = ?1");
        remove.bind(1, *id);
        remove.run();
    } else {
        Statement write(change.db(),
                        id ? "UPDATE setting SET name = ?2, value = ?3, source = ?4, set_by = ?5, set_at = ?6"
                             " WHERE id = ?1"
                           : "INSERT INTO setting (id, name, value, source, set_by, set_at)"
                             " VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
        write.bind(1, id ? *id : change.ids().next("setting"));
        write.bind(2, std::string_view{asked.name});
        write.bind(3, std::string_view{*asked.value});
        write.bind(4, std::string_view{asked.source});
        write.bind(5, std::string_view{actor.name});
        write.bind(6, std::string_view{actor.at});
        write.run();
    }
    return change.commit(entry("set", actor, sentence(asked)));
}

namespace {

/// Rules about vehicles in no register: whom they are about need not be there, but the rule must be named.
bool is_of_strangers(std::string_view rule)
{
    return rule.starts_with("SUSPECT-");
}

/// Rules about waters: whom they are about is a water's code.
bool is_of_waters(std::string_view rule)
{
    return rule.starts_with("WATER-");
}

bool has_water(const SQLite::Database& db, std::string_view code)
{
    Statement water(db, "SELECT 1 FROM water WHERE code = ?1 AND retired_at IS NULL");
    water.bind(1, code);
    return water.step();
}

bool has_bus(const SQLite::Database& db, std::string_view registration_number)
{
    Statement bus(db, "SELECT 1 FROM bus WHERE registration_number = ?1 AND retired_at IS NULL");
    bus.bind(1, registration_number);
    return bus.step();
}

}  // namespace

Result<void> add_silencing(RecordedChange& change, const SilenceFindings& asked, const Actor& actor)
{
    if (asked.reason.empty()) return std::unexpected(rejected("missing_field", "reason"));
    if (asked.until_on < asked.from_on)
        return std::unexpected(rejected("until_before_from", "until", {iso(asked.until_on), iso(asked.from_on)}));
    const bool known =
        is_of_strangers(asked.rule) || (is_of_waters(asked.rule) ? has_water(change.db(), asked.registration_number)
                                                                 : has_bus(change.db(), asked.registration_number));
    if (!known) return std::unexpected(rejected("unknown_record", {}, {asked.registration_number}));
    const std::string from_on = iso(asked.from_on), until_on = iso(asked.until_on);
    Statement insert(change.db(), "INSERT INTO silencing (id, kind, rule, registration_number, from_on, until_on,"
                                  " reason, given_by, given_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
    insert.bind(1, change.ids().next("silencing"));
    insert.bind(2, std::string_view{asked.kind});
    if (asked.rule.empty())
        insert.bind_null(3);
    else
        insert.bind(3, std::string_view{asked.rule});
    insert.bind(4, std::string_view{asked.registration_number});
    insert.bind(5, std::string_view{from_on});
    insert.bind(6, std::string_view{until_on});
    insert.bind(7, std::string_view{asked.reason});
    insert.bind(8, std::string_view{actor.name});
    insert.bind(9, std::string_view{actor.at});
    insert.run();
    return {};
}

std::size_t end_waivers(RecordedChange& change, std::string_view rule, std::string_view registration_number,
                        std::string_view reason, std::optional<Date> last_on)
{
    struct Held {
        std::int64_t id;
        std::string from_on, until_on;
    };
    std::vector<Held> held;
    {
        Statement select(change.db(), "SELECT id, from_on, until_on FROM silencing WHERE kind = 'waived' AND rule = ?1"
                                      " AND registration_number = ?2 AND reason = ?3");
        select.bind(1, rule);
        select.bind(2, registration_number);
        select.bind(3, reason);
        while (select.step())
            held.push_back({select.integer(0), std::string{select.text(1)}, std::string{select.text(2)}});
    }
    std::size_t changed = 0;
    const std::string last = last_on ? iso(*last_on) : std::string{};
    for (const Held& each : held) {
        const bool no_day_left = !last_on || last < each.from_on;  // ISO 8601 sorts as it counts
        if (!no_day_left && each.until_on <= last) continue;
        Statement write(change.db(), no_day_left ? "DELETE FROM silencing WHERE id = ?1"
                                                 : "UPDATE silencing SET until_on = ?2 WHERE id = ?1");
        write.bind(1, each.id);
        if (!no_day_left) write.bind(2, std::string_view{last});
        write.run();
        ++changed;
    }
    return changed;
}

namespace {

Result<std::optional<ChangeId>> silence(RecordedChange& change, const SilenceFindings& asked, const Actor& actor)
{
    if (auto done = add_silencing(change, asked, actor); !done) return std::unexpected(done.error());
    return change.commit(entry(asked.kind == "waived" ? "waive" : "silence", actor, asked.reason));
}

}  // namespace

Judging read_judging(const std::string& register_path, std::optional<Timestamp> known_at)
{
    const Store store = open_store(register_path, false);
    return guarded(register_path,
                   [&] { return Judging{read_settings(store.db), read_silencings(store.db, known_at)}; });
}

Result<std::optional<ChangeId>> apply_judging(const std::string& register_path, const JudgingCommand& command,
                                              const Actor& actor)
{
    Store store = open_store(register_path, true);
    return guarded(register_path, [&]() -> Result<std::optional<ChangeId>> {
        RecordedChange change(store);
        if (const auto* setting = std::get_if<ChangeSetting>(&command)) return change_setting(change, *setting, actor);
        return silence(change, std::get<SilenceFindings>(command), actor);
    });
}

}  // namespace xiaoan::data
