#include "a_city.hpp"
#include "console/map/drawing.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace {

using namespace xiaoan;
using namespace xiaoan::map;
using rules::BusState;

struct Set {
    sample::City city;
    Scene scene;
    Shown shown;
    MapView view;
    Detail detail;
    std::vector<Mark> marks;

    Set(std::size_t buses, std::size_t schools, const SceneFilter& filter = {})
        : city(sample::a_city(buses, schools)),
          scene(scene_of(std::make_shared<const SceneGeometry>(scene_geometry_of(city.snapshot)), city.states, {},
                         city.near)),
          shown(shown_of(scene, filter))
    {
        view = fitted({{}, 1, 1044, 580}, map_from_box({121.9, 44.5, 124.0, 46.1}), {}, {});
        look();
    }
    void look()
    {
        detail = detail_for(scene, shown, view, 1);
        marks = gathered(shown.buses, detail.mark_reach_px * view.map_m_per_px);
    }
    [[nodiscard]] Drawing drawn(const DrawOptions& options = {}) const
    {
        return drawing_of(scene, shown, marks, detail, view, options);
    }
};

TEST_CASE("few routes are drawn whole, with their stops", "[map]")
{
    const Set set(5, 5);
    CHECK(set.detail.crowd == Detail::Crowd::few);
    const Drawing drawing = set.drawn();
    CHECK(drawing.routes.size() == 5);
    CHECK(drawing.marks.size() == 5);
    CHECK(drawing.schools.size() == 5);
    CHECK_FALSE(drawing.stops.empty());
}

TEST_CASE("the gravest lie on top", "[map]")
{
    const Drawing drawing = Set(150, 60).drawn();
    CHECK(std::ranges::is_sorted(drawing.routes, std::greater{}, &DrawnRoute::state));
    CHECK(std::ranges::is_sorted(drawing.marks, std::greater{}, &DrawnMark::state));
}

TEST_CASE("ten thousand buses are few marks and no web of lines", "[map]")
{
    const Set set(10000, 600);
    CHECK(set.detail.crowd == Detail::Crowd::throng);
    const Drawing drawing = set.drawn();
    CHECK(drawing.routes.empty());
    CHECK(drawing.marks.size() < 400);
    std::uint32_t sum = 0;
    for (const Mark& mark : set.marks) sum += mark.total();
    CHECK(sum == 10000);
}

TEST_CASE("nearer, the routes of a crowd come out", "[map]")
{
    Set set(10000, 600);
    set.view = zoomed(set.view, 20, {522, 290}, {});
    set.look();
    CHECK(set.detail.crowd != Detail::Crowd::throng);
    const Drawing drawing = set.drawn();
    CHECK_FALSE(drawing.routes.empty());
    CHECK(drawing.points.size() < 20000);
}

TEST_CASE("what the filter leaves out is not drawn", "[map]")
{
    SceneFilter only_stop;
    only_stop.states = {};
    only_stop.states[static_cast<std::size_t>(BusState::stop)] = true;
    const Set set(150, 60, only_stop);
    const Drawing drawing = set.drawn();
    CHECK(std::ranges::all_of(drawing.routes, [](const DrawnRoute& r) { return r.state == BusState::stop; }));
    CHECK(drawing.routes.size() == 19);  // every eighth of 150, beginning with the first
    SceneFilter without_first = only_stop;
    without_first.left_out = {true};
    CHECK(Set(150, 60, without_first).drawn().routes.size() == 18);
}

TEST_CASE("the chosen bus comes last, with its stops and its school", "[map]")
{
    const Set set(150, 60);
    const Drawing drawing = set.drawn({.chosen = {MapItem::Kind::bus, {3}}});
    REQUIRE_FALSE(drawing.routes.empty());
    CHECK(drawing.routes.back().chosen);
    CHECK(drawing.marks.back().chosen);
    CHECK(drawing.marks.back().bus == 2);
    CHECK(drawing.schools.back().chosen);
    CHECK(std::ranges::count_if(drawing.routes, &DrawnRoute::chosen) == 1);
}

TEST_CASE("a chosen school has a line to each water within reach", "[map]")
{
    Set set(20, 8);
    const MapItem school{MapItem::Kind::school, {1}};
    set.view = zoomed(fitted(set.view, box_of(set.scene, school).grown(3000), {}, {}), 1, {0, 0}, {});
    set.look();
    const Drawing drawing = set.drawn({.chosen = school});
    REQUIRE(drawing.distances.size() == 1);
    CHECK(drawing.distances[0].distance_m == 610);
    const Drawing of_water = set.drawn({.chosen = {MapItem::Kind::water, {1}}});
    CHECK(of_water.distances.size() == 1);
    CHECK_FALSE(of_water.chosen_shape.empty());
}

TEST_CASE("a view far away draws nothing", "[map]")
{
    Set set(150, 60);
    set.view.centre.x += 5e6;
    const Drawing drawing = set.drawn();
    CHECK(drawing.routes.empty());
    CHECK(drawing.marks.empty());
    CHECK(drawing.schools.empty());
}

TEST_CASE("how much is drawn does not change while panning", "[map]")
{
    const Set set(10000, 600);
    const Detail moved = detail_for(set.scene, set.shown, panned(set.view, 300, 0, {}), 1);
    CHECK(moved.crowd == set.detail.crowd);
    CHECK(moved.mark_reach_px == set.detail.mark_reach_px);
}

}  // namespace
