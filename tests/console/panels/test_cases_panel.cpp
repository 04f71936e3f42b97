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
    enforcement::begin_step(page.dialogs, *page.screen.derived, "2026-0003", data::CaseStep::closed);
    page.screen.frames(6);
    CHECK(page.screen.shows("问题仍存在"));
    page.screen.click("办结");
    CHECK(page.screen.last<desk::TakeStep>() == nullptr);
    page.screen.click("依据、文号或核实情况");
    page.screen.type("标牌已领取");
    page.screen.click("办结");
    const auto* taken = page.screen.last<desk::TakeStep>();
    REQUIRE(taken != nullptr);
    CHECK(taken->step.number == "2026-0003");
    CHECK(taken->step.step == data::CaseStep::closed);
    CHECK(taken->step.text == "标牌已领取");
    CHECK(taken->step.on == monday);
    CHECK(taken->step.finding_stands);
}

TEST_CASE("a reply is recorded once it says something, with the files dropped on the window", "[panels]")
{
    Page page;
    enforcement::begin_step(page.dialogs, *page.screen.derived, "2026-0004", data::CaseStep::replied);
    page.screen.frames(6);
    page.screen.click("登记回复");
    CHECK(page.screen.last<desk::TakeStep>() == nullptr);
    page.screen.click("来文单位、日期、文号和处理结果");
    page.screen.type("已停运");
    CHECK(enforcement::takes_files(page.dialogs));
    enforcement::attach_files(page.dialogs, {"/tmp/照片.jpg", "/tmp/函.pdf"});
    page.screen.frames(6);
    CHECK(page.screen.shows("照片.jpg"));
    page.screen.click("移除");  // the last of them
    CHECK_FALSE(page.screen.shows("函.pdf"));
    page.screen.click("登记回复");
    const auto* taken = page.screen.last<desk::TakeStep>();
    REQUIRE(taken != nullptr);
    CHECK(taken->step.text == "已停运");
    CHECK(taken->files == std::vector<std::string>{"/tmp/照片.jpg"});
    CHECK_FALSE(enforcement::takes_files(page.dialogs));
}

TEST_CASE("choosing files leaves the dialog for the file dialog and comes back with what was written", "[panels]")
{
    Page page;
    enforcement::begin_step(page.dialogs, *page.screen.derived, "2026-0004", data::CaseStep::replied);
    page.screen.frames(6);
    page.screen.click("来文单位、日期、文号和处理结果");
    page.screen.type("已停运");
    page.screen.click("添加附件…");
    CHECK(page.screen.count<desk::ChooseAttachments>() == 1);
    CHECK_FALSE(page.screen.shows("登记回复"));
    enforcement::attach_files(page.dialogs, {"/tmp/函.pdf"});
    page.screen.frames(6);
    CHECK(page.screen.shows("函.pdf"));
    CHECK(page.dialogs.step.text == "已停运");
}

TEST_CASE("a letter names its addressees, and they can be changed", "[panels]")
{
    Page page;
    enforcement::begin_step(page.dialogs, *page.screen.derived, "2026-0003", data::CaseStep::sent);
    page.screen.frames(6);
    CHECK(page.dialogs.step.to == "洮北区公安机关交通管理部门");
    page.dialogs.step.copy = "洮北区人民政府、洮北区教育局";
    page.screen.click("登记发函");
    const auto* taken = page.screen.last<desk::TakeStep>();
    REQUIRE(taken != nullptr);
    CHECK(taken->step.addressees == std::vector<data::CaseAddressee>{{false, "洮北区公安机关交通管理部门"},
                                                                     {true, "洮北区人民政府"},
                                                                     {true, "洮北区教育局"}});
}

TEST_CASE("while the finding stands only a joint check verifies", "[panels]")
{
    Page page;
    enforcement::begin_step(page.dialogs, *page.screen.derived, "2026-0003", data::CaseStep::verified);
    page.screen.frames(6);
    page.screen.click("核实");
    CHECK(page.screen.last<desk::TakeStep>() == nullptr);
    page.screen.click("按联合检查核实");
    page.dialogs.step.document = "联查2026-12";
    page.dialogs.step.text = "标牌已悬挂";
    page.screen.frames(3);
    page.screen.click("核实");
    const auto* taken = page.screen.last<desk::TakeStep>();
    REQUIRE(taken != nullptr);
    CHECK(taken->step.document == "联查2026-12");
}

TEST_CASE("a case by hand is opened once it says what it is about", "[panels]")
{
    Page page;
    page.screen.click("专项督办…");
    CHECK(page.screen.count<desk::BeginMatter>() == 1);
    enforcement::begin_matter(page.dialogs, *page.screen.derived, {});
    page.screen.frames(6);
    page.screen.click("开立");
    CHECK(page.screen.command<data::OpenCases>() == nullptr);
    page.screen.click("何事、何地、来自何处");
    page.screen.type("站前路面包车接送学生");
    page.screen.click("开立");
    const auto* opened = page.screen.command<data::OpenCases>();
    REQUIRE(opened != nullptr);
    CHECK(opened->cases.at(0).matter == "站前路面包车接送学生");
    CHECK(opened->cases.at(0).subject_kind == "matter");
}

TEST_CASE("a day of the calendar narrows the list, and the load stands in its place when asked for", "[panels]")
{
    Page page;
    page.screen.click("2026-11-26");
    CHECK(page.screen.shows("2026-0004"));
    CHECK_FALSE(page.screen.shows("2026-0003"));
    page.screen.click("2026-11-26");
    CHECK(page.screen.shows("2026-0003"));
    page.screen.click("负荷");
    CHECK(page.screen.shows("整改天数"));
    CHECK_FALSE(page.screen.shows("2026-0003"));
    page.screen.click("明细");
    CHECK(page.screen.shows("2026-0003"));
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
