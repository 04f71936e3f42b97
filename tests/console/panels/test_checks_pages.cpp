#include "console/checks/page/plan_panel.hpp"
#include "console/checks/page/plan_rows.hpp"
#include "console/checks/page/results_panel.hpp"
#include "console/checks/page/suspects_panel.hpp"
#include "tests/console/checks/a_line.hpp"
#include "tests/console/panels/screen.hpp"

namespace {

using namespace xiaoan;
using namespace xiaoan::test;

/// Two buses without a permit on roads of their own, in the hand-made region.
std::shared_ptr<data::Snapshot> two_roads(const Screen& screen)
{
    auto snapshot = an_empty_snapshot();
    add_line(*snapshot, {"L1", 123.0, 420}, "吉G10001");
    add_line(*snapshot, {"L2", 123.5, 540}, "吉G10002");
    snapshot->region = screen.derived->snapshot->region;
    return snapshot;
}

template <class Wish>
const Wish* last_check(const Screen& screen)
{
    const auto* any = screen.last<desk::CheckRequest>();
    return any != nullptr ? std::get_if<Wish>(any) : nullptr;
}

struct PlanPage {
    checks::PlanState state;
    Screen screen{[this](const desk::Frame& frame, const shell::Rect& where) {
                      return checks::draw_plan_panel(state, frame, where, false);
                  },
                  [this](const desk::Frame& frame, const shell::Rect& where) {
                      return checks::draw_stand_dossier(state, frame, {where, false});
                  }};

    PlanPage()
    {
        screen.derived = desk::derive(two_roads(screen), monday);
        state.form.reset();
        screen.frames(3);
    }
    void take_plan(const desk::PlanCheck& wish)
    {
        checks::PlanWish asked{.teams = wish.teams, .date = wish.date, .from = wish.from, .to = wish.to};
        state.planned = std::make_shared<const checks::PlannedCheck>(
            checks::planned_check(screen.derived->dossiers_held, asked, wish.county));
        screen.frames(3);
    }
};

TEST_CASE("a plan is asked for with what the form says, and not while a field cannot be read", "[panels]")
{
    PlanPage page;
    CHECK(page.screen.shows("2026-11-24"));  // the next school day
    page.state.form->teams = "x";
    page.screen.frames(3);
    page.screen.click("排方案");
    CHECK(last_check<desk::PlanCheck>(page.screen) == nullptr);
    page.state.form->teams = "2";
    page.state.form->from = "630";
    page.screen.frames(3);
    page.screen.click("排方案");
    const auto* wish = last_check<desk::PlanCheck>(page.screen);
    REQUIRE(wish != nullptr);
    CHECK(wish->teams == 2);
    CHECK(wish->from.minutes == 390);
    CHECK(wish->date == day(2026, 11, 24));
}

TEST_CASE("a block of the axis selects its stand, whose dossier leads to the buses it sees", "[panels]")
{
    PlanPage page;
    page.take_plan({.teams = 2, .date = day(2026, 11, 24), .from = {360}, .to = {1110}});
    CHECK(page.screen.shows("可查到 2 / 2 辆，权重 6 / 6；已证明没有更好的安排"));
    page.screen.click(checks::stand_label(page.state.planned->plan, 1));
    CHECK(page.screen.selection == desk::Selection{desk::Selected::stand, "1"});
    CHECK(page.screen.shows("预计经过 1 辆"));
    page.screen.click("吉G·10002");
    CHECK(page.screen.selection == desk::Selection{desk::Selected::bus, "吉G10002"});
    page.screen.click("检查表 XLSX…");
    const auto* save = last_check<desk::SaveCheckSheets>(page.screen);
    REQUIRE(save != nullptr);
    CHECK(save->form == desk::SheetForm::workbook);
}

TEST_CASE("a search shows how far it is and can be stopped", "[panels]")
{
    PlanPage page;
    page.state.running = std::make_shared<data::JobProgress>();
    page.state.running->done = 41;
    page.state.running->total = 44;
    page.screen.frames(3);
    CHECK(page.screen.shows("已覆盖权重 41，上界 44"));
    page.screen.click("停止");
    CHECK(last_check<desk::StopPlanning>(page.screen) != nullptr);
}

data::Sighting seen(const char* at)
{
    data::Sighting made;
    made.registration_number = "吉G10003";
    made.seen_at = data::timestamp_from_iso(at);
    made.place = "第1小学门前";
    made.note = "面包车";
    return made;
}

TEST_CASE("a suspect shows the registered number one slip away before anything else, and can be acted on", "[panels]")
{
    checks::SuspectsState state;
    Screen screen{[&](const desk::Frame& frame, const shell::Rect& where) {
                      return checks::draw_suspects_panel(state, frame, where);
                  },
                  [&](const desk::Frame& frame, const shell::Rect& where) {
                      return checks::draw_suspect_dossier(frame, {where, false});
                  }};
    auto snapshot = two_roads(screen);
    data::School school;
    school.code = "1";
    school.name = "第1小学";
    add_to(*snapshot, school);
    for (const char* at : {"2026-11-16T07:00:00", "2026-11-17T07:00:00", "2026-11-18T07:00:00"})
        add_to(*snapshot, seen(at));
    screen.derived = desk::derive(snapshot, monday);
    screen.frames(3);
    screen.click("吉G·10003");
    CHECK(screen.selection == desk::Selection{desk::Selected::suspect, "吉G10003"});
    CHECK(screen.shows("可能就是登记校车 吉G·10001"));
    screen.click("开督办：公安交管");
    const auto* opened = last_check<desk::OpenSuspectCase>(screen);
    REQUIRE(opened != nullptr);
    CHECK(opened->department == "police_traffic");
    screen.click("排除…");
    CHECK(last_check<desk::BeginDismissal>(screen) != nullptr);
}

TEST_CASE("a vehicle is recorded from the keys, and the next one begins where the caret was", "[panels]")
{
    checks::ResultsState state;
    Screen screen{[&](const desk::Frame& frame, const shell::Rect& where) {
        return checks::draw_results_panel(state, frame, where);
    }};
    CHECK(last_check<desk::ListChecks>(screen) != nullptr);
    screen.type("吉G10001");
    CHECK(state.form.vehicle == "吉G10001");
    screen.click("11 超员");
    screen.click("2 转运学生");
    CHECK(state.form.found == "11");
    screen.click("登记");
    const auto* typed = last_check<desk::RecordChecked>(screen);
    REQUIRE(typed != nullptr);
    CHECK(typed->check == "20261123-1");
    CHECK(std::ranges::count(typed->answers, std::pair<std::string, std::string>{"found", "OVER-CAPACITY"}) == 1);
    checks::take_recorded(state, true, {});
    screen.frames(3);
    CHECK(state.form.vehicle.empty());
    screen.type("吉G10002");
    CHECK(state.form.vehicle == "吉G10002");
    checks::take_refusal(state, "不能登记");
    screen.frames(2);
    CHECK(state.form.vehicle == "吉G10002");
    CHECK(screen.shows("不能登记"));
}

}  // namespace
