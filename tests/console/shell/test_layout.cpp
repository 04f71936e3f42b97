#include "console/shell/layout.hpp"

#include "console/shell/widgets/rail_item.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace xiaoan::shell;

TEST_CASE("on the desk's screen the regions have the sizes of the design", "[shell]")
{
    const Layout layout = lay_out({1600, 900}, Scale{1}, {});
    CHECK(layout.bar == Rect{0, 0, 1600, 52});
    CHECK(layout.rail == Rect{0, 52, 164, 900});
    CHECK(layout.map == Rect{164, 52, 1208, 632});
    CHECK(layout.table == Rect{164, 632, 1208, 900});
    CHECK(layout.dossier == Rect{1208, 52, 1600, 900});
    CHECK_FALSE(layout.rail_narrow);
    CHECK_FALSE(layout.dossier_over);
}

TEST_CASE("a strip under the bar moves down all that it speaks of", "[shell]")
{
    const Layout layout = lay_out({1600, 900}, Scale{1}, {.strip_shown = true});
    CHECK(layout.bar == Rect{0, 0, 1600, 52});
    CHECK(layout.strip == Rect{0, 52, 1600, 82});
    CHECK(layout.rail == Rect{0, 82, 164, 900});
    CHECK(layout.map == Rect{164, 82, 1208, 632});
    CHECK(layout.dossier == Rect{1208, 82, 1600, 900});
    CHECK(lay_out({1600, 900}, Scale{1}, {}).strip.empty());
}

TEST_CASE("at 200 percent everything is twice as large in pixels", "[shell]")
{
    const Layout layout = lay_out({3200, 1800}, Scale{2}, {});
    CHECK(layout.rail == Rect{0, 104, 328, 1800});
    CHECK(layout.dossier == Rect{2416, 104, 3200, 1800});
}

TEST_CASE("regions never overlap nor leave a gap, whatever the window", "[shell]")
{
    const float width = GENERATE(800.0F, 1067.0F, 1280.0F, 1600.0F, 3840.0F);
    const float height = GENERATE(450.0F, 600.0F, 720.0F, 2160.0F);
    const float factor = GENERATE(1.0F, 1.25F, 1.5F, 2.0F);
    const Point window{width * factor, height * factor};
    const Layout layout = lay_out(window, Scale{factor}, {});
    CAPTURE(width, height, factor);
    CHECK(layout.map.x0 == layout.rail.x1);
    CHECK(layout.map.y0 == layout.bar.y1);
    CHECK(layout.map.y1 == layout.table.y0);
    CHECK(layout.table.y1 == window.y);
    if (!layout.dossier_over) CHECK(layout.map.x1 == layout.dossier.x0);
    CHECK(layout.dossier.x1 == window.x);
    CHECK(layout.map.width() >= 359 * factor);
    CHECK(layout.map.height() >= 169 * factor);
    CHECK(layout.table.height() >= 139 * factor);
    CHECK(layout.dossier.width() >= 319 * factor);
}

TEST_CASE("a 1600 wide screen at 200 percent keeps every region usable", "[shell]")
{
    const Layout layout = lay_out({1600, 900}, Scale{2}, {});  // 800 x 450 to the design
    CHECK(layout.rail_narrow);
    CHECK(layout.dossier_over);
    CHECK(layout.bar_tight);
    CHECK(layout.map.width() == 2 * 740);
    CHECK(layout.dossier.width() == 2 * 392);
    CHECK_FALSE(layout.dossier_seam);
}

TEST_CASE("without a dossier the map has its room", "[shell]")
{
    const Layout layout = lay_out({1600, 900}, Scale{1}, {.dossier_shown = false});
    CHECK(layout.dossier.empty());
    CHECK(layout.map.x1 == 1600);
}

TEST_CASE("a job without a map has the whole middle for its table", "[shell]")
{
    const Layout layout = lay_out({1600, 900}, Scale{1}, {.map_shown = false});
    CHECK(layout.map.empty());
    CHECK(layout.table == layout.middle);
    CHECK_FALSE(layout.table_seam);
}

TEST_CASE("a dragged seam stops at its limits and comes back at once", "[shell]")
{
    LayoutState state;
    drag_dossier(state, -1000, {1600, 900}, Scale{1});
    CHECK(state.dossier_width == 560);
    drag_dossier(state, 10, {1600, 900}, Scale{1});
    CHECK(state.dossier_width == 550);
    drag_dossier(state, 1000, {1600, 900}, Scale{1});
    CHECK(state.dossier_width == 320);
    drag_table(state, -2000, {1600, 900}, Scale{1});
    CHECK(state.table_height == 560);
    drag_table(state, 2000, {1600, 900}, Scale{1});
    CHECK(state.table_height == 140);
}

TEST_CASE("the items of the rail close up until they fit a low window, and never become too small to hit", "[shell]")
{
    const auto height = [](const RailPitch& pitch, float items, float separators) {
        return items * (pitch.item + pitch.gap) + separators * pitch.separator;
    };
    CHECK(rail_pitch(false, 11, 3, 800).item == 38);
    // 1600 x 900 at 200 %: 450 design pixels, 52 of them the bar's.
    const RailPitch low = rail_pitch(true, 11, 3, 450 - 52);
    CHECK(height(low, 11, 3) <= 450 - 52);
    CHECK(low.item > 30);
    CHECK(rail_pitch(true, 11, 3, 200).item == 27);
}
