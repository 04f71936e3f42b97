#include "data/register/connection.hpp"
#include "data/register/recorded_tables.hpp"
#include "tests/data/register/a_register.hpp"

#include <catch2/catch_test_macros.hpp>
#include <fmt/format.h>
#include <sqlite3.h>

#include <random>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

namespace {

std::string undone(Register& in, std::int64_t change)
{
    const auto done = in.apply(UndoChange{ChangeId{change}}, coordinator);
    if (done) return "done";
    return done.error().reason + (done.error().arguments.empty() ? "" : " " + done.error().arguments[0]);
}

void seats(Register& in, std::string_view bus, int count)
{
    REQUIRE(in.apply(PutRecord{"buses", std::string{bus}, {{"seats", std::int64_t{count}}}}, coordinator));
}

}  // namespace

TEST_CASE("undoing a change brings back what was, as a new change", "[undo]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    put(in, kind_info<Bus>, a_bus("吉G1", {{"seats", std::int64_t{36}}}));
    seats(in, "吉G1", 40);
    CHECK(undone(in, 3) == "done");
    CHECK(find_bus(in.snapshot(), "吉G1")->seats == 36);
    const auto newest = in.history({}).front();
    CHECK(newest.id == ChangeId{4});
    CHECK(newest.command == "undo");
    CHECK(newest.undoes == ChangeId{3});
    CHECK(in.verify().sound());
}

TEST_CASE("undoing an import takes out what it added and brings back its origin again when undone", "[undo]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    Edit edit = in.edit();
    const auto source = edit.add_source({"洮南.csv", "", "aa", "drivers"}, coordinator);
    REQUIRE(edit.put(kind_info<Driver>, a_driver("220802198001010010", "赵小伟"), Origin{source, 2}));
    const auto id = edit.commit(coordinator, "import", "洮南.csv");
    CHECK(undone(in, id->value) == "done");
    CHECK(in.snapshot().all<Driver>().empty());
    CHECK(in.snapshot().sources.empty());
    CHECK(undone(in, 3) == "done");  // the undoing itself
    const auto snapshot = in.snapshot();
    REQUIRE(snapshot.all<Driver>().size() == 1);
    CHECK(snapshot.people->text(snapshot.all<Driver>().begin()->name) == "赵小伟");
    CHECK(snapshot.source(snapshot.all<Driver>().begin()->origin)->file == "洮南.csv");
    CHECK(in.verify().sound());
}

TEST_CASE("a person named elsewhere stays when the driver's import is undone", "[undo]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    put(in, kind_info<Driver>, a_driver("220802198001010010", "赵小伟"));
    put(in, kind_info<Run>,
        row(kind_info<Run>, {{"registration_number", text("吉G1")}, {"driver", text("220802198001010010")}}));
    CHECK(undone(in, 2) == "done");
    const auto snapshot = in.snapshot();
    CHECK(snapshot.people->text(snapshot.all<Run>().begin()->driver) == "220802198001010010");
    put(in, kind_info<Driver>, a_driver("220802198001010010", "赵小伟"));
    const auto again = in.snapshot();
    CHECK(again.all<Driver>().begin()->licence_number == again.all<Run>().begin()->driver);
    CHECK(in.verify().sound());
}

TEST_CASE("a change that a later one built on is not undone before it", "[undo]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    put(in, kind_info<Bus>, a_bus("吉G1"), a_bus("吉G2"));  // 2
    seats(in, "吉G1", 40);                                  // 3
    seats(in, "吉G1", 41);                                  // 4
    seats(in, "吉G2", 19);                                  // 5
    CHECK(undone(in, 2) == "later_change 3");
    CHECK(undone(in, 3) == "later_change 4");
    CHECK(undone(in, 4) == "done");  // 6
    CHECK(undone(in, 4) == "already_undone 6");
    CHECK(undone(in, 3) == "done");  // 7
    CHECK(undone(in, 2) == "later_change 5");
    CHECK(undone(in, 5) == "done");  // 8
    CHECK(undone(in, 2) == "done");  // 9
    CHECK(in.snapshot().all<Bus>().empty());
    CHECK(undone(in, 8) == "later_change 9");  // its bus is not there
    CHECK(undone(in, 9) == "done");
    CHECK(in.snapshot().all<Bus>().size() == 2);
    CHECK(undone(in, 7) == "done");
    CHECK(find_bus(in.snapshot(), "吉G1")->seats == 40);
    CHECK(in.verify().sound());
}

TEST_CASE("the region, an unknown change and a note are not undone", "[undo]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    in.note(coordinator, "export_unmasked", "核对");
    CHECK(undone(in, 1) == "not_undoable 1");
    CHECK(undone(in, 2) == "not_undoable 2");
    CHECK(undone(in, 3) == "unknown_change 3");
    CHECK(in.history({}).size() == 2);
}

TEST_CASE("an undoing that would give one key to two records is refused", "[undo]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    put(in, kind_info<Bus>, a_bus("吉G1"));
    REQUIRE(in.apply(RetireRecord{"buses", "吉G1", "报废"}, coordinator));  // 3
    put(in, kind_info<Bus>, a_bus("吉G1", {{"seats", std::int64_t{19}}}));
    CHECK(undone(in, 3) == "undo_conflict 3");
    CHECK(find_bus(in.snapshot(), "吉G1")->seats == 19);
    CHECK(in.history({}).size() == 4);
    CHECK(in.verify().sound());
}

TEST_CASE("the log replayed from empty gives the same tables, whatever was done", "[undo]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    std::mt19937 random(20261123);
    const auto pick = [&](int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); };
    const auto bus = [&] { return fmt::format("吉G{:05}", pick(40)); };
    int done = 0;
    for (int step = 0; step < 300; ++step) {
        Result<std::optional<ChangeId>> result;
        switch (pick(7)) {
        case 0:
        case 1:
            put(in, kind_info<Bus>, a_bus(bus(), {{"seats", std::int64_t{pick(50)}}}),
                a_bus(bus(), {{"owner", text(bus())}}));
            break;
        case 2:
            put(in, kind_info<Driver>,
                a_driver(fmt::format("22080219800101{:04}", pick(30)), fmt::format("赵{}", pick(9)),
                         {{"phone", fmt::format("1380436{:04}", pick(9999))}}));
            break;
        case 3: result = in.apply(RetireRecord{"buses", bus(), "报废"}, coordinator); break;
        case 4:
            result = in.apply(OpenCases{{OpenCase{"bus",
                                                  bus(),
                                                  Adcode{220881},
                                                  "police_traffic",
                                                  Date{std::chrono::year{2026} / 11 / 23},
                                                  {},
                                                  {{"PLATE-NONE", "第十五条", "无校车标牌", "[]"}},
                                                  ""}}},
                              coordinator);
            break;
        case 5: result = in.apply(a_reply(fmt::format("2026-{:04}", 1 + pick(30)), "在办"), coordinator); break;
        default:
            result = in.apply(UndoChange{ChangeId{2 + pick(static_cast<int>(in.snapshot().last_change.value))}},
                              coordinator);
            if (result) ++done;
        }
    }
    CHECK(done > 5);
    const auto found = in.verify();
    for (const auto& problem : found.problems) UNSCOPED_INFO(problem.what << ": " << problem.detail);
    CHECK(found.sound());
}
