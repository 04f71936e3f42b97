// A register that the first schema wrote: opened, carried on, verified, undone and read as known at a moment.
#include "data/register/change_log.hpp"
#include "data/register/connection.hpp"
#include "data/register/recorded_change.hpp"
#include "data/register/secret.hpp"
#include "data/schema/migrations.hpp"
#include "tests/data/register/a_register.hpp"
#include "tests/data/register/told.hpp"

#include <SQLiteCpp/Database.h>
#include <catch2/catch_test_macros.hpp>
#include <sqlite3.h>

#include <cstdlib>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

namespace {

const std::string id = "00112233445566778899aabbccddeeff";

LogEntry an_entry(std::string command, std::string reason)
{
    LogEntry entry;
    entry.at = coordinator.at;
    entry.actor = coordinator.name;
    entry.command = std::move(command);
    entry.reason = std::move(reason);
    entry.touched = 1;
    return entry;
}

template <class... Statements>
void write(Store& store, std::string command, std::string reason, const Statements&... sql)
{
    RecordedChange change(store);
    (store.db.exec(sql), ...);
    change.commit(an_entry(std::move(command), std::move(reason)));
}

/// As the first version of the program wrote it: a region, a bus (change 2), a case (3), its reply (4), its end (5).
void make_old_register(const std::string& path)
{
    const auto secret = std::make_shared<const Secret>(Secret::create(path));
    Store store{path, connect(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE), secret, id, "白城市教育局"};
    store.db.exec("PRAGMA journal_mode = WAL");
    migrate(store.db, 1);
    store.schema_version = 1;
    write_fact(store.db, "id", id);
    write_fact(store.db, "name", store.name);
    write_fact(store.db, "demonstration", "no");
    write_fact(store.db, "desk", "1");
    write_fact(store.db, "created_at", coordinator.at);
    write_fact(store.db, "secret_check", secret->check_value(id));
    write_fact(store.db, "x", "");
    store.db.exec("INSERT INTO id_counter VALUES ('case_number:2026', 1), ('supervision_case', 1), ('bus', 1)");
    write(store, "init", "白城市",
          "INSERT INTO region VALUES ('220800', '白城市', 'Baicheng', 121.5, 44.1, 124.5, 46.3)",
          "INSERT INTO plan_item VALUES (1, '23.2', '七', '许可', 'Permits', '教育局', '2024-12-31', 0, '2024年底')");
    write(store, "import", "校车.csv",
          "INSERT INTO bus (id, registration_number, county) VALUES (1099511627777, '吉G1', '220881')");
    write(
        store, "open_cases", "2026-0001",
        "INSERT INTO supervision_case VALUES (1099511627777, '2026-0001', 'open', 'police_traffic', '220881', 'bus',"
        " '吉G1', '2026-11-02', '2026-11-10', NULL, NULL)",
        "INSERT INTO case_rule VALUES (1099511627777, 1, 'PLATE-NONE', '第十五条', '无校车标牌', '[]')",
        "INSERT INTO case_event VALUES (1099511627777, 1, '2026-11-02T09:15:02+08:00', 'opened', '协调员', '请核实')");
    write(store, "reply_case", "2026-0001", "UPDATE supervision_case SET state = 'replied'",
          "INSERT INTO case_event VALUES (1099511627777, 2, '2026-11-09T15:40:00+08:00', 'replied', '协调员', '在办')");
    write(
        store, "close_case", "2026-0001",
        "UPDATE supervision_case SET state = 'closed', closed_on = '2026-11-18', close_reason = '已补办'",
        "INSERT INTO case_event VALUES (1099511627777, 3, '2026-11-18T10:05:00+08:00', 'closed', '协调员', '已补办')");
}

}  // namespace

TEST_CASE("a register of the first schema is brought up to date, and a copy of it is kept", "[schema]")
{
    const Folder folder;
    const auto path = folder.file("old.xiaoan");
    make_old_register(path);
    auto in = Register::open(path, Register::Access::write);
    CHECK(in.schema_version() == newest_schema_version());
    CHECK(std::filesystem::exists(path + ".v1.backup"));
    const auto found = in.verify();
    for (const auto& problem : found.problems) UNSCOPED_INFO(problem.what << ": " << problem.detail);
    CHECK(found.sound());
    const auto snapshot = in.snapshot();
    REQUIRE(snapshot.cases.size() == 1);
    const Case& old = snapshot.cases[0];
    CHECK(old.state == CaseState::closed);
    CHECK(old.matter.empty());
    CHECK(old.sent_on.not_given());
    REQUIRE(old.events.size() == 3);
    CHECK(old.events[1].on.not_given());
    CHECK(day_of(old.events[1]) == Date{std::chrono::year{2026} / 11 / 9});  // that of its moment
    CHECK(snapshot.region->plan[0].proves.empty());
}

TEST_CASE("a migration that was broken off is done the next time, and every copy of before is kept", "[schema]")
{
    const Folder folder;
    const auto path = folder.file("old.xiaoan");
    make_old_register(path);
    std::filesystem::copy_file(path, path + ".v1.backup");  // all that a program did before it was killed
    CHECK(Register::open(path, Register::Access::write).schema_version() == newest_schema_version());
    CHECK_FALSE(std::filesystem::exists(path + ".v1.2.backup"));

    std::filesystem::remove(path);
    std::filesystem::remove(path + ".secret");
    std::filesystem::resize_file(path + ".v1.backup", 100);  // of another time, and damaged
    make_old_register(path);
    CHECK(Register::open(path, Register::Access::write).schema_version() == newest_schema_version());
    CHECK(std::filesystem::file_size(path + ".v1.backup") == 100);
    CHECK(std::filesystem::file_size(path + ".v1.2.backup") > 100);
}

TEST_CASE("a register of the first schema is read as it is, without being changed", "[schema]")
{
    const Folder folder;
    const auto path = folder.file("old.xiaoan");
    make_old_register(path);
    const auto size = std::filesystem::file_size(path);
    {
        const auto in = Register::open(path, Register::Access::read);
        CHECK(in.schema_version() == newest_schema_version());
        CHECK(in.snapshot().cases.size() == 1);
        CHECK(in.history({}).size() == 5);
        CHECK(in.verify().sound());
    }
    CHECK(std::filesystem::file_size(path) == size);
    CHECK_FALSE(std::filesystem::exists(path + ".v1.backup"));
    CHECK(SQLite::Database(path).execAndGet("PRAGMA user_version").getInt() == 1);
}

// What kills.sh migrates: a register of the first schema at $XIAOAN_OLD_REGISTER.
TEST_CASE("an old register is made for other tests", "[.old_register]")
{
    const char* path = std::getenv("XIAOAN_OLD_REGISTER");
    REQUIRE(path != nullptr);
    make_old_register(path);
    CHECK(std::filesystem::exists(path));
}

TEST_CASE("a case of the first schema goes on through the newer states, and all of it can be undone", "[schema]")
{
    const Folder folder;
    const auto path = folder.file("old.xiaoan");
    make_old_register(path);
    auto in = Register::open(path, Register::Access::write);
    const std::string before = told(in.snapshot());
    REQUIRE(in.apply(a_step(CaseStep::reopened, "2026-0001", "又无标牌"), coordinator));  // 6
    auto letter = a_step(CaseStep::sent);
    letter.addressees = {{false, "洮南市公安局交通警察大队"}};
    letter.attachments = {{"函.pdf", std::make_shared<const std::string>("abc")}};
    REQUIRE(in.apply(letter, coordinator));                   // 7
    REQUIRE(in.apply(a_step(CaseStep::urged), coordinator));  // 8
    CHECK(in.snapshot().cases[0].state == CaseState::sent);
    CHECK(in.verify().sound());
    // As known at: before the schema grew, and after.
    CHECK(in.as_known(ChangeId{7}).snapshot().cases[0].events.size() == 5);
    CHECK(told(in.as_known(ChangeId{5}).snapshot()) == before);
    CHECK(in.as_known(ChangeId{4}).snapshot().cases[0].state == CaseState::replied);
    CHECK(in.as_known(ChangeId{3}).snapshot().cases[0].state == CaseState::open);
    CHECK(in.as_known(ChangeId{2}).snapshot().cases.empty());
    // Undo, back over the place where the schema grew.
    for (const int change : {8, 7, 6, 5, 4, 3}) {
        CAPTURE(change);
        CHECK(in.apply(UndoChange{ChangeId{change}}, coordinator));
        CHECK(in.verify().sound());
    }
    CHECK(in.snapshot().cases.empty());
    // And forth again: the undoing of the opening is undone.
    REQUIRE(in.apply(UndoChange{ChangeId{14}}, coordinator));
    CHECK(in.snapshot().cases[0].state == CaseState::open);
    CHECK(in.verify().sound());
}

TEST_CASE("the wider vocabulary of cases is checked by the file itself", "[schema]")
{
    SQLite::Database db(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    migrate(db, newest_schema_version());
    const auto insert = [&](std::string_view state, int n) {
        return fmt::format("INSERT INTO supervision_case (id, number, state, department, subject_kind, subject_key,"
                           " opened_on, closed_on) VALUES ({0}, '{0}', '{1}', 'x', 'bus', 'x', '2026-11-23', {2})",
                           n, state, state == "closed" ? "'2026-11-23'" : "NULL");
    };
    int n = 0;
    for (const Word& word : words_of<CaseState>) CHECK_NOTHROW(db.exec(insert(word.word, ++n)));
    CHECK_THROWS(db.exec(insert("urged", ++n)));
    for (const Word& word : words_of<CaseStep>)
        CHECK_NOTHROW(db.exec(fmt::format("INSERT INTO case_event (case_id, n, at, what, by, text)"
                                          " VALUES (1, {}, '', '{}', '', '')",
                                          ++n, word.word)));
    CHECK_THROWS(db.exec(fmt::format("INSERT INTO case_event (case_id, n, at, what, by, text)"
                                     " VALUES (1, {}, '', 'forgotten', '', '')",
                                     ++n)));
    CHECK(db.execAndGet("PRAGMA integrity_check").getString() == "ok");
}
