#include "console/changes/change_words.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using language::Language;

data::Snapshot with_counties()
{
    auto region = std::make_shared<data::Region>();
    region->counties.resize(1);
    region->counties[0].adcode = data::Adcode{220802};
    region->counties[0].name_zh = "洮北区";
    region->counties[0].name_en = "Taobei";
    data::Snapshot snapshot;
    snapshot.region = region;
    return snapshot;
}

TEST_CASE("a moment is shown to the minute without its offset", "[changes]")
{
    CHECK(changes::moment_text("2026-11-23T09:15:02+08:00") == "2026-11-23 09:15");
    CHECK(changes::moment_text("") == "");
    CHECK(changes::moment_text("yesterday") == "yesterday");
}

TEST_CASE("a record is named by its kind and its key as people write it", "[changes]")
{
    const data::RecordChange bus{"buses", "吉G12345", data::RecordChange::What::changed, {{}, {}, {}}};
    CHECK(changes::record_name(bus, Language::zh) == "校车 吉G·12345");
    CHECK(changes::record_outcome(bus, Language::zh) == "更改 3 项");
    CHECK(changes::record_name({"cases", "2026-0003", {}, {}}, Language::zh) == "督办事项 2026-0003");
}

TEST_CASE("a field is shown with its label and both values in words", "[changes]")
{
    const auto snapshot = with_counties();
    const data::RecordChange bus{"buses", "吉G12345", {}, {}};
    const auto state = changes::field_text(snapshot, bus, {"state", {}, std::string{"in_use"}}, Language::zh);
    CHECK(state.label == "状态");
    CHECK(state.before == "未登记");
    CHECK(state.after == "在用");
    const auto county =
        changes::field_text(snapshot, bus, {"bus.county", std::string{"220802"}, data::Cleared{}}, Language::en);
    CHECK(county.before == "Taobei");
    CHECK(county.after == language::tr(Language::en, "value.not_given"));
    const auto due = changes::field_text(
        snapshot, bus, {"inspection_until", std::string{"none"}, std::string{"2027-08-31"}}, Language::zh);
    CHECK(due.before == "无");
    CHECK(due.after == "2027-08-31");
}

TEST_CASE("a long value is cut between characters", "[changes]")
{
    std::string stops;
    for (int i = 0; i < 100; ++i) stops += "站";
    const data::RecordChange plate{"plates", "BP-1", {}, {}};
    const auto text = changes::field_text(with_counties(), plate, {"stops", {}, stops}, Language::zh);
    CHECK(text.after.size() == 80 * 3 + 3);  // 80 characters and the ellipsis
    CHECK(text.after.ends_with("站…"));
}

TEST_CASE("an undo says which change it took back", "[changes]")
{
    data::Change change;
    change.command = "undo";
    change.undoes = data::ChangeId{1208};
    CHECK(changes::what_text(change, Language::zh) == "撤销第 1,208 号变更");
    change.undoes.reset();
    change.command = "import";
    change.reason = "洮南.xlsx";
    CHECK(changes::what_text(change, Language::zh) == "导入：洮南.xlsx");
}

TEST_CASE("what was put by hand is said in the words of its fields", "[changes]")
{
    data::Change change;
    change.command = "put";
    change.reason = "buses: seats, owner";
    CHECK(changes::reason_text(change, Language::zh) == "校车：核载人数、所有人");
    CHECK(changes::reason_text(change, Language::en) == "Buses: Seats, Owner");
    change.reason = "buses";
    CHECK(changes::reason_text(change, Language::zh) == "buses");
    change.command = "retire";
    change.reason = "drivers: name";  // a person's own words
    CHECK(changes::reason_text(change, Language::zh) == "drivers: name");
}

TEST_CASE("columns that every kind has, and those of cases, have words of their own", "[changes]")
{
    const auto snapshot = with_counties();
    const data::RecordChange bus{"buses", "吉G12345", {}, {}};
    const auto retired =
        changes::field_text(snapshot, bus, {"retired_at", {}, std::string{"2026-11-23T09:15:02+08:00"}}, Language::zh);
    CHECK(retired.label == "停用时间");
    CHECK(retired.after == "2026-11-23 09:15");
    CHECK(changes::field_text(snapshot, bus, {"retired_reason", {}, std::string{"报废"}}, Language::zh).label ==
          "停用理由");
    const data::RecordChange supervised{"cases", "2026-0003", {}, {}};
    const auto state = changes::field_text(snapshot, supervised, {"state", {}, std::string{"open"}}, Language::zh);
    CHECK(state.label == "状态");
    CHECK(state.after == "待发函");
    CHECK(changes::field_text(snapshot, supervised, {"subject_kind", {}, std::string{"bus"}}, Language::zh).after ==
          "校车");
    CHECK(changes::field_text(snapshot, supervised, {"subject_kind", {}, std::string{"matter"}}, Language::zh).after ==
          "专项");
    const auto step =
        changes::field_text(snapshot, supervised, {"event", {}, std::string{"replied 已补办标牌"}}, Language::zh);
    CHECK(step.label == "经过");
    CHECK(step.after == "回复 已补办标牌");
}

TEST_CASE("each value is said with file, sheet, row, change, day and person", "[changes]")
{
    auto snapshot = with_counties();
    snapshot.sources = {{5, "洮南.xlsx", "校车", "aa", "", "", "buses"}};
    const data::ValueOrigin imported{
        "seats", std::int64_t{36}, data::ChangeId{2}, "2026-11-23T09:15:02+08:00", "协调员", {}, data::Origin{5, 12}};
    data::ValueOrigin by_hand = imported;
    by_hand.field = "county";
    by_hand.value = std::string{"220802"};
    by_hand.origin = {};
    data::ValueOrigin restored = imported;
    restored.change = data::ChangeId{9};
    restored.undoes = data::ChangeId{8};
    const std::vector values{imported, by_hand, restored};
    const auto texts = rules::origin_texts(snapshot, *data::find_kind("buses"), values, Language::zh);
    REQUIRE(texts.size() == 3);
    CHECK(texts[0].label == "核载人数");
    CHECK(texts[0].value == "36");
    CHECK(texts[0].from == "洮南.xlsx“校车”第 12 行，第 2 号变更，2026-11-23 09:15，协调员");
    CHECK(texts[1].value == "洮北区");
    CHECK(texts[1].from == "人工录入，第 2 号变更，2026-11-23 09:15，协调员");
    CHECK(texts[2].from == "洮南.xlsx“校车”第 12 行，由第 9 号变更撤销第 8 号后恢复，2026-11-23 09:15，协调员");
}

}  // namespace
