// One transaction under recording: what happens between its begin and its commit becomes one entry of the log.
#pragma once

#include "data/register/change_log.hpp"
#include "data/register/id_counter.hpp"
#include "data/register/result.hpp"
#include "data/register/session.hpp"
#include "data/register/store.hpp"

#include <SQLiteCpp/Transaction.h>

#include <optional>
#include <string>
#include <utility>

namespace xiaoan::data {

/// Rolled back where it ends without commit.
class RecordedChange {
public:
    explicit RecordedChange(Store& store)
        : store_(writable(store)),
          transaction_(store.db, SQLite::TransactionBehavior::IMMEDIATE),
          recording_(store.db),
          ids_(store.db, store.desk)
    {
    }

    [[nodiscard]] Store& store() { return store_; }
    [[nodiscard]] const SQLite::Database& db() const { return store_.db; }
    [[nodiscard]] IdCounter& ids() { return ids_; }
    [[nodiscard]] Recording& recording() { return recording_; }

    /// `entry` has all but id, schema version and changeset, which are filled in here.
    ChangeId commit(LogEntry entry)
    {
        ids_.store();
        entry.schema_version = store_.schema_version;
        entry.changeset = recording_.packed();
        const ChangeId id = append(store_.db, std::move(entry));
        transaction_.commit();
        return id;
    }

private:
    static Store& writable(Store& store)
    {
        if (store.read_only) throw StoreFault(FaultKind::read_only, store.path, "it was opened for reading");
        return store;
    }

    Store& store_;
    SQLite::Transaction transaction_;
    Recording recording_;
    IdCounter ids_;
};

}  // namespace xiaoan::data
