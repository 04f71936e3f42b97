#include "data/register/change_log.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>

namespace xiaoan::data {

namespace {

class Chain {
public:
    Chain() { crypto_generichash_init(&state_, nullptr, 0, std::tuple_size_v<ChainHash>); }
    void add(Bytes bytes) { crypto_generichash_update(&state_, bytes.data(), bytes.size()); }
    void add(std::int64_t number)
    {
        std::array<unsigned char, 8> bytes;
        for (std::size_t i = 0; i < bytes.size(); ++i)
            bytes[i] = static_cast<unsigned char>(static_cast<std::uint64_t>(number) >> (8 * i));
        add(Bytes{bytes});
    }
    /// With its length before it, so that no two rows read the same.
    void add(std::string_view text)
    {
        add(static_cast<std::int64_t>(text.size()));
        add(Bytes{reinterpret_cast<const unsigned char*>(text.data()), text.size()});
    }
    [[nodiscard]] ChainHash finish()
    {
        ChainHash hash;
        crypto_generichash_final(&state_, hash.data(), hash.size());
        return hash;
    }

private:
    crypto_generichash_state state_;
};

}  // namespace

ChainHash chain_start(const SQLite::Database& db)
{
    Chain chain;
    Statement facts(db,
                    "SELECT key, value FROM register_info WHERE key IN ('id', 'demonstration', 'desk', 'created_at')"
                    " ORDER BY key");
    while (facts.step()) {
        chain.add(facts.text(0));
        chain.add(facts.text(1));
    }
    return chain.finish();
}

ChainHash chain_hash(const ChainHash& before, const LogEntry& entry)
{
    Chain chain;
    chain.add(Bytes{before});
    chain.add(entry.id);
    chain.add(entry.at);
    chain.add(entry.actor);
    chain.add(entry.command);
    chain.add(entry.reason);
    chain.add(std::int64_t{entry.undoes ? 1 : 0});
    chain.add(entry.undoes.value_or(0));
    chain.add(entry.schema_version);
    chain.add(entry.file);
    chain.add(entry.touched);
    chain.add(entry.changeset);
    return chain.finish();
}

std::string hexadecimal(Bytes bytes)
{
    std::string text;
    text.reserve(2 * bytes.size());
    for (const unsigned char byte : bytes) fmt::format_to(std::back_inserter(text), "{:02x}", byte);
    return text;
}

ChangeId append(const SQLite::Database& db, LogEntry entry)
{
    entry.id = newest_change(db).value + 1;
    const ChainHash hash = chain_hash(newest_hash(db), entry);
    Statement insert(db, "INSERT INTO change (id, at, actor, command, reason, undoes, schema_version, file, touched,"
                         " changeset, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)");
    insert.bind(1, entry.id);
    insert.bind(2, std::string_view{entry.at});
    insert.bind(3, std::string_view{entry.actor});
    insert.bind(4, std::string_view{entry.command});
    insert.bind(5, std::string_view{entry.reason});
    if (entry.undoes)
        insert.bind(6, *entry.undoes);
    else
        insert.bind_null(6);
    insert.bind(7, entry.schema_version);
    insert.bind(8, std::string_view{entry.file});
    insert.bind(9, entry.touched);
    insert.bind(10, Bytes{reinterpret_cast<const unsigned char*>(entry.changeset.data()), entry.changeset.size()});
    insert.bind(11, Bytes{hash});
    insert.run();
    return {entry.id};
}

LogEntry log_entry(const Statement& row)
{
    LogEntry entry;
    entry.id = row.integer(0);
    entry.at = row.text(1);
    entry.actor = row.text(2);
    entry.command = row.text(3);
    entry.reason = row.text(4);
    if (!row.is_null(5)) entry.undoes = row.integer(5);
    entry.schema_version = row.integer(6);
    entry.file = row.text(7);
    entry.touched = row.integer(8);
    const Bytes changeset = row.blob(9);
    entry.changeset.assign(changeset.begin(), changeset.end());
    return entry;
}

ChainHash stored_hash(const Statement& row)
{
    ChainHash hash{};
    const Bytes stored = row.blob(10);
    if (stored.size() == hash.size()) std::ranges::copy(stored, hash.begin());
    return hash;
}

ChangeId newest_change(const SQLite::Database& db)
{
    return {integer_of(db, "SELECT ifnull(max(id), 0) FROM change")};
}

ChainHash newest_hash(const SQLite::Database& db)
{
    Statement newest(db, "SELECT hash FROM change ORDER BY id DESC LIMIT 1");
    if (!newest.step()) return chain_start(db);
    ChainHash hash{};
    const Bytes stored = newest.blob(0);
    if (stored.size() == hash.size()) std::ranges::copy(stored, hash.begin());
    return hash;
}

std::string hash_of_change(const SQLite::Database& db, ChangeId change)
{
    Statement entry(db, "SELECT hash FROM change WHERE id = ?1");
    entry.bind(1, change.value);
    return entry.step() ? hexadecimal(entry.blob(0)) : std::string{};
}

}  // namespace xiaoan::data
