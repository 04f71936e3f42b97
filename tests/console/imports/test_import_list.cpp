#include "console/imports/import_list.hpp"
#include "tests/support/a_plan.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using imports::ImportList;

data::ImportRequest request(std::string path, bool dry_run = true)
{
    data::ImportRequest made;
    made.path = std::move(path);
    made.dry_run = dry_run;
    return made;
}

data::ImportReport report(std::size_t added, bool dry_run = true)
{
    data::ImportReport made;
    made.dry_run = dry_run;
    made.sheets.resize(1);
    made.sheets[0].rows = 10;
    made.sheets[0].added = added;
    made.sheets[0].unchanged = 10 - added;
    auto plan = std::make_shared<data::PlannedChanges>();
    for (std::uint32_t row = 0; row < added; ++row)
        test::plan_added(*plan, "buses", {0, row + 2}, {{"registration_number", test::said("吉G12345")}});
    if (dry_run) made.plan = plan;
    return made;
}

auto progress()
{
    return std::make_shared<data::JobProgress>();
}

TEST_CASE("a dry run waits for a decision, and writing repeats it without the dry", "[imports]")
{
    ImportList list;
    list.begin(request("/in/a.csv"), progress());
    REQUIRE(list.running() != nullptr);
    CHECK(list.running()->file() == "a.csv");
    CHECK_FALSE(list.awaits_decision());
    list.finish(request("/in/a.csv"), report(3));
    CHECK(list.awaits_decision());
    const auto writes = list.to_write();
    REQUIRE(writes.size() == 1);
    CHECK(writes[0].path == "/in/a.csv");
    CHECK_FALSE(writes[0].dry_run);
    CHECK_FALSE(writes[0].only);
}

TEST_CASE("only what is accepted is written, and a file of which nothing is stays out", "[imports]")
{
    ImportList list;
    for (const auto* path : {"/in/a.csv", "/in/b.csv"}) list.begin(request(path), progress());
    list.finish(request("/in/a.csv"), report(3));
    list.finish(request("/in/b.csv"), report(2));
    CHECK(list.accepted() == imports::AcceptedRows{5, 5});
    REQUIRE(list.accepting(0) != nullptr);
    list.accepting(0)->set(1, false);
    list.accepting(1)->set_sheet(0, false);
    CHECK(list.accepted() == imports::AcceptedRows{2, 5});
    const auto writes = list.to_write();
    REQUIRE(writes.size() == 1);
    CHECK(writes[0].path == "/in/a.csv");
    CHECK(writes[0].only->names("", 2));
    CHECK_FALSE(writes[0].only->names("", 3));
    CHECK(list.accepting(7) == nullptr);
}

TEST_CASE("a file that is looked at again keeps what was accepted of it", "[imports]")
{
    ImportList list;
    list.begin(request("/in/a.csv"), progress());
    list.finish(request("/in/a.csv"), report(3));
    list.accepting(0)->set(1, false);
    list.begin(request("/in/a.csv"), progress());
    CHECK(list.accepting(0) == nullptr);
    list.finish(request("/in/a.csv"), report(3));
    CHECK(list.accepted() == imports::AcceptedRows{2, 3});
}

TEST_CASE("a dry run that would change nothing has nothing to write", "[imports]")
{
    ImportList list;
    list.begin(request("/in/a.csv"), progress());
    list.finish(request("/in/a.csv"), report(0));
    CHECK_FALSE(list.awaits_decision());
    CHECK(list.to_write().empty());
}

TEST_CASE("writing takes the place of the dry run in the list", "[imports]")
{
    ImportList list;
    for (const auto* path : {"/in/a.csv", "/in/b.csv"}) list.begin(request(path), progress());
    CHECK(list.running_count() == 2);
    list.finish(request("/in/a.csv"), report(3));
    list.finish(request("/in/b.csv"), report(2));
    for (const auto& write : list.to_write()) list.begin(write, progress());
    CHECK(list.entries().size() == 2);
    list.finish(request("/in/a.csv", false), report(3, false));
    list.finish(request("/in/b.csv", false), report(2, false));
    CHECK_FALSE(list.awaits_decision());
    CHECK(list.sum() == imports::ImportSum{.files = 2,
                                           .rows = 20,
                                           .added = 5,
                                           .changed = 0,
                                           .unchanged = 15,
                                           .refused = 0,
                                           .skipped = 0,
                                           .warnings = 0});
}

TEST_CASE("a new arrival of files clears what was done, but not what waits for a decision", "[imports]")
{
    ImportList list;
    list.begin(request("/in/a.csv"), progress());
    list.finish(request("/in/a.csv"), report(3));
    list.begin(request("/in/b.csv"), progress());
    CHECK(list.entries().size() == 2);
    list.finish(request("/in/b.csv"), data::IntakeFault(data::FaultCode::old_xls));
    list.give_up();
    CHECK(list.entries().empty());
    list.begin(request("/in/c.csv", false), progress());
    list.finish(request("/in/c.csv", false), report(1, false));
    list.begin(request("/in/d.csv"), progress());
    CHECK(list.entries().size() == 1);
}

TEST_CASE("the answer for a file that was given up is dropped", "[imports]")
{
    ImportList list;
    list.begin(request("/in/a.csv"), progress());
    list.finish(request("/in/a.csv"), report(3));
    list.give_up();
    const auto version = list.version();
    list.finish(request("/in/a.csv"), report(3));
    CHECK(list.entries().empty());
    CHECK(list.version() == version);
}

TEST_CASE("a stopped import wrote nothing and cannot be written", "[imports]")
{
    ImportList list;
    list.begin(request("/in/a.csv"), progress());
    auto stopped = report(3);
    stopped.stopped = true;
    list.finish(request("/in/a.csv"), stopped);
    CHECK_FALSE(list.awaits_decision());
}

}  // namespace
