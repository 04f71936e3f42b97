#include "console/desk/record_form.hpp"
#include "console/desk/record_texts.hpp"
#include "console/mechanism/joint_panel.hpp"
#include "tests/console/panels/screen.hpp"

namespace {

using namespace xiaoan;
using namespace xiaoan::test;

data::Assignment an_assignment(std::string number, data::DateCell due_on, data::DateCell done_on = {})
{
    data::Assignment made;
    made.number = std::move(number);
    made.department = data::Department::police_traffic;
    made.county = data::Adcode{220802};
    made.what = "清查无标牌车辆";
    made.due_on = due_on;
    made.done_on = done_on;
    return made;
}

/// The page with its form, which opens as the window opens it.
struct Page {
    mechanism::JointState state;
    desk::RecordForm form;
    Screen screen{[this](const desk::Frame& frame, const shell::Rect& where) {
        auto asked = mechanism::draw_joint_panel(state, frame, where);
        for (auto& wish : desk::draw_record_form(form, frame)) asked.push_back(std::move(wish));
        return asked;
    }};

    Page()
    {
        auto snapshot = std::make_shared<data::Snapshot>(
            *a_snapshot(an_assignment("交办2026-001", on(2026, 11, 10)),
                        an_assignment("交办2026-002", on(2026, 11, 10), on(2026, 11, 9))));
        snapshot->region = screen.derived->snapshot->region;
        screen.derived = desk::derive(snapshot, monday);
        screen.frames(3);
    }
    void open(const desk::BeginRecord& wish)
    {
        const data::KindInfo& kind = *data::find_kind(wish.kind);
        const auto& snapshot = *screen.derived->snapshot;
        desk::open_record_form(form, kind, wish.key,
                               desk::record_texts(snapshot, kind, wish.key, language::Language::zh), wish.given);
        screen.frames(6);
    }
};

TEST_CASE("assignments are listed with the late ones on top, and can be narrowed to the open ones", "[panels]")
{
    Page page;
    page.screen.click("交办事项 2");
    CHECK(page.screen.shows("逾期 13 天"));
    CHECK(page.screen.shows("交办2026-002"));
    page.screen.click("只看未完成");
    CHECK(page.screen.shows("交办2026-001"));
    CHECK_FALSE(page.screen.shows("交办2026-002"));
    page.screen.click("交办2026-001");
    CHECK(page.screen.selection == desk::Selection{desk::Selected::joint, "assignments:交办2026-001"});
}

TEST_CASE("a new meeting comes with its number and day, and is put once what it needs stands there", "[panels]")
{
    Page page;
    page.screen.click("会议 0");
    page.screen.click("新会议…");
    const auto* begin = page.screen.last<desk::BeginRecord>();
    REQUIRE(begin != nullptr);
    CHECK(begin->kind == "meetings");
    page.open(*begin);
    CHECK(page.form.texts[0] == "会议2026-001");
    CHECK(page.form.texts[2] == "2026-11-23");
    page.screen.click("登记");
    CHECK(page.screen.command<data::PutRecord>() == nullptr);  // of what kind?
    page.form.texts[1] = "现场会";
    page.screen.frames(3);
    page.screen.click("登记");
    const auto* put = page.screen.command<data::PutRecord>();
    REQUIRE(put != nullptr);
    CHECK(put->kind == "meetings");
    CHECK(put->key == "会议2026-001");
    CHECK(put->only_new);
}

TEST_CASE("a record is changed in the fields that were touched only, and what cannot be read is said", "[panels]")
{
    Page page;
    page.open({"assignments", "交办2026-001", {{"done_on", "2026-13-40"}}});
    page.screen.click("登记");
    CHECK(page.screen.command<data::PutRecord>() == nullptr);
    CHECK(page.screen.shows("2026-13-40"));
    CHECK(page.form.wrong_field == "done_on");
    page.form.texts[8] = "2026-11-20";
    page.screen.frames(3);
    page.screen.click("登记");
    const auto* put = page.screen.command<data::PutRecord>();
    REQUIRE(put != nullptr);
    REQUIRE(put->fields.size() == 1);
    CHECK(put->fields[0].field == "done_on");
    CHECK_FALSE(put->only_new);
}

}  // namespace
