#include "console/changes/changes_panel.hpp"
#include "tests/console/panels/screen.hpp"

namespace {

using namespace xiaoan;
using namespace xiaoan::test;

/// The page of changes whose questions are answered at once.
struct Page {
    changes::ChangesState state;
    Screen screen{[this](const desk::Frame& frame, const shell::Rect& where) {
        auto asked = changes::draw_changes_panel(state, frame, where);
        for (const auto& wish : asked)
            if (const auto* read = std::get_if<desk::ReadHistory>(&wish.wish()))
                state.list.take(read->asked, gallery::hand_made_history(read->asked));
        return asked;
    }};
};

TEST_CASE("the log is read once, and a change that is opened reads its records", "[panels]")
{
    Page page;
    CHECK(page.screen.shows("共 9 次变更"));
    CHECK(page.screen.count<desk::ReadHistory>() == 1);
    page.screen.click("6");
    page.screen.key("Right");
    CHECK(page.screen.shows("检验有效期止"));
    CHECK(page.screen.shows("2027-11-30"));
    CHECK(page.screen.count<desk::ReadHistory>() == 2);
    page.screen.key("Left");
    CHECK_FALSE(page.screen.shows("检验有效期止"));
    page.screen.key("Right");
    CHECK(page.screen.count<desk::ReadHistory>() == 2);
}

TEST_CASE("undoing asks first and says what will be undone", "[panels]")
{
    Page page;
    page.screen.click("6");
    page.screen.click("撤销…");
    CHECK(page.screen.shows("撤销第 6 号变更"));
    CHECK(page.screen.shows("149"));
    CHECK(page.screen.command<data::UndoChange>() == nullptr);
    page.screen.click("撤销第 6 号");
    REQUIRE(page.screen.command<data::UndoChange>() != nullptr);
    CHECK(page.screen.command<data::UndoChange>()->change == data::ChangeId{6});
}

TEST_CASE("a change that was undone cannot be undone again", "[panels]")
{
    Page page;
    page.screen.click("8");
    page.screen.click("撤销…");
    page.screen.frames(4);
    CHECK_FALSE(page.screen.shows("撤销第 8 号变更？"));
    CHECK_FALSE(page.state.undo.change.has_value());
}

TEST_CASE("a record with a dossier is selected from the changes", "[panels]")
{
    Page page;
    page.screen.click("6");
    page.screen.key("Right");
    page.screen.key("Down");
    page.screen.key("Enter");
    CHECK(page.screen.selection == desk::Selection{desk::Selected::bus, "吉G12345"});
}

TEST_CASE("the changes of one record are shown until its chip is pressed", "[panels]")
{
    Page page;
    changes::show_changes_of(page.state, {"buses", "吉G12345"});
    page.screen.frames(3);
    REQUIRE(page.screen.last<desk::ReadHistory>() != nullptr);
    CHECK(page.screen.last<desk::ReadHistory>()->asked.key == "吉G12345");
    page.screen.click("只看 校车 吉G·12345");
    CHECK_FALSE(page.state.list.only().has_value());
    CHECK_FALSE(page.screen.last<desk::ReadHistory>()->asked.kind.has_value());
}

}  // namespace
