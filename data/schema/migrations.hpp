// The numbered steps from an empty file to the newest schema; a register says in user_version how far it has come.
#pragma once

#include <SQLiteCpp/Database.h>

namespace xiaoan::data {

/// In the file's header: "Xiao".
inline constexpr std::uint32_t application_id = 0x5869616f;

/// The version that this program writes.
[[nodiscard]] int newest_schema_version();

/// The version of a register; 0 for an empty file.
[[nodiscard]] int schema_version_of(const SQLite::Database& db);

/// Runs the steps after the present version up to `version`, each in one transaction with its new number (or within
/// the transaction that is open). Throws SQLite::Exception; what did not finish is rolled back.
void migrate(SQLite::Database& db, int version);

}  // namespace xiaoan::data
