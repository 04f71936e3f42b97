#include "a_city.hpp"
#include "console/map/pick.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::map;
using Kind = MapItem::Kind;

struct Set {
    sample::City city = sample::a_city(3, 1);
    Scene scene =
        scene_of(std::make_shared<const SceneGeometry>(scene_geometry_of(city.snapshot)), city.states, {}, city.near);
    std::vector<Mark> marks;
    Drawing drawing;

    Set()
    {
        // Drawn by hand: a school at (100, 100), a bus at (200, 100), a route between them, a stop half-way.
        drawing.view = {geo::MapPosition{}, 1, 1000, 1000};
        drawing.points = {{100, 100}, {200, 100}};
        drawing.routes = {{.first = 0, .count = 2, .route = 0, .width_px = 4}};
        drawing.stops = {{.at = {150, 100}, .radius_px = 5, .route = 0, .stop = 2}};
        drawing.schools = {{.at = {100, 100}, .side_px = 12, .school = 0}};
        drawing.marks = {{.at = {200, 100}, .mark = 0, .bus = 0}};
        marks = {Mark{.at = {}, .state = rules::BusState::stop, .bus = 0, .buses_in = {0, 1, 0, 0, 0, 0}}};
    }
    [[nodiscard]] Picked at(double x, double y) const { return pick(scene, marks, drawing, {x, y}, 6); }
};

TEST_CASE("the thing whose edge is nearest is picked", "[map]")
{
    const Set set;
    CHECK(set.at(100, 100).item.kind == Kind::school);
    CHECK(set.at(201, 101).item == MapItem{Kind::bus, {1}});
    CHECK(set.at(151, 99).item.kind == Kind::stop);
    CHECK(set.at(125, 103).item.kind == Kind::route);
    CHECK(set.at(178, 105).item.kind == Kind::route);
}

TEST_CASE("beyond the tolerance nothing is picked", "[map]")
{
    const Set set;
    CHECK(set.at(125, 107.9).item.kind == Kind::route);  // 5.9 from the edge of a line 4 wide
    CHECK_FALSE(set.at(125, 108.1).item);
    CHECK_FALSE(set.at(500, 500).item);
}

TEST_CASE("of things under the pointer the bus comes before the school", "[map]")
{
    Set set;
    set.drawing.marks[0].at = {100, 100};
    CHECK(set.at(100, 100).item.kind == Kind::bus);
}

TEST_CASE("of two of a kind the one on top is picked", "[map]")
{
    Set set;
    set.drawing.marks.push_back({.at = {200, 100}, .mark = 0, .bus = 1});
    CHECK(set.at(200, 100).item == MapItem{Kind::bus, {2}});
}

TEST_CASE("a mark of several buses says so", "[map]")
{
    Set set;
    CHECK_FALSE(set.at(200, 100).mark);
    set.marks[0].buses_in = {0, 2, 0, 0, 5, 0};
    CHECK(set.at(200, 100).mark == std::optional<std::uint32_t>{0});
}

TEST_CASE("the inside of a pond is the pond, where nothing else is near", "[map]")
{
    Set set;
    const SceneWater& pond = set.scene.geometry->waters.at(0);
    set.drawing = {};
    set.drawing.view = {pond.at, 10, 1000, 1000};
    CHECK(set.at(500, 500).item == MapItem{Kind::water, pond.record->id});
    CHECK_FALSE(set.at(900, 900).item);
}

}  // namespace
