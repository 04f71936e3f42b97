#include "data/schema/migrations.hpp"

#include "data/register/statement.hpp"
#include "embedded/data_schema.hpp"

#include <SQLiteCpp/Savepoint.h>
#include <fmt/format.h>

#include <string>

namespace xiaoan::data {

int newest_schema_version()
{
    return static_cast<int>(schema::embedded_files().size());
}

int schema_version_of(const SQLite::Database& db)
{
    return static_cast<int>(integer_of(db, "PRAGMA user_version"));
}

void migrate(SQLite::Database& db, int version)
{
    for (int next = schema_version_of(db) + 1; next <= version; ++next) {
        SQLite::Savepoint step(db, "migration");
        db.exec(std::string{schema::embedded_files()[static_cast<std::size_t>(next - 1)].content});
        db.exec(fmt::format("PRAGMA user_version = {}", next));
        step.release();
    }
}

}  // namespace xiaoan::data
