#include "data/register/connection.hpp"
#include "tests/data/register/a_register.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <sqlite3.h>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

namespace {

void tamper(const std::string& path, const std::string& sql)
{
    SQLite::Database db(path, SQLITE_OPEN_READWRITE);
    db.exec(sql);
}

Register a_filled_register(const Folder& folder)
{
    auto in = a_new_register(folder);
    put(in, kind_info<Bus>, a_bus("吉G1", {{"seats", std::int64_t{36}}}), a_bus("吉G2"));                    // 2
    put(in, kind_info<Driver>, a_driver("220802198001010010", "赵小伟", {{"phone", text("13804360001")}}));  // 3
    (void)in.apply(PutRecord{"buses", "吉G1", {{"seats", std::int64_t{40}}}}, coordinator);                  // 4
    (void)in.apply(OpenCases{{OpenCase{"bus",
                                       "吉G1",
                                       Adcode{220881},
                                       "education",
                                       Date{std::chrono::year{2026} / 11 / 23},
                                       {},
                                       {{"PLATE-NONE", "第十五条", "无校车标牌", "[]"}},
                                       ""}}},
                   coordinator);  // 5
    return in;
}

}  // namespace

TEST_CASE("a record changed past the log is found, with the change that last touched it", "[verify]")
{
    const Folder folder;
    const auto in = a_filled_register(folder);
    REQUIRE(in.verify().sound());
    CHECK(in.verify().changes == 5);
    CHECK(in.verify().head.size() == 64);
    tamper(in.path(), "UPDATE bus SET seats = 41 WHERE registration_number = '吉G1'");
    const auto found = in.verify();
    REQUIRE(found.problems.size() == 1);
    CHECK(found.problems[0].what == "record_differs");
    CHECK(found.problems[0].change == ChangeId{4});
    CHECK(found.problems[0].detail == "bus 吉G1: seats");
}

TEST_CASE("a change's hash can be asked for, to be printed on paper", "[verify]")
{
    const Folder folder;
    const auto in = a_filled_register(folder);
    CHECK(in.hash_of(ChangeId{5}) == in.verify().head);
    CHECK(in.hash_of(ChangeId{4}) == in.as_known(ChangeId{4}).verify().head);
    CHECK(in.hash_of(ChangeId{4}) != in.hash_of(ChangeId{5}));
    CHECK(in.hash_of(ChangeId{6}).empty());
}

TEST_CASE("a record added or removed past the log is found", "[verify]")
{
    const Folder folder;
    const auto in = a_filled_register(folder);
    tamper(in.path(), "DELETE FROM bus WHERE registration_number = '吉G2';"
                      "INSERT INTO bus (id, registration_number, county) VALUES (7, '吉G7', '220881')");
    const auto found = in.verify();
    REQUIRE(found.problems.size() == 2);
    CHECK(found.problems[0].detail == "bus 吉G7: is in no change");
    CHECK_FALSE(found.problems[0].change.has_value());
    CHECK(found.problems[1].detail == "bus 吉G2: is missing");
    CHECK(found.problems[1].change == ChangeId{2});
}

TEST_CASE("any change to any recorded table is found", "[verify]")
{
    const auto sql = GENERATE(
        as<std::string>{}, "UPDATE person SET sealed = zeroblob(22) WHERE id = (SELECT min(id) FROM person)",
        "UPDATE person SET digest = zeroblob(16) WHERE id = (SELECT max(id) FROM person)",
        "UPDATE person_key SET wrapped = zeroblob(72) WHERE person = (SELECT max(person) FROM person_key)",
        "UPDATE supervision_case SET department = 'transport'", "UPDATE case_rule SET text = 'x'",
        "UPDATE case_event SET at = 'x'", "UPDATE county SET label_lon = 0 WHERE n = 1", "UPDATE holiday SET off = 0",
        "UPDATE plan_item SET title_zh = 'x'", "UPDATE map_layer SET licence = 'x'", "UPDATE region SET west = 0",
        "UPDATE division SET name = 'x'", "UPDATE bus SET source_row = 3", "UPDATE bus SET retired_at = 'x'");
    CAPTURE(sql);
    const Folder folder;
    const auto in = a_filled_register(folder);
    tamper(in.path(), sql);
    const auto found = in.verify();
    REQUIRE_FALSE(found.sound());
    CHECK(found.problems[0].what == "record_differs");
}

TEST_CASE("any change to a row of the log breaks the chain at that row", "[verify]")
{
    const auto column = GENERATE(as<std::string>{}, "at", "actor", "command", "reason", "file", "touched",
                                 "schema_version", "undoes", "hash", "changeset");
    CAPTURE(column);
    const Folder folder;
    const auto in = a_filled_register(folder);
    std::string value = "'x'";
    if (column == "touched" || column == "schema_version") value = column + " + 1";
    if (column == "undoes") value = "2";
    if (column == "hash") value = "zeroblob(32)";
    if (column == "changeset") value = "CAST(substr(changeset, 1, 40) || x'01' || substr(changeset, 42) AS BLOB)";
    tamper(in.path(), "UPDATE change SET " + column + " = " + value + " WHERE id = 3");
    const auto found = in.verify();
    REQUIRE_FALSE(found.sound());
    CHECK(found.problems[0].what == "chain_broken");
    CHECK(found.problems[0].change == ChangeId{3});
}

TEST_CASE("every single byte of a changeset counts", "[verify]")
{
    const Folder folder;
    const auto in = a_filled_register(folder);
    std::string changeset;
    {
        const auto db = connect(in.path(), SQLITE_OPEN_READWRITE);
        Statement read(db, "SELECT changeset FROM change WHERE id = 2");
        REQUIRE(read.step());
        const Bytes bytes = read.blob(0);
        changeset.assign(bytes.begin(), bytes.end());
    }
    REQUIRE(changeset.size() > 50);
    for (std::size_t i = 0; i < changeset.size(); i += 7) {
        const auto write = [&] {
            const auto db = connect(in.path(), SQLITE_OPEN_READWRITE);
            Statement update(db, "UPDATE change SET changeset = ?1 WHERE id = 2");
            update.bind(1, Bytes{reinterpret_cast<const unsigned char*>(changeset.data()), changeset.size()});
            update.run();
        };
        changeset[i] = static_cast<char>(changeset[i] ^ 0x10);
        write();
        CAPTURE(i);
        CHECK_FALSE(in.verify().sound());
        changeset[i] = static_cast<char>(changeset[i] ^ 0x10);
        write();
    }
    CHECK(in.verify().sound());
}

TEST_CASE("a change taken out of the log, or put at another place, is found", "[verify]")
{
    const Folder folder;
    const auto in = a_filled_register(folder);
    SECTION("from the middle")
    {
        tamper(in.path(), "PRAGMA foreign_keys = OFF; DELETE FROM change WHERE id = 3");
        CHECK(in.verify().problems.at(0).what == "chain_broken");
    }
    SECTION("from the end: its records tell")
    {
        tamper(in.path(), "DELETE FROM change WHERE id = 5");
        CHECK(in.verify().problems.at(0).what == "record_differs");
    }
    SECTION("two exchanged")
    {
        tamper(in.path(), "UPDATE change SET id = 99 WHERE id = 3; UPDATE change SET id = 3 WHERE id = 4;"
                          "UPDATE change SET id = 4 WHERE id = 99");
        CHECK(in.verify().problems.at(0).what == "chain_broken");
    }
}

TEST_CASE("the log belongs to its register", "[verify]")
{
    const auto key = GENERATE(as<std::string>{}, "id", "demonstration", "desk", "created_at");
    CAPTURE(key);
    const Folder folder;
    const auto in = a_filled_register(folder);
    tamper(in.path(), "UPDATE register_info SET value = 'x' WHERE key = '" + key + "'");
    CHECK(in.verify().problems.at(0).change == ChangeId{1});
}

TEST_CASE("a damaged index is found", "[verify]")
{
    const Folder folder;
    const auto in = a_filled_register(folder);
    tamper(in.path(),
           "PRAGMA writable_schema = ON;"
           "UPDATE sqlite_master SET sql = replace(sql, '\"registration_number\"', '\"owner\"') WHERE name = 'bus_key';"
           "PRAGMA writable_schema = RESET");
    const auto opened = Register::open(in.path(), Register::Access::read);
    CHECK(opened.verify().problems.at(0).what == "integrity");
}
