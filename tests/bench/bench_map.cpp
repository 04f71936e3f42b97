// What the map costs: preparing a region and a register, one view of them, and whole frames on the driver at hand.
#include "console/map/map_panel.hpp"
#include "console/map/water_layers.hpp"
#include "console/shell/offscreen.hpp"
#include "tests/console/map/a_city.hpp"

#include <benchmark/benchmark.h>
#include <epoxy/gl.h>

namespace {

using namespace xiaoan;
using namespace xiaoan::map;

constexpr int width = 1044;
constexpr int height = 580;

struct Prepared {
    explicit Prepared(std::size_t buses)
        : city(sample::a_city(buses, buses / 16 + 10)),
          base(base_map_of(sample::baicheng())),
          scene(scene_of(std::make_shared<const SceneGeometry>(scene_geometry_of(city.snapshot)), city.states, {},
                         city.near)),
          waters(water_layers(scene, base.origin)),
          shown(shown_of(scene, {})),
          view(fitted({{}, 1, width, height}, base.view, {14, 14, 14, 26}, {}))
    {
    }
    sample::City city;
    BaseMap base;
    Scene scene;
    std::vector<Layer> waters;
    Shown shown;
    MapView view;
};

void base_map_of_the_region(benchmark::State& state)
{
    const data::Region region = sample::baicheng();
    for (auto _ : state) benchmark::DoNotOptimize(base_map_of(region));
}
BENCHMARK(base_map_of_the_region)->Unit(benchmark::kMillisecond);

void geometry_of_a_register(benchmark::State& state)
{
    const sample::City city = sample::a_city(static_cast<std::size_t>(state.range(0)), 600);
    for (auto _ : state) benchmark::DoNotOptimize(scene_geometry_of(city.snapshot));
}
BENCHMARK(geometry_of_a_register)->Arg(150)->Arg(10000)->Unit(benchmark::kMillisecond);

/// What a move of the as-of date costs the map.
void scene_on_a_date(benchmark::State& state)
{
    const sample::City city = sample::a_city(static_cast<std::size_t>(state.range(0)), 600);
    const auto geometry = std::make_shared<const SceneGeometry>(scene_geometry_of(city.snapshot));
    for (auto _ : state) {
        const Scene scene = scene_of(geometry, city.states, {}, city.near);
        benchmark::DoNotOptimize(shown_of(scene, {}));
    }
}
BENCHMARK(scene_on_a_date)->Arg(150)->Arg(10000)->Unit(benchmark::kMillisecond);

/// Marks gathered and the view drawn up: each step of zooming.
void one_view(benchmark::State& state)
{
    const Prepared all(static_cast<std::size_t>(state.range(0)));
    const MapView view = zoomed(all.view, static_cast<double>(state.range(1)), {width / 2.0, height / 2.0}, {});
    for (auto _ : state) {
        const Detail detail = detail_for(all.scene, all.shown, view, 1);
        const auto marks = gathered(all.shown.buses, detail.mark_reach_px * view.map_m_per_px);
        benchmark::DoNotOptimize(drawing_of(all.scene, all.shown, marks, detail, view, {}));
    }
}
BENCHMARK(one_view)->ArgsProduct({{150, 10000}, {1, 4, 20}})->Unit(benchmark::kMicrosecond);

enum class Hand { still, panning, zooming };

/// Whole frames of the map panel alone, finished by the driver.
void frames(benchmark::State& state)
{
    const Prepared all(static_cast<std::size_t>(state.range(0)));
    const Hand hand = static_cast<Hand>(state.range(1));
    shell::Offscreen screen({.width_px = width, .height_px = height});
    need_names(screen.canvas().fonts(), &all.base, &all.scene);
    BaseMapTexture texture;
    MapPanelState panel;
    const SceneFilter filter;
    MapFrame frame;
    frame.base = &all.base;
    frame.scene = &all.scene;
    frame.waters = all.waters;
    frame.filter = &filter;
    frame.base_generation = frame.scene_generation = frame.waters_generation = frame.filter_generation = 1;
    int vertices = 0;
    const auto draw = [&](const shell::Ui& ui) {
        ImGui::SetNextWindowPos({0, 0});
        ImGui::SetNextWindowSize({width, height});
        ImGui::Begin("##map", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove);
        (void)draw_map_panel(ui, {0, 0, width, height}, panel, frame, texture);
        vertices = ui.list().VtxBuffer.Size;
        ImGui::End();
    };
    for (int i = 0; i < 4; ++i) screen.frame(draw);
    int step = 0;
    for (auto _ : state) {
        ++step;
        if (hand == Hand::panning) panel.view.centre.x += (step / 100 % 2 == 0 ? 8 : -8) * panel.view.map_m_per_px;
        if (hand == Hand::zooming)
            panel.view = zoomed(panel.view, step / 10 % 2 == 0 ? 1.25 : 0.8, {width / 2.0, height / 2.0}, {});
        screen.frame(draw);
        glFinish();
    }
    state.counters["vertices"] = vertices;
    state.counters["base_maps_drawn"] = static_cast<double>(texture.drawn());
}
BENCHMARK(frames)->ArgsProduct({{150, 10000}, {0, 1, 2}})->ArgNames({"buses", "hand"})->Unit(benchmark::kMillisecond);

}  // namespace
