#include "console/shell/probe.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan::shell;

namespace {

constexpr Rect screen{0, 0, 1600, 900};

}

TEST_CASE("a label is clicked where it can be pressed, not where it is only read", "[shell]")
{
    Probe probe;
    probe.item("发出", {10, 10, 50, 30}, screen);
    probe.text("发出", {500, 500, 540, 520}, screen);
    CHECK(probe.find("发出") == Rect{10, 10, 50, 30});
}

TEST_CASE("an equal label comes before one that contains it, and the topmost before those below", "[shell]")
{
    Probe probe;
    probe.text("全部", {0, 0, 10, 10}, screen);
    probe.item("全部撤销", {20, 0, 30, 10}, screen);
    CHECK(probe.find("全部") == Rect{0, 0, 10, 10});
    probe.text("全部", {40, 0, 50, 10}, screen);
    CHECK(probe.find("全部") == Rect{40, 0, 50, 10});
    CHECK(probe.find("撤销") == Rect{20, 0, 30, 10});
    CHECK_FALSE(probe.find("没有").has_value());
}

TEST_CASE("what is scrolled or clipped away is not shown", "[shell]")
{
    Probe probe;
    probe.text("吉G·12345", {0, 950, 100, 970}, screen);
    probe.text("吉G·20871", {0, 890, 100, 910}, screen);
    CHECK_FALSE(probe.shows("12345"));
    CHECK(probe.shows("20871"));
    CHECK(probe.find("吉G·20871") == Rect{0, 890, 100, 900});
    probe.begin_frame();
    CHECK_FALSE(probe.shows("20871"));
}
