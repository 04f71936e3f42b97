#include "data/register/backup.hpp"

#include "data/register/change_log.hpp"
#include "data/register/connection.hpp"
#include "data/register/fault.hpp"
#include "data/register/file_copy.hpp"
#include "data/register/recorded_tables.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdint>
#include <vector>

namespace xiaoan::data {

namespace {

std::vector<std::int64_t> counts(const SQLite::Database& db)
{
    std::vector<std::int64_t> rows;
    for (const RecordedTable& table : recorded_tables)
        rows.push_back(integer_of(db, fmt::format("SELECT count(*) FROM \"{}\"", table.name)));
    for (const char* table : {"person_key", "attachment_content", "track_content"})
        rows.push_back(integer_of(db, fmt::format("SELECT count(*) FROM {}", table)));
    return rows;
}

void check_copy(const Store& original, const std::string& path)
{
    const Store copy = open_store(path, false);
    if (text_of(copy.db, "PRAGMA integrity_check") != "ok" || newest_hash(copy.db) != newest_hash(original.db) ||
        counts(copy.db) != counts(original.db))
        throw StoreFault(FaultKind::damaged, path, "the copy is not what was copied; it was removed");
}

}  // namespace

void back_up(const Store& store, const std::string& path)
{
    if (::access(path.c_str(), F_OK) == 0) throw StoreFault(FaultKind::exists, path, "the file exists");
    // The secret comes first: whatever ends the program in between leaves no copy that nobody can open.
    const std::string secret_path = Secret::path_for(path);
    const bool writes_secret = ::access(secret_path.c_str(), F_OK) != 0;
    Secret::copy(store.path, path);
    bool copied = false;
    try {
        copy_database(store.db, path);
        copied = true;
        guarded(path, [&] { check_copy(store, path); });
    } catch (...) {
        if (copied) remove_database(path);
        if (writes_secret) ::unlink(secret_path.c_str());
        throw;
    }
}

}  // namespace xiaoan::data
