#include "console/map/map_view.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <cmath>

namespace {

using namespace xiaoan;
using namespace xiaoan::map;
using Catch::Matchers::WithinAbs;

MapView a_view()
{
    return {geo::map_from_position({122.84, 45.62}), 250, 1044, 580};
}

TEST_CASE("the centre of a view stands in its middle, north is up", "[map]")
{
    const MapView view = a_view();
    const ScreenPosition middle = view.screen_from_map(view.centre);
    CHECK(middle == ScreenPosition{522, 290});
    CHECK(view.screen_from_map({view.centre.x + 2500, view.centre.y}).x == 532);
    CHECK(view.screen_from_map({view.centre.x, view.centre.y + 2500}).y == 280);
}

TEST_CASE("a place goes to the screen and back", "[map]")
{
    const MapView view = a_view();
    for (const ScreenPosition at : {ScreenPosition{0, 0}, ScreenPosition{1044, 580}, ScreenPosition{13.5, 470.25}}) {
        const ScreenPosition again = view.screen_from_map(view.map_from_screen(at));
        CHECK_THAT(again.x, WithinAbs(at.x, 1e-6));
        CHECK_THAT(again.y, WithinAbs(at.y, 1e-6));
        const ScreenPosition by_degrees = view.screen_from_position(view.position_from_screen(at));
        CHECK_THAT(by_degrees.x, WithinAbs(at.x, 1e-4));
        CHECK_THAT(by_degrees.y, WithinAbs(at.y, 1e-4));
    }
}

TEST_CASE("zooming keeps the place under the pointer where it is", "[map]")
{
    const ScreenPosition pointer{200, 500};
    MapView view = a_view();
    const geo::MapPosition held = view.map_from_screen(pointer);
    for (const double factor : {1.25, 1.25, 0.5, 8.0, 0.1}) {
        view = zoomed(view, factor, pointer, {});
        const ScreenPosition now = view.screen_from_map(held);
        CHECK_THAT(now.x, WithinAbs(pointer.x, 1e-6));
        CHECK_THAT(now.y, WithinAbs(pointer.y, 1e-6));
    }
    CHECK_THAT(view.map_m_per_px, WithinAbs(250 / (1.25 * 1.25 * 0.5 * 8 * 0.1), 1e-9));
}

TEST_CASE("a view zooms no farther than its limits and stays over the region", "[map]")
{
    ViewLimits limits{.nearest_m_per_px = 10, .farthest_m_per_px = 500, .centres = {}};
    limits.centres.add(a_view().centre);
    limits.centres.add(geo::MapPosition{a_view().centre.x + 1000, a_view().centre.y + 1000});
    CHECK(zoomed(a_view(), 1000, {0, 0}, limits).map_m_per_px == 10);
    CHECK(zoomed(a_view(), 0.001, {0, 0}, limits).map_m_per_px == 500);
    const MapView moved = panned(a_view(), -100, 100, limits);
    CHECK(moved.centre.x == limits.centres.east);
    CHECK(moved.centre.y == limits.centres.north);
    CHECK(zoomed(a_view(), 0, {0, 0}, limits) == a_view());
}

TEST_CASE("dragging to the right shows what lies in the west", "[map]")
{
    const MapView before = a_view();
    const MapView after = panned(before, 40, 10, {});
    CHECK(after.screen_from_map(before.centre) == ScreenPosition{562, 300});
}

TEST_CASE("a box is fitted between its margins", "[map]")
{
    MapBox box;
    box.add(geo::MapPosition{1000, 1000});
    box.add(geo::MapPosition{3000, 2000});
    const MapView view = fitted({{0, 0}, 1, 440, 400}, box, {.left = 200, .top = 30, .right = 40, .bottom = 10}, {});
    // 440 - 240 pixels for 2000 map metres: 10 a pixel; the height would need less.
    CHECK_THAT(view.map_m_per_px, WithinAbs(10, 1e-9));
    const ScreenPosition west = view.screen_from_map({1000, 1500});
    const ScreenPosition east = view.screen_from_map({3000, 1500});
    CHECK_THAT(west.x, WithinAbs(200, 1e-6));
    CHECK_THAT(east.x, WithinAbs(400, 1e-6));
    // Half-way between the margins of 30 above and 10 below.
    CHECK_THAT(west.y, WithinAbs(30 + (400 - 40) / 2.0, 1e-6));
}

TEST_CASE("an empty box leaves the view as it is", "[map]")
{
    CHECK(fitted(a_view(), {}, {}, {}) == a_view());
    CHECK(revealed(a_view(), {}, {}, {}) == a_view());
}

TEST_CASE("what is out of sight is revealed by the shortest move, at the same scale", "[map]")
{
    const MapView view{{0, 0}, 10, 400, 200};  // shows 4,000 x 2,000 map metres around the origin
    const Margins margins{.left = 20, .top = 20, .right = 100, .bottom = 20};
    const auto box = [](double west, double south, double east, double north) {
        return MapBox{.west = west, .south = south, .east = east, .north = north};
    };
    CHECK(revealed(view, box(-1000, -500, 900, 500), margins, {}) == view);
    // Its east edge belongs 100 pixels, 1,000 map metres, from the view's: the view moves 500 to the east.
    const MapView east = revealed(view, box(1000, -500, 1500, 500), margins, {});
    CHECK(east == MapView{{500, 0}, 10, 400, 200});
    // 20 pixels free above and at the left.
    const MapView north_west = revealed(view, box(-3000, 1500, -2500, 1800), margins, {});
    CHECK(north_west == MapView{{-3000 + 2000 - 200, 1800 - 1000 + 200}, 10, 400, 200});
    // 3,000 map metres do not fit into 280 pixels of 10.
    CHECK(revealed(view, box(0, 0, 3000, 100), margins, {}).map_m_per_px > 10);
}

TEST_CASE("a pixel is shorter on the ground than on the map plane", "[map]")
{
    // At 45.62 N a map metre of the Mercator plane is about cos(45.62 deg) = 0.6995 ground metres (ellipsoid: + 0.2 %).
    CHECK_THAT(a_view().ground_m_per_px(), WithinAbs(250 * std::cos(45.62 * 3.14159265358979 / 180), 0.6));
}

}  // namespace
