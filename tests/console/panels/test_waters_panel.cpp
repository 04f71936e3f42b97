#include "console/water/waters_panel.hpp"
#include "tests/console/panels/screen.hpp"

namespace {

using namespace xiaoan;
using namespace xiaoan::test;

struct Page {
    water::WatersState state;
    Screen screen{[this](const desk::Frame& frame, const shell::Rect& where) {
        return water::draw_waters_panel(state, frame, where);
    }};
};

TEST_CASE("a range and typed words narrow the waters", "[panels]")
{
    Page page;
    CHECK(page.screen.shows("向海水库引水渠"));
    page.screen.click("≤ 500 m  2");
    CHECK_FALSE(page.screen.shows("向海水库引水渠"));
    CHECK(page.screen.shows("平安镇南坑塘"));
    page.screen.click("搜索水域、学校、责任单位");
    page.screen.type("水利局");
    CHECK_FALSE(page.screen.shows("平安镇南坑塘"));
    CHECK(page.screen.shows("洮儿河平安段"));
}

TEST_CASE("a water is selected by a press and looked at on the map by Enter", "[panels]")
{
    Page page;
    page.screen.click("平安镇南坑塘");
    CHECK(page.screen.selection == desk::Selection{desk::Selected::water, "220802-K01"});
    page.screen.key("Enter");
    REQUIRE(page.screen.last<desk::Select>() != nullptr);
    CHECK(page.screen.last<desk::Select>()->zoom);
}

TEST_CASE("no page of waters calls a place safe", "[panels]")
{
    Page page;
    CHECK_FALSE(page.screen.shows("安全"));
    page.screen.derived = gallery::empty_desk();
    page.screen.frames(3);
    CHECK(page.screen.shows("还没有水域"));
    CHECK_FALSE(page.screen.shows("安全"));
}

}  // namespace
