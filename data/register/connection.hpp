// Opening a register's file: what it is, whether this program may read it, and how the connection is set.
#pragma once

#include "data/register/store.hpp"

#include <string>

namespace xiaoan::data {

/// How long a connection waits for another program's transaction.
inline constexpr int busy_timeout_ms = 3000;

/// A connection for one thread, set as every connection of a register is. `flags` are SQLite's.
[[nodiscard]] SQLite::Database connect(const std::string& path, int flags);

/// Opens a register, migrated to the newest schema where it may be written. Throws StoreFault as Register::open says.
[[nodiscard]] Store open_store(const std::string& path, bool for_writing);

/// Its id, name, desk and whether it is a demonstration, from its own table.
void read_facts(Store& store);
void write_fact(const SQLite::Database& db, std::string_view key, std::string_view value);

}  // namespace xiaoan::data
