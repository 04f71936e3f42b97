#include "data/register/fault.hpp"

#include <sqlite3.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace xiaoan::data {

std::string_view word(FaultKind kind)
{
    static constexpr std::array<std::string_view, 11> words{
        "not_found", "exists",    "not_a_register", "newer_version",  "locked",
        "read_only", "disk_full", "damaged",        "secret_missing", "failed", "not_written"};
    return words[static_cast<std::size_t>(kind)];
}

namespace {

FaultKind kind_of(int answer)
{
    switch (answer & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return FaultKind::locked;
    case SQLITE_READONLY:
    case SQLITE_PERM: return FaultKind::read_only;
    case SQLITE_CANTOPEN: return FaultKind::not_found;
    case SQLITE_FULL: return FaultKind::disk_full;
    case SQLITE_CORRUPT: return FaultKind::damaged;
    case SQLITE_NOTADB: return FaultKind::not_a_register;
    default: return FaultKind::failed;
    }
}

}  // namespace

StoreFault fault_of(const std::string& path, const SQLite::Exception& failure)
{
    // What SQLite keeps beside a register found no room on the disk.
    const bool no_room = failure.getExtendedErrorCode() == SQLITE_IOERR_SHMSIZE;
    return {no_room ? FaultKind::disk_full : kind_of(failure.getErrorCode()), path, failure.what()};
}

StoreFault fault_of_errno(const std::string& path, int error)
{
    const FaultKind kind = error == ENOENT || error == ENOTDIR                   ? FaultKind::not_found
                           : error == EEXIST                                     ? FaultKind::exists
                           : error == ENOSPC || error == EDQUOT                  ? FaultKind::disk_full
                           : error == EACCES || error == EROFS || error == EPERM ? FaultKind::read_only
                                                                                 : FaultKind::failed;
    return {kind, path, std::strerror(error)};
}

}  // namespace xiaoan::data
