#include "data/schema/migrations.hpp"
#include "tests/data/register/a_register.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <catch2/catch_test_macros.hpp>
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

namespace {

std::vector<std::string> tables_of(SQLite::Database& db)
{
    std::vector<std::string> tables;
    SQLite::Statement select(db, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'");
    while (select.executeStep()) tables.push_back(select.getColumn(0).getString());
    return tables;
}

}  // namespace

TEST_CASE("what was said of headers is kept, told by headers, and replaced by what is said anew", "[register]")
{
    const Folder folder;
    const RememberedHeader seats{"b1", "核准", "buses", "seats"}, left_out{"b1", "颜色", "buses", ""},
        other{"a2", "核准", "waters", "depth_m"};
    {
        auto made = a_new_register(folder);
        CHECK(made.remembered_headers().empty());
        made.remember_headers(std::vector{seats, left_out, other}, coordinator);
        CHECK(made.history({}).size() == 1);
        CHECK(made.verify().problems.empty());
    }
    auto again = Register::open(folder.file("register.xiaoan"), Register::Access::write);
    CHECK(again.remembered_headers() == std::vector{other, seats, left_out});
    const RememberedHeader corrected{"b1", "核准", "buses", "odometer_km"};
    again.remember_headers(std::vector{corrected}, coordinator);
    CHECK(again.remembered_headers() == std::vector{other, corrected, left_out});
    auto reader = Register::open(folder.file("register.xiaoan"), Register::Access::read);
    CHECK(reader.remembered_headers().size() == 3);
    CHECK_THROWS_AS(reader.remember_headers(std::vector{seats}, coordinator), StoreFault);
}

TEST_CASE("a register made before there was such a memory opens with an empty one, its older form beside it",
          "[register]")
{
    const Folder folder;
    const std::string path = folder.file("register.xiaoan");
    (void)a_new_register(folder);
    constexpr int schema_before = 2;
    {
        SQLite::Database before(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
        migrate(before, schema_before);
        REQUIRE_FALSE(before.tableExists("remembered_header"));
        SQLite::Database db(path, SQLITE_OPEN_READWRITE);
        for (const auto& table : tables_of(db))
            if (!before.tableExists(table)) db.exec("DROP TABLE " + table);
        db.exec(fmt::format("PRAGMA user_version = {}", schema_before));
    }
    CHECK(Register::open(path, Register::Access::read).remembered_headers().empty());  // as it would be once migrated
    CHECK_FALSE(std::filesystem::exists(path + fmt::format(".v{}.backup", schema_before)));
    auto opened = Register::open(path, Register::Access::write);
    CHECK(opened.schema_version() == newest_schema_version());
    CHECK(opened.remembered_headers().empty());
    CHECK(std::filesystem::exists(path + fmt::format(".v{}.backup", schema_before)));
    CHECK(opened.history({}).size() == 1);
}
