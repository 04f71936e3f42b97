#include "console/enforcement/case_dialogs.hpp"
#include "console/enforcement/cases_panel.hpp"
#include "tests/console/panels/screen.hpp"

namespace {

using namespace xiaoan;
using namespace xiaoan::test;

/// The page of cases with its dialogs, which open as the window opens them.
struct Page {
    enforcement::CasesState state;
    enforcement::CaseDialogs dialogs;
    Screen screen{[this](const desk::Frame& frame, const shell::Rect& where) {
        auto asked = enforcement::draw_cases_panel(state, frame, where);
        for (auto& wish : enforcement::draw_case_dialogs(dialogs, frame)) asked.push_back(std::move(wish));
        return asked;
    }};
};

TEST_CASE("a chip narrows the cases, and pressed again it shows them all", "[panels]")
{
    Page page;
    CHECK(page.screen.shows("2026-0006"));
    page.screen.click("逾期 1");
    CHECK(page.state.chip == enforcement::CaseChip::overdue);
    CHECK(page.screen.shows("2026-0003"));
    CHECK_FALSE(page.screen.shows("2026-0006"));
    page.screen.click("逾期 1");
    CHECK(page.state.chip == enforcement::CaseChip::all);
}

TEST_CASE("a row of the cases is selected by a press, and the arrow keys move on", "[panels]")
{
    Page page;
    page.screen.click("2026-0003");
    CHECK(page.screen.selection == desk::Selection{desk::Selected::supervision, "2026-0003"});
    page.screen.key("Down");
    CHECK(page.screen.selection.key == "2026-0005");
}

TEST_CASE("a case whose finding stands is closed with a reason only", "[panels]")
{
    Page page;
    enforcement::begin_close(page.dialogs, "2026-0003");
    page.screen.frames(6);
    CHECK(page.screen.shows("问题仍存在"));
    page.screen.click("办结");
    CHECK(page.screen.command<data::CloseCase>() == nullptr);
    page.screen.click("依据、文号或核实情况");
    page.screen.type("标牌已领取");
    page.screen.click("办结");
    const auto* closed = page.screen.command<data::CloseCase>();
    REQUIRE(closed != nullptr);
    CHECK(closed->number == "2026-0003");
    CHECK(closed->reason == "标牌已领取");
    CHECK(closed->closed_on == monday);
    CHECK(closed->finding_stands);
}

TEST_CASE("a reply is recorded once it says something", "[panels]")
{
    Page page;
    enforcement::begin_reply(page.dialogs, "2026-0004");
    page.screen.frames(6);
    page.screen.click("登记回复");
    CHECK(page.screen.command<data::ReplyCase>() == nullptr);
    page.screen.click("来文单位、日期、文号和处理结果");
    page.screen.type("已停运");
    page.screen.click("登记回复");
    REQUIRE(page.screen.command<data::ReplyCase>() != nullptr);
    CHECK(page.screen.command<data::ReplyCase>()->text == "已停运");
}

TEST_CASE("opening says how many cases will arise, and what is under a case is left out", "[panels]")
{
    Page page;
    enforcement::begin_case(page.dialogs, *page.screen.derived, {"吉G12345", "吉G20871", "吉GD01188"});
    page.screen.frames(6);
    CHECK(page.screen.shows("2 辆车的 2 项问题，开立 2 件"));
    CHECK(page.screen.shows("2026-0003"));
    page.screen.click("开立 2 件");
    const auto* opened = page.screen.command<data::OpenCases>();
    REQUIRE(opened != nullptr);
    REQUIRE(opened->cases.size() == 2);
    CHECK(opened->cases[0].opened_on == monday);
    CHECK(opened->cases[0].due_on == data::DateCell{monday});  // a stop: the same day
}

TEST_CASE("Escape leaves the dialog and asks for nothing", "[panels]")
{
    Page page;
    enforcement::begin_case(page.dialogs, *page.screen.derived, {"吉G20871"});
    page.screen.frames(6);
    page.screen.key("Esc");
    CHECK_FALSE(page.screen.shows("开立督办事项"));
    CHECK(page.screen.asked.empty());
}

}  // namespace
