#include "data/register/remembered_headers.hpp"

#include "data/register/fault.hpp"
#include "data/register/statement.hpp"

#include <SQLiteCpp/Transaction.h>

namespace xiaoan::data {

std::vector<RememberedHeader> read_remembered_headers(const Store& store)
{
    std::vector<RememberedHeader> remembered;
    Statement rows(store.db, "SELECT headers, header, kind, key FROM remembered_header ORDER BY headers, header");
    while (rows.step())
        remembered.push_back({std::string{rows.text(0)}, std::string{rows.text(1)}, std::string{rows.text(2)},
                              std::string{rows.text(3)}});
    return remembered;
}

void remember_headers(Store& store, std::span<const RememberedHeader> headers, const Actor& actor)
{
    if (store.read_only) throw StoreFault(FaultKind::read_only, store.path, "it was opened for reading");
    SQLite::Transaction transaction(store.db, SQLite::TransactionBehavior::IMMEDIATE);
    {
        Statement put(store.db,
                      "INSERT OR REPLACE INTO remembered_header (headers, header, kind, key, said_at, said_by)"
                      " VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
        for (const RememberedHeader& each : headers) {
            int column = 0;
            for (const std::string* text : {&each.headers, &each.header, &each.kind, &each.key, &actor.at, &actor.name})
                put.bind(++column, std::string_view{*text});
            put.run();
        }
    }
    transaction.commit();
}

}  // namespace xiaoan::data
