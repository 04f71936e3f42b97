#include "tests/data/register/a_register.hpp"

#include <catch2/catch_test_macros.hpp>
#include <fmt/format.h>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

namespace {

const FieldChange* field(const RecordChange& record, std::string_view key)
{
    for (const auto& each : record.fields)
        if (each.field == key) return &each;
    return nullptr;
}

HistoryRequest of(std::string_view kind, std::string_view key)
{
    HistoryRequest asked;
    asked.kind = std::string{kind};
    asked.key = key;
    return asked;
}

std::vector<std::int64_t> ids(const std::vector<Change>& changes)
{
    std::vector<std::int64_t> list;
    for (const auto& change : changes) list.push_back(change.id.value);
    return list;
}

}  // namespace

TEST_CASE("history says who changed what from which value to which", "[history]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    put(in, kind_info<Bus>, a_bus("吉G1", {{"seats", std::int64_t{36}}}));
    REQUIRE(in.apply(PutRecord{"buses", "吉G1", {{"seats", std::int64_t{40}}, {"owner", text("甲")}}},
                     {"李主任", "2026-11-24T08:00:00+08:00"}));
    const auto changes = in.history({});
    REQUIRE(ids(changes) == std::vector<std::int64_t>{3, 2, 1});
    CHECK(changes[0].actor == "李主任");
    CHECK(changes[0].at == "2026-11-24T08:00:00+08:00");
    CHECK(changes[0].command == "put");
    CHECK(changes[0].reason == "buses: seats, owner");
    CHECK(changes[0].hash == in.verify().head);
    REQUIRE(changes[0].records.size() == 1);
    const RecordChange& record = changes[0].records[0];
    CHECK(record.kind == "buses");
    CHECK(record.key == "吉G1");
    CHECK(record.what == RecordChange::What::changed);
    REQUIRE(record.fields.size() == 2);
    CHECK(field(record, "seats")->old_value == Value{std::int64_t{36}});
    CHECK(field(record, "seats")->new_value == Value{std::int64_t{40}});
    CHECK(field(record, "owner")->old_value == Value{});
    CHECK(changes[1].records[0].what == RecordChange::What::added);
    CHECK(field(changes[1].records[0], "county")->new_value == text("220881"));
    CHECK(field(changes[1].records[0], "vin") == nullptr);
    CHECK(changes[2].command == "init");
    REQUIRE(changes[2].records.size() == 1);
    CHECK(changes[2].records[0].kind == "region");
}

TEST_CASE("history shows people masked, and names their records by masked keys", "[history]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    put(in, kind_info<Driver>, a_driver("220802198001010010", "赵小伟", {{"phone", text("13804360001")}}));
    REQUIRE(in.apply(PutRecord{"drivers", "220802198001010010", {{"phone", text("13904360002")}}}, coordinator));
    const auto changes = in.history(of("drivers", "220802198001010010"));
    REQUIRE(ids(changes) == std::vector<std::int64_t>{3, 2});
    const RecordChange& changed = changes[0].records.at(0);
    CHECK(changed.key == "220802********0010");
    CHECK(field(changed, "phone")->old_value == text("138****0001"));
    CHECK(field(changed, "phone")->new_value == text("139****0002"));
    CHECK(field(changes[1].records.at(0), "name")->new_value == text("赵某某"));
}

TEST_CASE("the history of one record has only the changes that touched it, under whatever key it bore", "[history]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    put(in, kind_info<Bus>, a_bus("吉G1"), a_bus("吉G2"));                                                 // 2
    put(in, kind_info<Bus>, a_bus("吉G3"));                                                                // 3
    REQUIRE(in.apply(PutRecord{"buses", "吉G2", {{"registration_number", text("吉G22")}}}, coordinator));  // 4
    REQUIRE(in.apply(RetireRecord{"buses", "吉G22", "报废"}, coordinator));                                // 5
    put(in, kind_info<Permit>,
        row(kind_info<Permit>, {{"registration_number", text("吉G1")}, {"applied_on", text("2026-03-01")}}));  // 6
    REQUIRE(in.apply(PutRecord{"permits", "吉G1/2026-03-01", {{"number", text("洮校许1")}}}, coordinator));    // 7
    CHECK(ids(in.history(of("buses", "吉G1"))) == std::vector<std::int64_t>{2});
    CHECK(ids(in.history(of("buses", "吉G2"))) == std::vector<std::int64_t>{5, 4, 2});
    CHECK(ids(in.history(of("buses", "吉G22"))) == std::vector<std::int64_t>{5, 4, 2});
    CHECK(ids(in.history(of("permits", "洮校许1"))) == std::vector<std::int64_t>{7, 6});
    CHECK(ids(in.history(of("permits", "吉G1/2026-03-01"))) == std::vector<std::int64_t>{7, 6});
    CHECK(in.history(of("buses", "吉G99")).empty());
    CHECK(in.history(of("buses", "吉G2")).back().records.size() == 1);
    CHECK(in.history(of("buses", "吉G2")).front().records[0].fields.size() == 2);  // retired at, and why
}

TEST_CASE("history is read in pieces, newest first, and not more records than asked for", "[history]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    Edit edit = in.edit();
    for (int i = 0; i < 500; ++i) REQUIRE(edit.put(kind_info<Bus>, a_bus(fmt::format("吉G{:05}", i)), Origin{}));
    edit.commit(coordinator, "import", "");
    for (int i = 0; i < 10; ++i) in.note(coordinator, "export_unmasked", "核对");
    HistoryRequest asked;
    asked.most = 4;
    CHECK(ids(in.history(asked)) == std::vector<std::int64_t>{12, 11, 10, 9});
    asked.before = ChangeId{4};
    asked.most_records = 3;
    const auto last = in.history(asked);
    REQUIRE(ids(last) == std::vector<std::int64_t>{3, 2, 1});
    CHECK(last[1].touched == 500);
    REQUIRE(last[1].records.size() == 3);
    CHECK(last[1].records[0].key == "吉G00000");
    CHECK(last[1].records[2].key == "吉G00002");
}

TEST_CASE("a record that an undoing took away keeps its name in history", "[history]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    const auto added = put(in, kind_info<Bus>, a_bus("吉G1"));
    REQUIRE(in.apply(PutRecord{"buses", "吉G1", {{"seats", std::int64_t{36}}}}, coordinator));
    REQUIRE(in.apply(UndoChange{ChangeId{3}}, coordinator));
    REQUIRE(in.apply(UndoChange{added}, coordinator));
    const auto changes = in.history(of("buses", "吉G1"));
    REQUIRE(ids(changes) == std::vector<std::int64_t>{5, 4, 3, 2});
    for (const auto& change : changes) CHECK(change.records.at(0).key == "吉G1");
    CHECK(changes[0].records[0].what == RecordChange::What::removed);
    CHECK(field(changes[0].records[0], "county")->old_value == text("220881"));
}

TEST_CASE("the steps of a case are part of its history", "[history]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    REQUIRE(in.apply(OpenCases{{OpenCase{"bus",
                                         "吉G1",
                                         Adcode{220881},
                                         "education",
                                         Date{std::chrono::year{2026} / 11 / 23},
                                         {},
                                         {{"PLATE-NONE", "第十五条", "无校车标牌", "[]"}},
                                         "请核实"}}},
                     coordinator));
    REQUIRE(in.apply(a_reply("2026-0001", "在办"), coordinator));
    const auto changes = in.history(of("cases", "2026-0001"));
    REQUIRE(changes.size() == 2);
    const RecordChange& replied = changes[0].records.at(0);
    CHECK(replied.kind == "cases");
    CHECK(replied.key == "2026-0001");
    CHECK(replied.what == RecordChange::What::changed);
    CHECK(field(replied, "state")->new_value == text("replied"));
    CHECK(field(replied, "event")->new_value == text("replied 在办"));
    CHECK(changes[1].records.at(0).what == RecordChange::What::added);
    CHECK(field(changes[1].records.at(0), "rule")->new_value == text("PLATE-NONE 无校车标牌"));
}
