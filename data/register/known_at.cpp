#include "data/register/known_at.hpp"

#include "data/register/connection.hpp"
#include "data/register/file_copy.hpp"
#include "data/register/moment.hpp"
#include "data/register/session.hpp"

#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>
#include <sqlite3.h>

namespace xiaoan::data {

namespace {

/// The inverses of what came after `newest`, and those entries out of the log.
void take_back(SQLite::Database& db, const std::string& path, ChangeId newest)
{
    SQLite::Transaction transaction(db);
    {
        Statement later(db, "SELECT id, changeset FROM change WHERE id > ?1 ORDER BY id DESC");
        later.bind(1, newest.value);
        while (later.step())
            if (!apply_changeset(db, later.blob(1), Way::inverse))
                throw StoreFault(FaultKind::damaged, path,
                                 fmt::format("change {} does not fit what it left", later.integer(0)));
    }
    Statement forget(db, "DELETE FROM change WHERE id > ?1");
    forget.bind(1, newest.value);
    forget.run();
    transaction.commit();
}

}  // namespace

Result<ChangeId> change_at(const Store& store, Timestamp moment)
{
    Statement entries(store.db, "SELECT id, at FROM change ORDER BY id DESC");
    std::string began;
    while (entries.step()) {
        began = entries.text(1);
        const Timestamp at = moment_from_iso(began);
        if (at.given() && at <= moment) return ChangeId{entries.integer(0)};
    }
    return std::unexpected(Rejected{"before_register", "known_at", {began}});
}

Store store_as_known(const Store& store, ChangeId newest)
{
    Store known{store.path,   connect(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE),
                store.secret, store.id,
                store.name,   store.demonstration};
    known.desk = store.desk;
    known.schema_version = store.schema_version;
    known.read_only = true;
    known.region = store.region;
    known.region_with_layers = store.region_with_layers;
    copy_into(store.db, known.db);
    if (integer_of(known.db, fmt::format("SELECT count(*) FROM change WHERE id = {}", newest.value)) == 0)
        throw StoreFault(FaultKind::failed, store.path, fmt::format("there is no change {}", newest.value));
    // What held then holds again once all is taken back; to ask at every row in between costs a scan for each person.
    known.db.exec("PRAGMA foreign_keys = OFF");
    take_back(known.db, store.path, newest);
    known.db.exec("PRAGMA query_only = ON");
    return known;
}

}  // namespace xiaoan::data
