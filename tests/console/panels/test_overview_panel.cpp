#include "console/overview/overview_panel.hpp"
#include "tests/console/panels/screen.hpp"

namespace {

using namespace xiaoan;
using namespace xiaoan::test;

struct Page {
    overview::OverviewState state;
    overview::SinceYesterday since;
    Screen screen{[this](const desk::Frame& frame, const shell::Rect& where) {
        return overview::draw_overview_panel(state, frame, since, where);
    }};
};

TEST_CASE("a number of the overview leads to what it counts", "[panels]")
{
    Page page;
    page.screen.click("须停运");
    REQUIRE(page.screen.last<desk::SetFilter>() != nullptr);
    CHECK(page.screen.last<desk::SetFilter>()->filter.states[0]);
    CHECK_FALSE(page.screen.last<desk::SetFilter>()->filter.states[1]);
    REQUIRE(page.screen.last<desk::ShowPage>() != nullptr);
    CHECK(page.screen.last<desk::ShowPage>()->page == desk::Page::buses);
    page.screen.click("督办逾期");
    REQUIRE(page.screen.last<desk::ShowCases>() != nullptr);
    CHECK(page.screen.last<desk::ShowCases>()->chip == "overdue");
    page.screen.click("任务与交办逾期");
    CHECK(page.screen.last<desk::ShowPage>()->page == desk::Page::tasks);
}

TEST_CASE("a county of the overview narrows all pages to it, the sum widens them again", "[panels]")
{
    Page page;
    page.screen.click("通榆县");
    REQUIRE(page.screen.last<desk::SetFilter>() != nullptr);
    CHECK(page.screen.last<desk::SetFilter>()->filter.county == data::Adcode{220822});
    page.screen.click("全市");
    CHECK_FALSE(page.screen.last<desk::SetFilter>()->filter.county.given());
}

TEST_CASE("what the day brought leads to the bus", "[panels]")
{
    Page page;
    const auto bus = page.screen.derived->dossiers.find(std::string_view{"吉G20871"});
    REQUIRE(page.screen.derived->findings_of(bus).size() > 0);
    page.since.appeared = {page.screen.derived->findings_of(bus).front()};
    page.state = {};
    page.screen.frames(3);
    CHECK(page.screen.shows("问题新增 1 项，消除 0 项"));
    page.screen.click("吉G·20871");
    CHECK(page.screen.selection == desk::Selection{desk::Selected::bus, "吉G20871"});
}

}  // namespace
