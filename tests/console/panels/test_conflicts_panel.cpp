#include "console/conflicts/conflicts_panel.hpp"
#include "tests/console/panels/screen.hpp"

namespace {

using namespace xiaoan;
using namespace xiaoan::test;

/// A page with two buses of one VIN, and a plate given twice.
struct Page {
    conflicts::ConflictsState state;
    Screen screen{[this](const desk::Frame& frame, const shell::Rect& where) {
                      return conflicts::draw_conflicts_panel(state, frame, where);
                  },
                  [this](const desk::Frame& frame, const shell::Rect& where) {
                      return conflicts::draw_conflict_detail(state, frame, {where, false});
                  }};

    Page()
    {
        screen.derived = gallery::desk_of_conflicts();
        const auto& snapshot = *screen.derived->snapshot;
        conflicts::take(state,
                        std::make_shared<const conflicts::Conflicts>(conflicts::find_conflicts(snapshot, monday)),
                        snapshot.generation);
        screen.frames(3);
    }
};

TEST_CASE("conflicts are listed with their proposal, one rule at a time where that is wished", "[panels]")
{
    Page page;
    CHECK(page.screen.shows("车架号相同 1"));
    CHECK(page.screen.shows("标牌重复 1"));
    page.screen.click("标牌重复 1");
    REQUIRE(page.state.rows.size() == 1);
    CHECK(page.state.found->open[page.state.rows.front()].rule == conflicts::ConflictRule::two_plates);
}

TEST_CASE("one key settles the chosen conflict", "[panels]")
{
    Page page;
    page.screen.click("车架号相同");
    CHECK(page.screen.shows("保留 吉G·1234S5"));
    page.screen.key("2");
    const auto* settled = page.screen.command<data::SettleConflict>();
    REQUIRE(settled != nullptr);
    CHECK(settled->decision == "kept_second");
    REQUIRE(settled->retires.size() == 2);
    CHECK(settled->retires.front().key == "吉G1234S5");
    CHECK(settled->retires.back().kind == "maintenance");  // of that day the kept bus has one already
    CHECK_FALSE(settled->reason.empty());
    // Until the register has answered, no key settles anything else.
    page.screen.key("1");
    CHECK(page.screen.count<data::Command>() == 1);
    conflicts::take_answer(page.state, *settled, true);
    page.screen.key("3");
    CHECK(page.screen.command<data::SettleConflict>()->decision == "both_right");
}

TEST_CASE("what is put off stands last and work goes on with the next", "[panels]")
{
    Page page;
    page.screen.click("车架号相同");
    const auto first = page.state.selected;
    page.screen.key("0");
    CHECK(page.screen.count<data::Command>() == 0);
    CHECK(page.state.later.contains(*first));
    CHECK(page.state.selected != first);
    page.screen.frames(2);
    CHECK(page.state.found->open[page.state.rows.back()].id == *first);
}

TEST_CASE("an own reason is taken along", "[panels]")
{
    Page page;
    page.screen.click("车架号相同");
    page.state.reason = "现场核对过";
    page.screen.click("两者都对");
    REQUIRE(page.screen.command<data::SettleConflict>() != nullptr);
    CHECK(page.screen.command<data::SettleConflict>()->reason == "现场核对过");
}

TEST_CASE("nothing is settled on records that have changed since", "[panels]")
{
    Page page;
    page.state.generation += 1;
    page.screen.frames(2);
    page.screen.click("车架号相同");
    page.screen.key("1");
    CHECK(page.screen.count<data::Command>() == 0);
}

}  // namespace
