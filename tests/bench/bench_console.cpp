// The whole console without a display: from nothing to its first frame, and frames while a hand moves the map. The
// register is named by XIAOAN_REGISTER, made by `xiaoan init --demo` or by imports; its as-of date is 2026-11-23.
#include "console/app/app.hpp"
#include "console/shell/offscreen.hpp"
#include "data/kinds/cell.hpp"

#include <benchmark/benchmark.h>
#include <epoxy/gl.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>

namespace {

using namespace xiaoan;

/// Empty where no register is named.
app::Surroundings surroundings()
{
    app::Surroundings made;
    if (const char* path = std::getenv("XIAOAN_REGISTER")) made.register_path = path;
    made.actor = "bench";
    made.now = [] { return std::string{"2026-11-23T09:15:02+08:00"}; };
    made.today = made.as_of = *data::date_from_iso("2026-11-23");
    made.wake = [] {};
    made.set_theme = [](bool) {};
    made.set_zoom = [](float) {};
    made.zoom = [] { return 1.0F; };
    return made;
}

shell::OffscreenOptions screen(std::int64_t scale)
{
    const auto factor = static_cast<int>(scale);
    return {.width_px = 1600 * factor, .height_px = 900 * factor, .scale = static_cast<float>(scale)};
}

void first_frame(benchmark::State& state)
{
    const auto given = surroundings();
    if (given.register_path.empty()) return state.SkipWithError("XIAOAN_REGISTER names no register");
    for (auto _ : state) {
        shell::Offscreen offscreen(screen(state.range(0)));
        app::App console(given);
        offscreen.frame([&](const shell::Ui& ui) { console.draw(ui); });
        glFinish();
    }
}
BENCHMARK(first_frame)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();

enum class Hand { still, panning };

/// Frames once the console has settled, with the pointer over the map.
void frames(benchmark::State& state)
{
    const auto given = surroundings();
    if (given.register_path.empty()) return state.SkipWithError("XIAOAN_REGISTER names no register");
    shell::Offscreen offscreen(screen(state.range(0)));
    app::App console(given);
    const auto factor = static_cast<float>(state.range(0));
    const auto hand = static_cast<Hand>(state.range(1));
    float x = 700 * factor;
    const auto frame = [&](const std::function<void()>& input) {
        offscreen.frame([&](const shell::Ui& ui) { console.draw(ui); }, input);
        glFinish();
    };
    const auto point = [&] { ImGui::GetIO().AddMousePosEvent(x, 300 * factor); };
    for (int i = 0; i < 10; ++i) frame(point);
    if (hand == Hand::panning) frame([] { ImGui::GetIO().AddMouseButtonEvent(0, true); });
    float step = 6;
    double longest_s = 0;
    for (auto _ : state) {
        if (hand == Hand::panning) x += step;
        if (x > 900 * factor || x < 500 * factor) step = -step;
        const auto began = std::chrono::steady_clock::now();
        frame(point);
        longest_s =
            std::max(longest_s, std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count());
    }
    state.counters["longest_ms"] = longest_s * 1e3;
}
BENCHMARK(frames)
    ->ArgNames({"scale", "panning"})
    ->ArgsProduct({{1, 2}, {0, 1}})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

}  // namespace
