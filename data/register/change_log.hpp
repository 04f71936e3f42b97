// The log of changes: rows of table change, each hashed over the one before it.
#pragma once

#include "data/register/commands.hpp"
#include "data/register/statement.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace xiaoan::data {

using ChainHash = std::array<unsigned char, 32>;

/// One row of the log but for its hash. `changeset` is packed, empty where no record was touched.
struct LogEntry {
    std::int64_t id = 0;
    std::string at;
    std::string actor;
    std::string command;
    std::string reason;
    std::optional<std::int64_t> undoes;
    std::int64_t schema_version = 0;
    std::string file;
    std::int64_t touched = 0;
    std::string changeset;
};

/// What the first hash is taken over: the register's id, desk, date of making and whether it is a demonstration.
[[nodiscard]] ChainHash chain_start(const SQLite::Database& db);
/// BLAKE2b-256 over the hash before and every column of the row, each with its length.
[[nodiscard]] ChainHash chain_hash(const ChainHash& before, const LogEntry& entry);
[[nodiscard]] std::string hexadecimal(Bytes bytes);

/// Adds an entry as the newest, with the next id and its hash. Within the transaction of the change.
ChangeId append(const SQLite::Database& db, LogEntry entry);

/// Reads rows of the log: `id, at, actor, command, reason, undoes, schema_version, file, touched, changeset, hash`.
inline constexpr std::string_view log_columns =
    "id, at, actor, command, reason, undoes, schema_version, file, touched, changeset, hash";
/// From a row of `log_columns`.
[[nodiscard]] LogEntry log_entry(const Statement& row);
[[nodiscard]] ChainHash stored_hash(const Statement& row);

/// The newest entry's id; 0 in an empty log.
[[nodiscard]] ChangeId newest_change(const SQLite::Database& db);
/// Its hash; that of the chain's start in an empty log.
[[nodiscard]] ChainHash newest_hash(const SQLite::Database& db);
/// The hash of one entry in hexadecimal; empty where there is none of that id.
[[nodiscard]] std::string hash_of_change(const SQLite::Database& db, ChangeId change);

}  // namespace xiaoan::data
