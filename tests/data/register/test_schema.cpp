#include "data/register/connection.hpp"
#include "data/register/recorded_tables.hpp"
#include "data/schema/migrations.hpp"
#include "tests/data/register/a_register.hpp"

#include <catch2/catch_test_macros.hpp>
#include <sqlite3.h>

#include <map>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

namespace {

struct Column {
    std::string name, type;
    bool required = false;
    friend bool operator==(const Column&, const Column&) = default;
};

std::string storage(FieldType type)
{
    switch (type) {
    case FieldType::count: return "INTEGER";
    case FieldType::number:
    case FieldType::longitude:
    case FieldType::latitude: return "REAL";
    default: return is_personal(type) ? "INTEGER" : "TEXT";
    }
}

std::vector<Column> expected_columns(const KindInfo& kind)
{
    std::vector<Column> columns{{"id", "INTEGER", false}};
    for (const FieldInfo& field : kind.fields)
        columns.push_back({std::string{field.key}, storage(field.type), field.required});
    for (const auto& [name, type] : {std::pair{"source_file", "INTEGER"}, std::pair{"source_row", "INTEGER"},
                                     std::pair{"retired_at", "TEXT"}, std::pair{"retired_reason", "TEXT"}})
        columns.push_back({name, type, false});
    return columns;
}

SQLite::Database newest_schema()
{
    SQLite::Database db(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    migrate(db, newest_schema_version());
    return db;
}

std::string quote(std::string_view text)
{
    return "'" + std::string{text} + "'";
}

}  // namespace

TEST_CASE("the schema has a table for each kind, with its fields in their order", "[schema]")
{
    const auto db = newest_schema();
    for (const KindInfo* kind : kinds()) {
        CAPTURE(kind->key);
        std::vector<Column> columns;
        Statement info(db, "SELECT name, type, \"notnull\" FROM pragma_table_info(?1) ORDER BY cid");
        info.bind(1, kind->singular);
        while (info.step())
            columns.push_back({std::string{info.text(0)}, std::string{info.text(1)}, info.integer(2) != 0});
        CHECK(columns == expected_columns(*kind));
    }
}

TEST_CASE("every table is STRICT, and every recorded one has a key and no generated column", "[schema]")
{
    const auto db = newest_schema();
    Statement tables(db, "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
                         " AND name NOT LIKE 'sqlite_%'");
    while (tables.step()) {
        CAPTURE(std::string{tables.text(0)});
        CHECK(tables.integer(1) == 1);
    }
    for (const RecordedTable& table : recorded_tables) {
        CAPTURE(std::string{table.name});
        Statement columns(db, "SELECT count(*), sum(pk > 0), sum(hidden <> 0), min(cid + 1000 * (pk <> 1))"
                              " FROM pragma_table_xinfo(?1)");
        columns.bind(1, table.name);
        REQUIRE(columns.step());
        CHECK(columns.integer(0) > 0);
        CHECK(columns.integer(1) > 0);
        CHECK(columns.integer(2) == 0);
        CHECK(columns.integer(3) == 0);  // the key's first column is column 0
    }
}

TEST_CASE("only the log, its keys, the register's facts and how files are read are not recorded", "[schema]")
{
    const auto db = newest_schema();
    std::vector<std::string> unrecorded;
    Statement tables(db,
                     "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name");
    while (tables.step())
        if (group_of_table(tables.text(0)) == group_count) unrecorded.emplace_back(tables.text(0));
    CHECK(unrecorded ==
          std::vector<std::string>{"attachment_content", "change", "id_counter", "person_key", "register_info",
                                   "remembered_header", "track_content"});
}

TEST_CASE("a natural key is unique among the records in use, and looked up by an index", "[schema]")
{
    const auto db = newest_schema();
    for (const KindInfo* kind : kinds()) {
        CAPTURE(kind->key);
        std::string where;
        for (const auto field : kind->keys[0]) {
            const bool optional = kind->keys.size() == 1 && !kind->fields[field].required;
            const std::string column = "\"" + std::string{kind->fields[field].key} + "\"";
            where += " AND " + (optional ? "ifnull(" + column + ", '')" : column) + " = 'x'";
        }
        Statement plan(db, "EXPLAIN QUERY PLAN SELECT id FROM " + std::string{kind->singular} +
                               " WHERE retired_at IS NULL" + where);
        REQUIRE(plan.step());
        CHECK(plan.text(3).find("USING INDEX " + std::string{kind->singular} + "_key") != std::string_view::npos);
        CHECK(plan.text(3).find("SEARCH") == 0);
        Statement unique(db, "SELECT \"unique\", partial FROM pragma_index_list(" + quote(kind->singular) +
                                 ") WHERE name = " + quote(std::string{kind->singular} + "_key"));
        REQUIRE(unique.step());
        CHECK(unique.integer(0) == 1);
        CHECK(unique.integer(1) == 1);
    }
}

TEST_CASE("the words of an enumeration are those its column takes", "[schema]")
{
    const auto db = newest_schema();
    for (const KindInfo* kind : kinds()) {
        Statement sql(db, "SELECT sql FROM sqlite_master WHERE name = ?1");
        sql.bind(1, kind->singular);
        REQUIRE(sql.step());
        const std::string table{sql.text(0)};
        for (const FieldInfo& field : kind->fields)
            for (const Word& word : field.words) {
                CAPTURE(kind->key, field.key, word.word);
                CHECK(table.find(quote(word.word)) != std::string::npos);
            }
    }
}

TEST_CASE("a column of dates takes days, none and nothing, and no other text", "[schema]")
{
    auto db = newest_schema();
    for (const KindInfo* kind : kinds()) {
        Statement sql(db, "SELECT sql FROM sqlite_master WHERE name = ?1");
        sql.bind(1, kind->singular);
        REQUIRE(sql.step());
        for (const FieldInfo& field : kind->fields) {
            CAPTURE(kind->key, field.key);
            const std::string column = "\"" + std::string{field.key} + "\"";
            if (field.type == FieldType::date) CHECK(sql.text(0).find(column + " IS date(") != std::string_view::npos);
            if (field.type == FieldType::timestamp)
                CHECK(sql.text(0).find(column + " IS strftime(") != std::string_view::npos);
        }
    }
    const auto taken = [&](const std::string& value) {
        return db.tryExec("INSERT INTO permit (registration_number, applied_on) VALUES ('x', " + value + ")") ==
               SQLITE_OK;
    };
    for (const char* value : {"'2026-02-28'", "'none'", "NULL"}) CHECK(taken(value));
    for (const char* value : {"'2026-13-40'", "'2026-02-32'", "'soon'", "''", "'2026-3-1'"}) CHECK_FALSE(taken(value));
}

TEST_CASE("a register of any older version gets the newest schema, and keeps what it holds", "[schema]")
{
    const auto schema_of = [](const SQLite::Database& db) {
        std::map<std::string, std::string> schema;
        Statement rows(db, "SELECT type || ' ' || name, ifnull(sql, '') FROM sqlite_master");
        while (rows.step()) schema.emplace(rows.text(0), rows.text(1));
        return schema;
    };
    for (int version = 0; version < newest_schema_version(); ++version) {
        CAPTURE(version);
        SQLite::Database db(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
        migrate(db, version);
        if (version > 0) db.exec("INSERT INTO register_info (key, value) VALUES ('name', '洮南市教育局')");
        migrate(db, newest_schema_version());
        CHECK(schema_of(db) == schema_of(newest_schema()));
        CHECK(schema_version_of(db) == newest_schema_version());
        if (version > 0) CHECK(text_of(db, "SELECT value FROM register_info WHERE key = 'name'") == "洮南市教育局");
    }
}
