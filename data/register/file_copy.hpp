// Files that appear whole or not at all: copies of a database, and names taken only where they are free.
#pragma once

#include <SQLiteCpp/Database.h>

#include <string>

namespace xiaoan::data {

/// A name beside `path` for a file in the making, which nothing else uses.
[[nodiscard]] std::string unfinished_name(const std::string& path);

/// Gives a finished file its name and syncs the folder. Throws StoreFault: exists where the name is taken.
void give_name(const std::string& unfinished, const std::string& path);

/// Removes a database file in the making with what SQLite keeps beside it; one that is not there is no fault.
void remove_database(const std::string& path) noexcept;

/// Copies what is committed in `from` over all that `into` holds. Throws SQLite::Exception.
void copy_into(const SQLite::Database& from, SQLite::Database& into);

/// Copies what is committed in `db` to a new file, whole. Throws StoreFault (exists, disk_full …), SQLite::Exception.
void copy_database(const SQLite::Database& db, const std::string& path);

}  // namespace xiaoan::data
