#include "tests/data/register/a_register.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

namespace {

/// A register with two buses, the second contested: another file made its seats 40 of 36 and named another owner.
struct Contest {
    Folder folder;
    Register bureau = a_new_register(folder);
    std::int64_t first_source = 0;

    Contest()
    {
        put_from("洮南.csv", 3, a_bus("吉G12345", {{"seats", std::int64_t{36}}}), false);
        put_from("洮北.csv", 7, a_bus("吉G12345", {{"seats", std::int64_t{40}}, {"owner", text("示例小学")}}), true);
    }

    void put_from(std::string_view file, std::int32_t row, const std::vector<Value>& values, bool contested)
    {
        Edit edit = bureau.edit();
        const std::int64_t source = edit.add_source({std::string{file}, "", "", "buses"}, coordinator);
        const auto done = edit.put(kind_info<Bus>, values, {source, row});
        REQUIRE(done);
        if (contested) edit.contest(kind_info<Bus>, *done, {source, row});
        REQUIRE(edit.commit(coordinator, "import", "test"));
    }
};

}  // namespace

TEST_CASE("what another file overwrote is kept until a person decides", "[data][register]")
{
    Contest contest;
    const Snapshot snapshot = contest.bureau.snapshot();
    REQUIRE(snapshot.contested.size() == 1);
    const Contested& held = snapshot.contested.front();
    CHECK(held.before.row == 3);
    CHECK(held.by.row == 7);
    REQUIRE(held.values.size() == 2);
    CHECK(held.values[0].field == "owner");
    CHECK(held.values[0].held == Value{});
    CHECK(held.values[1].held == Value{std::int64_t{36}});
    CHECK(contest.bureau.verify().sound());
}

TEST_CASE("the first file's values are put back with their origin, as one change that can be undone",
          "[data][register]")
{
    Contest contest;
    const RecordId contested = contest.bureau.snapshot().contested.front().id;
    const auto done = contest.bureau.apply(
        SettleConflict{"other_county:1", "kept_first", "e1", "以洮南为准", {}, {}, contested}, coordinator);
    REQUIRE(done);
    Snapshot snapshot = contest.bureau.snapshot();
    const Bus* bus = find_bus(snapshot, "吉G12345");
    CHECK(bus->seats == 36);
    CHECK(bus->owner.empty());
    CHECK(bus->origin.row == 3);
    CHECK(snapshot.source(bus->origin)->file == "洮南.csv");
    REQUIRE(snapshot.settlements.size() == 1);
    CHECK(snapshot.settlements.front().decision == "kept_first");
    CHECK(snapshot.settlements.front().by == coordinator.name);
    CHECK(contest.bureau.history({}).front().command == "settle_conflict");
    REQUIRE(contest.bureau.apply(UndoChange{**done}, coordinator));
    snapshot = contest.bureau.snapshot();
    CHECK(find_bus(snapshot, "吉G12345")->seats == 40);
    CHECK(snapshot.settlements.empty());
    CHECK(contest.bureau.verify().sound());
}

TEST_CASE("a decision may put and retire records, or only be noted", "[data][register]")
{
    Contest contest;
    put(contest.bureau, kind_info<Bus>, a_bus("吉G23456"));
    const auto apply = [&](const SettleConflict& asked) { return contest.bureau.apply(asked, coordinator); };
    REQUIRE(apply({"same_vin:bus/1/bus/2",
                   "kept_first",
                   "e",
                   "同一辆车",
                   {{"buses", "吉G12345", {{"owner", text("甲")}}}},
                   {{"buses", "吉G23456", "同一辆车"}}}));
    CHECK(find_bus(contest.bureau.snapshot(), "吉G23456") == nullptr);
    CHECK(find_bus(contest.bureau.snapshot(), "吉G12345")->owner == "甲");
    REQUIRE(apply({"same_vin:bus/1/bus/3", "both_right", "e", "", {}, {}}));
    CHECK(contest.bureau.snapshot().settlements.size() == 2);
}

TEST_CASE("a decision that cannot be carried out leaves the register as it was", "[data][register]")
{
    Contest contest;
    const auto refused = [&](const SettleConflict& asked) {
        const auto done = contest.bureau.apply(asked, coordinator);
        return done ? std::string{} : done.error().reason;
    };
    CHECK(refused({"", "both_right", "", "", {}, {}}) == "missing_field");
    CHECK(refused({"x", "perhaps", "", "", {}, {}}) == "bad_value");
    CHECK(refused({"x", "kept_first", "", "", {}, {}, RecordId{999}}) == "unknown_conflict");
    CHECK(refused({"x",
                   "kept_first",
                   "",
                   "",
                   {{"buses", "吉G12345", {{"owner", text("甲")}}}},
                   {{"buses", "吉G00000", "没有"}}}) == "unknown_record");
    CHECK(find_bus(contest.bureau.snapshot(), "吉G12345")->owner == "示例小学");
    CHECK(contest.bureau.snapshot().settlements.empty());
}

TEST_CASE("a settled import cannot be undone past its settlement", "[data][register]")
{
    Contest contest;
    const Snapshot snapshot = contest.bureau.snapshot();
    REQUIRE(contest.bureau.apply(
        SettleConflict{"other_county:1", "kept_first", "e1", "", {}, {}, snapshot.contested.front().id}, coordinator));
    const auto undone = contest.bureau.apply(UndoChange{snapshot.last_change}, coordinator);
    REQUIRE_FALSE(undone);
    CHECK(undone.error().reason == "later_change");
}

TEST_CASE("a snapshot that is brought up to date has what is contested and settled", "[data][register]")
{
    Folder folder;
    Register bureau = a_new_register(folder);
    const Snapshot before = bureau.snapshot();
    REQUIRE(bureau.apply(SettleConflict{"x", "both_right", "e", "", {}, {}}, coordinator));
    CHECK(bureau.refreshed(before).settlements.size() == 1);
}
