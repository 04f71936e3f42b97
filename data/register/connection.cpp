#include "data/register/connection.hpp"

#include "data/register/change_log.hpp"
#include "data/register/fault.hpp"
#include "data/register/file_copy.hpp"
#include "data/schema/migrations.hpp"

#include <SQLiteCpp/Transaction.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>

namespace xiaoan::data {

namespace {

/// Reads the header without SQLite, which could take a stranger's file for a register and write beside it.
void check_header(const std::string& path)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) throw fault_of_errno(path, errno);
    struct stat status{};
    std::array<unsigned char, 100> header{};
    const bool is_file = ::fstat(file, &status) == 0 && S_ISREG(status.st_mode);
    const bool whole = is_file && ::read(file, header.data(), header.size()) == static_cast<ssize_t>(header.size());
    ::close(file);
    static constexpr std::string_view magic{"SQLite format 3\0", 16};
    static constexpr std::size_t application_id_at = 68;
    std::uint32_t application = 0;
    for (std::size_t i = 0; i < 4; ++i) application = application << 8 | header[application_id_at + i];
    const bool sqlite = std::string_view{reinterpret_cast<const char*>(header.data()), magic.size()} == magic;
    if (!whole || !sqlite || application != application_id)
        throw StoreFault(FaultKind::not_a_register, path, "the file is no register");
}

std::string fact(const SQLite::Database& db, std::string_view key)
{
    Statement read(db, "SELECT value FROM register_info WHERE key = ?1");
    read.bind(1, key);
    return read.step() ? std::string{read.text(0)} : std::string{};
}

/// A file that nobody writes, with nothing made beside it.
SQLite::Database connect_as_it_lies(const std::string& path)
{
    std::string uri = "file:";
    for (const char c : path) {
        if (c == '?' || c == '#' || c == '%')
            uri += fmt::format("%{:02x}", static_cast<unsigned char>(c));
        else
            uri += c;
    }
    return connect(uri + "?immutable=1", SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
}

/// Whether another program may have left changes beside the file.
bool has_changes_beside(const std::string& path)
{
    struct stat status{};
    return ::stat((path + "-wal").c_str(), &status) == 0 && status.st_size > 0;
}

/// Whether SQLite failed because it could make no file beside the register.
bool has_no_room_beside(const SQLite::Exception& failure)
{
    const int answer = failure.getErrorCode() & 0xff;
    return answer == SQLITE_CANTOPEN || answer == SQLITE_READONLY ||
           failure.getExtendedErrorCode() == SQLITE_IOERR_SHMSIZE;
}

/// SQLite needs to write beside a WAL file even to read it; on a medium that cannot be written, or is full, it is read
/// as it lies, if no other program has left changes beside it.
SQLite::Database connect_for_reading(const std::string& path)
{
    try {
        SQLite::Database db = connect(path, SQLITE_OPEN_READONLY);
        (void)schema_version_of(db);
        return db;
    } catch (const SQLite::Exception& failure) {
        if (!has_no_room_beside(failure) || has_changes_beside(path)) throw;
    }
    return connect_as_it_lies(path);
}

/// Whether a file holds what the register holds, in the same schema.
bool is_copy_of(const SQLite::Database& db, const std::string& path)
{
    try {
        const SQLite::Database copy = connect_as_it_lies(path);
        return schema_version_of(copy) == schema_version_of(db) && newest_hash(copy) == newest_hash(db);
    } catch (const SQLite::Exception&) {
        return false;
    }
}

/// Copies the register as it is before a migration. A copy that is there already was left by a program that ended
/// before it had migrated, or is of another time: then the new one has a number.
void keep_copy_before_migration(const Store& store)
{
    std::string path = fmt::format("{}.v{}.backup", store.path, store.schema_version);
    for (int number = 2; ::access(path.c_str(), F_OK) == 0; ++number) {
        if (is_copy_of(store.db, path)) return;
        path = fmt::format("{}.v{}.{}.backup", store.path, store.schema_version, number);
    }
    copy_database(store.db, path);
}

/// What is only read stays as it is: a copy of it is brought up to date.
SQLite::Database copy_in_memory(const SQLite::Database& db)
{
    SQLite::Database copy = connect(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    copy_into(db, copy);
    return copy;
}

void bring_up_to_date(Store& store, bool for_writing)
{
    store.schema_version = schema_version_of(store.db);
    const int newest = newest_schema_version();
    if (store.schema_version > newest)
        throw StoreFault(FaultKind::newer_version, store.path,
                         fmt::format("schema {}, this program knows {}", store.schema_version, newest));
    if (store.schema_version == newest) return;
    if (for_writing)
        keep_copy_before_migration(store);
    else
        store.db = copy_in_memory(store.db);
    // Another program may be at the same work: it is waited for, and what it has done is not done again.
    SQLite::Transaction migration(store.db, SQLite::TransactionBehavior::IMMEDIATE);
    migrate(store.db, newest);
    migration.commit();
    store.schema_version = newest;
}

}  // namespace

SQLite::Database connect(const std::string& path, int flags)
{
    // SQLite counts its memory under a lock that nobody here asks for. Too late once it has begun, which does no harm.
    static const int set_once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    static_cast<void>(set_once);
    SQLite::Database db(path, flags | SQLITE_OPEN_NOMUTEX, busy_timeout_ms);  // one thread at a time
    db.exec("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;"
            "PRAGMA cache_size = -49152; PRAGMA temp_store = MEMORY");
    return db;
}

Store open_store(const std::string& path, bool for_writing)
{
    check_header(path);
    return guarded(path, [&] {
        Store store{
            path, for_writing ? connect(path, SQLITE_OPEN_READWRITE) : connect_for_reading(path), nullptr, {}, {}};
        if (for_writing && sqlite3_db_readonly(store.db.getHandle(), "main") == 1)
            throw StoreFault(FaultKind::read_only, path, "the file may not be written");
        store.read_only = !for_writing;
        bring_up_to_date(store, for_writing);
        store.secret = std::make_shared<const Secret>(Secret::load(path));
        read_facts(store);
        if (fact(store.db, "secret_check") != store.secret->check_value(store.id))
            throw StoreFault(FaultKind::secret_missing, Secret::path_for(path),
                             "the secret belongs to another register");
        return store;
    });
}

void read_facts(Store& store)
{
    store.id = fact(store.db, "id");
    store.name = fact(store.db, "name");
    store.demonstration = fact(store.db, "demonstration") == "yes";
    const std::string desk = fact(store.db, "desk");
    std::from_chars(desk.data(), desk.data() + desk.size(), store.desk);
}

void write_fact(const SQLite::Database& db, std::string_view key, std::string_view value)
{
    Statement write(db, "INSERT OR REPLACE INTO register_info (key, value) VALUES (?1, ?2)");
    write.bind(1, key);
    write.bind(2, value);
    write.run();
}

}  // namespace xiaoan::data
