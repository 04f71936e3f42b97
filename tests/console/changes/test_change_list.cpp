#include "console/changes/change_list.hpp"
#include "console/changes/undoable.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using changes::ChangeList;
using changes::Row;
using What = Row::What;

data::Change a_change(std::int64_t id, std::size_t touched = 1)
{
    data::Change change;
    change.id = {id};
    change.command = "put";
    change.touched = touched;
    return change;
}

/// Answers everything the list wants of a log with changes 1 to `newest`.
void serve(ChangeList& list, std::int64_t newest, bool older_wanted = false)
{
    while (const auto wanted = list.wanted({newest}, older_wanted)) {
        list.asked(*wanted, {newest});
        std::vector<data::Change> answer;
        for (std::int64_t id = newest; id > 0 && answer.size() < wanted->most; --id) {
            if (wanted->before && id >= wanted->before->value) continue;
            answer.push_back(a_change(id, 2));
            data::RecordChange record{"buses",
                                      "吉G10001",
                                      data::RecordChange::What::changed,
                                      {{"seats", std::int64_t{36}, std::int64_t{35}}}};
            answer.back().records = {record};
        }
        list.take(*wanted, std::move(answer));
        older_wanted = false;
    }
}

TEST_CASE("a short log is read once and is complete", "[changes]")
{
    ChangeList list;
    serve(list, 3);
    REQUIRE(list.changes().size() == 3);
    CHECK(list.changes().front().id.value == 3);
    CHECK(list.complete());
    CHECK_FALSE(list.wanted({3}, true));
}

TEST_CASE("older changes are read only when the list is scrolled to its end", "[changes]")
{
    ChangeList list;
    serve(list, 450);
    CHECK(list.changes().size() == 200);
    CHECK_FALSE(list.complete());
    CHECK_FALSE(list.wanted({450}, false));
    serve(list, 450, true);
    CHECK(list.changes().size() == 400);
    serve(list, 450, true);
    REQUIRE(list.changes().size() == 450);
    CHECK(list.changes().back().id.value == 1);
    CHECK(list.complete());
}

TEST_CASE("a new change is put on top without losing the older ones", "[changes]")
{
    ChangeList list;
    serve(list, 450);
    serve(list, 450, true);
    serve(list, 451);
    CHECK(list.changes().size() == 401);
    CHECK(list.changes().front().id.value == 451);
}

TEST_CASE("more new changes than are read at a time leave no gap in the list", "[changes]")
{
    ChangeList list;
    serve(list, 10);
    serve(list, 500);
    CHECK(list.changes().size() == 200);
    CHECK(list.changes().back().id.value == 301);
    CHECK_FALSE(list.complete());
}

TEST_CASE("an opened change shows its records and fields once they are read", "[changes]")
{
    ChangeList list;
    serve(list, 2);
    list.open({2}, true);
    CHECK(list.rows() == std::vector<Row>{{What::change, 0, 0, 0}, {What::reading, 0, 0, 0}, {What::change, 1, 0, 0}});
    serve(list, 2);
    // Two records were touched and one was handed over.
    CHECK(list.rows() == std::vector<Row>{{What::change, 0, 0, 0},
                                          {What::record, 0, 0, 0},
                                          {What::field, 0, 0, 0},
                                          {What::more_records, 0, 0, 0},
                                          {What::change, 1, 0, 0}});
    list.open({2}, false);
    CHECK(list.rows().size() == 2);
}

TEST_CASE("nothing is asked while an answer is awaited, and a failed answer is not asked for again", "[changes]")
{
    ChangeList list;
    const auto wanted = list.wanted({5}, false);
    REQUIRE(wanted);
    list.asked(*wanted, {5});
    CHECK_FALSE(list.wanted({5}, true));
    list.failed(*wanted);
    CHECK_FALSE(list.wanted({5}, true));
    CHECK(list.read());
    CHECK(list.wanted({6}, false));
}

TEST_CASE("the answer for another record is dropped", "[changes]")
{
    ChangeList list;
    const auto of_all = list.wanted({5}, false);
    list.asked(*of_all, {5});
    list.show_only(changes::OfRecord{"buses", "吉G10001"});
    list.take(*of_all, {a_change(5)});
    CHECK(list.changes().empty());
    const auto of_bus = list.wanted({5}, false);
    REQUIRE(of_bus);
    CHECK(of_bus->kind == "buses");
    CHECK(of_bus->key == "吉G10001");
}

TEST_CASE("a change that was undone names the change that did it", "[changes]")
{
    ChangeList list;
    const auto wanted = list.wanted({9}, false);
    list.asked(*wanted, {9});
    auto undo = a_change(9);
    undo.undoes = data::ChangeId{8};
    list.take(*wanted, {undo, a_change(8), a_change(7, 0), a_change(1)});
    CHECK(list.undone_by({8}) == data::ChangeId{9});
    CHECK(changes::why_not_undoable(list, list.changes()[1])->key == "changes.undo.already");
    CHECK(changes::why_not_undoable(list, list.changes()[2])->key == "changes.undo.nothing");
    CHECK(changes::why_not_undoable(list, list.changes()[3])->key == "changes.undo.first");
    CHECK_FALSE(changes::why_not_undoable(list, list.changes()[0]));  // undoing can itself be undone
}

}  // namespace
