// Holds one moment of the register while several tables are read.
#pragma once

#include "data/register/statement.hpp"

#include <sqlite3.h>

namespace xiaoan::data {

/// Within a transaction that is open already it does nothing.
class ReadTransaction {
public:
    explicit ReadTransaction(const SQLite::Database& db)
        : db_(sqlite3_get_autocommit(db.getHandle()) != 0 ? &db : nullptr)
    {
        if (db_ != nullptr) Statement(*db_, "BEGIN").run();
    }
    ~ReadTransaction()
    {
        if (db_ != nullptr) sqlite3_exec(db_->getHandle(), "ROLLBACK", nullptr, nullptr, nullptr);
    }
    ReadTransaction(const ReadTransaction&) = delete;
    ReadTransaction& operator=(const ReadTransaction&) = delete;

private:
    const SQLite::Database* db_;
};

}  // namespace xiaoan::data
