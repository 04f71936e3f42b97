#include "data/register/file_copy.hpp"

#include "data/register/fault.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <fmt/format.h>

namespace xiaoan::data {

namespace {

void sync_path(const std::string& path, int flags)
{
    const int file = ::open(path.c_str(), flags | O_CLOEXEC);
    if (file < 0) return;
    ::fsync(file);
    ::close(file);
}

}  // namespace

std::string unfinished_name(const std::string& path)
{
    return fmt::format("{}.unfinished-{:08x}", path, randombytes_random());
}

void give_name(const std::string& unfinished, const std::string& path)
{
    sync_path(unfinished, O_RDONLY);
    // A link, unlike a rename, fails where the name is taken.
    if (::link(unfinished.c_str(), path.c_str()) != 0) {
        const int error = errno;
        if (error == EEXIST || ::access(path.c_str(), F_OK) == 0)
            throw StoreFault(FaultKind::exists, path, "the file exists");
        if (::rename(unfinished.c_str(), path.c_str()) != 0)
            throw fault_of_errno(path, errno);  // no links on this disk
    } else
        ::unlink(unfinished.c_str());
    const auto folder = std::filesystem::path(path).parent_path();
    sync_path(folder.empty() ? "." : folder.string(), O_RDONLY | O_DIRECTORY);
}

void remove_database(const std::string& path) noexcept
{
    for (const char* suffix : {"", "-wal", "-shm", "-journal"}) ::unlink((path + suffix).c_str());
}

void copy_into(const SQLite::Database& from, SQLite::Database& into)
{
    sqlite3_backup* work = sqlite3_backup_init(into.getHandle(), "main", from.getHandle(), "main");
    if (work == nullptr) throw SQLite::Exception(into.getHandle());
    sqlite3_backup_step(work, -1);
    const int answer = sqlite3_backup_finish(work);
    if (answer != SQLITE_OK) throw SQLite::Exception(into.getHandle(), answer);
}

void copy_database(const SQLite::Database& db, const std::string& path)
{
    if (::access(path.c_str(), F_OK) == 0) throw StoreFault(FaultKind::exists, path, "the file exists");
    const std::string unfinished = unfinished_name(path);
    try {
        {
            SQLite::Database copy(unfinished, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
            copy_into(db, copy);
        }
        give_name(unfinished, path);
    } catch (...) {
        remove_database(unfinished);
        throw;
    }
}

}  // namespace xiaoan::data
