#include "a_city.hpp"
#include "console/map/map_panel.hpp"
#include "console/map/water_layers.hpp"
#include "console/shell/offscreen.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <set>

namespace {

using namespace xiaoan;
using namespace xiaoan::map;
using rules::BusState;

constexpr int width = 900;
constexpr int height = 560;

/// The panel alone on a screen without a display, with a pointer of its own.
struct Bench {
    sample::City city = sample::a_city(40, 20);
    BaseMap base = base_map_of(sample::baicheng());
    Scene scene =
        scene_of(std::make_shared<const SceneGeometry>(scene_geometry_of(city.snapshot)), city.states, {}, city.near);
    std::vector<Layer> waters = water_layers(scene, base.origin);
    SceneFilter filter;
    shell::Offscreen screen{{.width_px = width, .height_px = height}};
    BaseMapTexture texture;
    MapPanelState state;
    MapFrame frame;
    MapEvents events;  // gathered over frames
    int vertices = 0;

    Bench()
    {
        frame.base = &base;
        frame.scene = &scene;
        frame.waters = waters;
        frame.filter = &filter;
        frame.base_generation = frame.scene_generation = frame.waters_generation = frame.filter_generation = 1;
        draw();
        draw();
    }

    void draw(const std::function<void(ImGuiIO&)>& input = {})
    {
        screen.frame(
            [&](const shell::Ui& ui) {
                ImGui::SetNextWindowPos({0, 0});
                ImGui::SetNextWindowSize({width, height});
                ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{0, 0});
                ImGui::Begin("##map", nullptr,
                             ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                 ImGuiWindowFlags_NoScrollWithMouse);
                const MapEvents now = draw_map_panel(ui, {0, 0, width, height}, state, frame, texture);
                if (now.chosen) events.chosen = now.chosen;
                if (now.opened) events.opened = now.opened;
                if (now.legend_state) events.legend_state = now.legend_state;
                if (now.overlay_chosen) events.overlay_chosen = now.overlay_chosen;
                if (now.overlay_dropped) events.overlay_dropped = now.overlay_dropped;
                vertices = ui.list().VtxBuffer.Size;
                ImGui::End();
                ImGui::PopStyleVar();
            },
            [&] {
                if (input) input(ImGui::GetIO());
            });
    }
    void move_to(double x, double y)
    {
        draw([&](ImGuiIO& io) { io.AddMousePosEvent(static_cast<float>(x), static_cast<float>(y)); });
    }
    void press(bool down)
    {
        draw([&](ImGuiIO& io) { io.AddMouseButtonEvent(0, down); });
    }
    void click(double x, double y)
    {
        move_to(x, y);
        press(true);
        press(false);
        draw();
    }
};

TEST_CASE("the first look shows the whole region", "[map][panel]")
{
    Bench bench;
    const MapBox sight = bench.state.view.box();
    CHECK(sight.west <= bench.base.view.west);
    CHECK(sight.south <= bench.base.view.south);
    CHECK(sight.east >= bench.base.view.east);
    CHECK(sight.north >= bench.base.view.north);
    const shell::Picture picture = bench.screen.picture();
    CHECK(std::set(picture.pixels.begin(), picture.pixels.end()).size() > 50);  // a map, not a blank
    CHECK(picture.at(3, 3) == 0xe6e8e3);                                        // the ground outside of the region
}

TEST_CASE("a mark of an overlay is chosen by a click, and moved by a drag that does not move the map", "[map][panel]")
{
    Bench bench;
    Overlay overlay{.lines = {}, .marks = {}, .movable = true};
    const MapView view = bench.state.view;
    overlay.marks.push_back({view.map_from_screen({500, 250}), "1.1", shell::rgb(0x0072B2), false, {}});
    overlay.marks.push_back({view.map_from_screen({600, 250}), "1.2", shell::rgb(0x0072B2), false, {}});
    bench.frame.overlay = &overlay;
    bench.click(602, 251);
    CHECK(bench.events.overlay_chosen == 1U);
    CHECK_FALSE(bench.events.chosen.has_value());
    CHECK_FALSE(bench.events.overlay_dropped.has_value());

    bench.move_to(500, 250);
    bench.press(true);
    for (int x = 510; x <= 560; x += 10) bench.move_to(x, 300);
    bench.press(false);
    bench.draw();
    REQUIRE(bench.events.overlay_dropped.has_value());
    CHECK(bench.events.overlay_dropped->mark == 0);
    const ScreenPosition there = view.screen_from_map(bench.events.overlay_dropped->at);
    CHECK_THAT(there.x, Catch::Matchers::WithinAbs(560, 1));
    CHECK_THAT(there.y, Catch::Matchers::WithinAbs(300, 1));
    CHECK(bench.state.view == view);
}

TEST_CASE("a click on a bus chooses it, a click on free ground chooses nothing", "[map][panel]")
{
    Bench bench;
    const DrawnMark* alone = nullptr;
    for (const DrawnMark& mark : bench.state.drawing->marks)
        if (bench.state.marks[mark.mark].total() == 1 && mark.state == BusState::stop && mark.at.x > 300) alone = &mark;
    REQUIRE(alone != nullptr);
    const data::RecordId id = bench.scene.buses[alone->bus].record->id;
    bench.click(static_cast<double>(alone->at.x), static_cast<double>(alone->at.y));
    CHECK(bench.events.chosen == MapItem{MapItem::Kind::bus, id});
    bench.click(30, 30);
    CHECK(bench.events.chosen == MapItem{});
}

TEST_CASE("dragging moves the map with the hand and chooses nothing", "[map][panel]")
{
    Bench bench;
    const geo::MapPosition held = bench.state.view.map_from_screen({450, 200});
    bench.move_to(450, 200);
    bench.press(true);
    bench.move_to(470, 210);
    bench.move_to(530, 250);
    bench.press(false);
    const ScreenPosition now = bench.state.view.screen_from_map(held);
    CHECK_THAT(now.x, Catch::Matchers::WithinAbs(530, 0.01));
    CHECK_THAT(now.y, Catch::Matchers::WithinAbs(250, 0.01));
    CHECK_FALSE(bench.events.chosen);
}

TEST_CASE("the wheel zooms at the pointer", "[map][panel]")
{
    Bench bench;
    bench.move_to(600, 150);
    const double before = bench.state.view.map_m_per_px;
    const geo::MapPosition held = bench.state.view.map_from_screen({600, 150});
    bench.draw([](ImGuiIO& io) { io.AddMouseWheelEvent(0, 1); });
    bench.draw();
    CHECK_THAT(bench.state.view.map_m_per_px, Catch::Matchers::WithinRel(before / 1.25, 1e-9));
    CHECK_THAT(bench.state.view.screen_from_map(held).x, Catch::Matchers::WithinAbs(600, 0.01));
}

TEST_CASE("a click in the legend asks for that state alone, on the map it chooses nothing", "[map][panel]")
{
    Bench bench;
    // The legend's first row: 16 from the corner, five rows of 23 and a padding of 9 above the lower edge.
    bench.click(60, height - 16 - 9 - 5 * 23 + 11);
    REQUIRE(bench.events.legend_state == BusState::stop);
    CHECK_FALSE(bench.events.chosen);
    const SceneFilter only = with_only(bench.filter, BusState::stop);
    CHECK(only.states == std::array{false, true, false, false, false, false});
    CHECK(with_only(only, BusState::stop).states == SceneFilter{}.states);
}

TEST_CASE("the base map is not drawn again while nothing moves, nor for a short pan", "[map][panel]")
{
    Bench bench;
    const std::size_t before = bench.texture.drawn();
    for (int i = 0; i < 5; ++i) bench.draw();
    CHECK(bench.texture.drawn() == before);
    bench.move_to(450, 200);
    bench.press(true);
    for (int i = 1; i <= 9; ++i) bench.move_to(450 + 10 * i, 200);
    bench.press(false);
    CHECK(bench.texture.drawn() == before);
    bench.move_to(600, 150);
    bench.draw([](ImGuiIO& io) { io.AddMouseWheelEvent(0, 1); });
    bench.draw();
    CHECK(bench.texture.drawn() == before + 1);
}

TEST_CASE("a map put together while panning is the same as one drawn at once", "[map][panel]")
{
    MapView goal;
    const shell::Picture a = [&] {
        Bench bench;
        goal = panned(bench.state.view, -300, 180, {});
        const std::size_t before = bench.texture.drawn();
        for (int i = 0; i < 30; ++i) {
            bench.state.view = panned(bench.state.view, -10, 6, {});
            bench.draw();
        }
        CHECK(bench.texture.drawn() > before);
        bench.state.view = goal;  // the same but for rounding
        bench.draw();
        bench.draw();
        return bench.screen.picture();
    }();
    const shell::Picture b = [&] {
        Bench bench;
        bench.state.show_waters = false;  // so that nothing of the first look is used again
        bench.draw();
        bench.state.show_waters = true;
        bench.state.view = goal;
        bench.draw();
        bench.draw();
        return bench.screen.picture();
    }();
    std::size_t different = 0;
    for (std::size_t i = 0; i < a.pixels.size(); ++i) {
        const auto channel = [&](unsigned shift) {
            return std::abs(static_cast<int>(a.pixels[i] >> shift & 0xFFU) -
                            static_cast<int>(b.pixels[i] >> shift & 0xFFU));
        };
        if (channel(0) + channel(8) + channel(16) > 24) ++different;
    }
    CHECK(different < a.pixels.size() / 2000);
}

TEST_CASE("keys move the map that has the focus", "[map][panel]")
{
    Bench bench;
    bench.click(300, 60);
    const MapView before = bench.state.view;
    const auto key = [&](ImGuiKey which) {
        bench.draw([&](ImGuiIO& io) { io.AddKeyEvent(which, true); });
        bench.draw([&](ImGuiIO& io) { io.AddKeyEvent(which, false); });
        bench.draw();
    };
    key(ImGuiKey_Equal);
    CHECK(bench.state.view.map_m_per_px < before.map_m_per_px);
    const double x = bench.state.view.centre.x;
    key(ImGuiKey_LeftArrow);
    CHECK(bench.state.view.centre.x < x);
    key(ImGuiKey_Home);
    CHECK_THAT(bench.state.view.map_m_per_px, Catch::Matchers::WithinRel(before.map_m_per_px, 1e-9));
}

TEST_CASE("a map that is still being prepared says so", "[map][panel]")
{
    Bench bench;
    bench.frame.base = nullptr;
    bench.draw();
    CHECK(bench.vertices < 200);
}

}  // namespace
