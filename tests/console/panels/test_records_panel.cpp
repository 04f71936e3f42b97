#include "console/records/export_dialog.hpp"
#include "console/records/records_panel.hpp"
#include "tests/console/panels/screen.hpp"

namespace {

using namespace xiaoan;
using namespace xiaoan::test;

struct Page {
    records::RecordsState state;
    std::optional<data::RecordId> opening;  // before the screen, which draws as soon as it is made
    bool save = false;
    Screen screen{
        [this](const desk::Frame& frame, const shell::Rect& where) {
            if (state.kind != nullptr && opening)
                (void)records::begin_entry(state, frame, state.kind->key, *std::exchange(opening, std::nullopt));
            return records::draw_records_panel(state, frame, where);
        },
        [this](const desk::Frame& frame, const shell::Rect& where) {
            auto asked = records::draw_record_detail(state, frame, {where, false});
            const auto add = [&](desk::Requests more) { asked.insert(asked.end(), more.begin(), more.end()); };
            add(records::draw_record_dialogs(state, frame));
            if (std::exchange(save, false)) add(records::save_entry(state, frame));
            return asked;
        }};

    void open(std::string_view kind, data::RecordId id = {})
    {
        state.kind = data::find_kind(kind);
        opening = id;
        screen.frames(4);
    }
    void press_save()
    {
        save = true;
        screen.frames(4);
    }
};

TEST_CASE("the records of a kind are listed, narrowed, and lead to their form", "[panels]")
{
    Page page;
    CHECK(page.screen.shows("吉G·12345"));
    page.screen.click("按任何一列筛选");
    page.screen.type("无此车");
    page.screen.frames(3);
    CHECK(page.screen.shows("没有符合筛选的记录"));
    page.screen.key("Ctrl+A");
    page.screen.key("Delete");
    page.screen.click("吉G·12345", 0, 2);
    const auto* wish = page.screen.last<desk::BeginEntry>();
    REQUIRE(wish != nullptr);
    CHECK(wish->kind == "buses");
    CHECK(wish->id.value != 0);
    page.screen.click("新增…");
    CHECK(page.screen.last<desk::BeginEntry>()->id.value == 0);
}

TEST_CASE("a new bus is typed, checked and saved as a command", "[panels]")
{
    Page page;
    page.open("buses");
    CHECK(page.screen.shows("新增校车"));
    page.press_save();
    CHECK(page.screen.command<data::PutRecord>() == nullptr);  // nothing is filled in
    page.screen.type("吉g·77777");
    page.screen.key("Tab");
    page.press_save();
    CHECK(page.screen.shows("必填"));  // the county
    CHECK(page.screen.command<data::PutRecord>() == nullptr);
    records::EntryForm& form = page.state.form->form;
    form.choose(form.kind().field("county").value(), std::string{"220881"});
    page.screen.frames(2);
    page.press_save();
    CAPTURE(form.problems(), form.field(0).typed);
    const auto* put = page.screen.command<data::PutRecord>();
    REQUIRE(put != nullptr);
    CHECK(put->key == "吉G77777");
    CHECK(put->only_new);
    CHECK(page.state.form->saving);
    records::take_answer(page.state, *put, data::ChangeId{12}, language::Language::zh);
    CHECK_FALSE(page.state.form);
}

TEST_CASE("what the register refuses is said in the form, which stays", "[panels]")
{
    Page page;
    page.open("buses", data::RecordId{1});
    page.state.form->form.type(page.state.form->form.kind().field("seats").value(), "35");
    page.screen.frames(2);
    CHECK(page.screen.shows("35"));
    page.press_save();
    const auto* put = page.screen.command<data::PutRecord>();
    REQUIRE(put != nullptr);
    records::take_answer(page.state, *put, std::unexpected(data::Rejected{"key_in_use", "registration_number", {}}),
                         language::Language::zh);
    page.screen.frames(3);
    CHECK(page.screen.shows("没有保存"));
    REQUIRE(page.state.form);
    CHECK_FALSE(page.state.form->saving);
}

TEST_CASE("a changed form is left only after asking", "[panels]")
{
    Page page;
    page.open("buses", data::RecordId{1});
    CHECK(records::step_back(page.state));
    CHECK_FALSE(page.state.form);
    page.open("buses", data::RecordId{1});
    page.state.form->form.type(page.state.form->form.kind().field("seats").value(), "35");
    CHECK(records::step_back(page.state));
    page.screen.frames(4);
    CHECK(page.screen.shows("放弃改动？"));
    page.screen.click("继续填写");
    REQUIRE(page.state.form);
    CHECK(records::step_back(page.state));
    page.screen.frames(4);
    page.screen.click("放弃");
    CHECK_FALSE(page.state.form);
}

TEST_CASE("a record is retired with a reason, and not without", "[panels]")
{
    Page page;
    page.screen.frames(2);
    REQUIRE(records::begin_retire(page.state, *page.screen.derived->snapshot, "buses", data::RecordId{1}));
    page.screen.frames(4);
    CHECK(page.screen.shows("停用 吉G·12345"));
    page.screen.click("停用");  // the dialog's button, which waits for a reason
    CHECK(page.screen.command<data::RetireRecord>() == nullptr);
    page.screen.click("理由，例如：车辆报废");
    page.screen.type("车辆报废");
    page.screen.key("Enter");
    const auto* retire = page.screen.command<data::RetireRecord>();
    REQUIRE(retire != nullptr);
    CHECK(retire->key == "吉G12345");
    CHECK(retire->reason == "车辆报废");
}

TEST_CASE("where a record's values came from is asked for once the fold is opened", "[panels]")
{
    Page page;
    page.screen.frames(3);
    page.screen.click("吉G·12345");
    CHECK(page.screen.last<desk::ReadOrigins>() == nullptr);
    page.screen.scroll_down_beside();
    page.screen.click("各项内容的来源…");
    const auto* wish = page.screen.last<desk::ReadOrigins>();
    REQUIRE(wish != nullptr);
    CHECK(wish->key == "吉G12345");
    CHECK(page.screen.count<desk::ReadOrigins>() == 1);
    desk::take_origins(page.state.origins, *wish,
                       {{"seats", std::int64_t{36}, {4}, "2026-11-20T08:30:00+08:00", "李某", {}, {1, 12}}});
    page.screen.scroll_down_beside();
    CHECK(page.screen.shows("洮北区学校2026秋.xlsx“学校”第 12 行，第 4 号变更，2026-11-20 08:30，李某"));
}

/// The dialog of exports over an empty page.
struct ExportPage {
    records::ExportDialog dialog;
    Screen screen{
        [this](const desk::Frame& frame, const shell::Rect&) { return records::draw_export_dialog(dialog, frame); }};

    explicit ExportPage(std::string_view kind)
    {
        records::begin_export(dialog, kind);
        screen.frames(4);
    }
};

TEST_CASE("the list of a kind leads to its export", "[panels]")
{
    Page page;
    page.screen.frames(3);
    page.screen.click("导出…");
    const auto* wish = page.screen.last<desk::BeginExport>();
    REQUIRE(wish != nullptr);
    CHECK(wish->kind == "buses");
}

TEST_CASE("people are written whole only with a reason", "[panels]")
{
    ExportPage page("drivers");
    CHECK_FALSE(page.screen.shows("地图数据 GeoJSON"));
    CHECK(page.screen.shows("这类记录没有位置，不能导出为地图数据"));
    page.screen.click("姓名、证件号和电话写全");
    page.screen.click("选择位置…");  // waits for a reason
    CHECK(page.screen.last<desk::ExportRecords>() == nullptr);
    page.screen.click("理由，例如：报市教育局备案");
    page.screen.type("报市教育局备案");
    page.screen.click("文本表格 .csv");
    page.screen.click("选择位置…");
    const auto* wish = page.screen.last<desk::ExportRecords>();
    REQUIRE(wish != nullptr);
    CHECK(wish->request.kind == "drivers");
    CHECK(wish->request.form == data::ExportForm::csv);
    CHECK(wish->request.unmasked);
    CHECK(wish->request.reason == "报市教育局备案");
    CHECK(wish->request.path.empty());
}

TEST_CASE("records go out masked unless asked otherwise, and each kind in the forms it has", "[panels]")
{
    ExportPage page("routes");
    CHECK(page.screen.shows("这类记录没有姓名、证件号和电话"));
    page.screen.click("线路时刻表 GTFS");
    page.screen.click("选择位置…");
    REQUIRE(page.screen.last<desk::ExportRecords>() != nullptr);
    CHECK(page.screen.last<desk::ExportRecords>()->request.form == data::ExportForm::gtfs);
    CHECK_FALSE(page.screen.last<desk::ExportRecords>()->request.unmasked);
    records::begin_export(page.dialog, "waters");  // no timetable of them: a workbook
    page.screen.frames(4);
    CHECK_FALSE(page.screen.shows("线路时刻表 GTFS"));
    page.screen.click("选择位置…");
    CHECK(page.screen.last<desk::ExportRecords>()->request.form == data::ExportForm::xlsx);
}

}  // namespace
