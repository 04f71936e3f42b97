#include "tests/ui/gallery.hpp"

#include "console/shell/keyboard.hpp"
#include "console/shell/offscreen.hpp"
#include "console/shell/widgets/dialog.hpp"
#include "console/shell/window.hpp"

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include <array>
#include <atomic>
#include <chrono>
#include <exception>
#include <thread>
#include <utility>

namespace {

using namespace xiaoan::shell;
namespace gallery = xiaoan::gallery;

enum Asked { help, back, swap_theme, swap_page, undo };

void draw(const Ui& ui, gallery::State& state)
{
    const std::array<Action, 5> actions{{
        {.id = help, .chord = ImGuiKey_F1, .while_typing = true, .group = "一般", .label = "按键一览"},
        {.id = back, .chord = ImGuiKey_Escape, .while_typing = true, .group = "一般", .label = "返回"},
        {.id = undo, .chord = ImGuiMod_Ctrl | ImGuiKey_Z, .group = "一般", .label = "撤销上一步"},
        {.id = swap_theme, .chord = ImGuiMod_Ctrl | ImGuiKey_T, .group = "显示", .label = "明暗切换"},
        {.id = swap_page, .chord = ImGuiMod_Ctrl | ImGuiKey_G, .group = "显示", .label = "另一页"},
    }};
    if (const auto asked = pressed_action(actions)) {
        if (*asked == help) open_key_help();
        if (*asked == undo) show_toast(state.toast, "已撤销：开督办 吉G·12345");
        if (*asked == swap_theme) state.theme_asked = true;
        if (*asked == swap_page)
            state.page = state.page == gallery::Page::desk ? gallery::Page::parts : gallery::Page::desk;
    }
    if (state.page == gallery::Page::desk) {
        draw_desk(ui, state);
    } else {
        draw_parts(ui, state);
    }
    key_help(ui, "按键一览", "关闭", actions);
}

struct Options {
    std::string picture;
    std::string script;
    std::string page = "desk";
    float scale = 0;
    bool dark = false;
    int width = 1600;
    int height = 900;
    int frames = 0;
    std::size_t rows = 101;
    int seconds = 0;
};

[[nodiscard]] double since(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

void draw_picture(const Options& options, gallery::State& state)
{
    const auto start = std::chrono::steady_clock::now();
    Offscreen offscreen({.width_px = options.width,
                         .height_px = options.height,
                         .scale = options.scale > 0 ? options.scale : 1,
                         .theme = options.dark ? ThemeKind::dark : ThemeKind::light});
    const auto paint = [&](const Ui& ui) { draw(ui, state); };
    offscreen.frame(paint);
    const double first_ms = since(start);
    const Picture picture = offscreen.draw(paint);
    write_png(picture, options.picture);
    fmt::print("first frame after {:.0f} ms, picture after {:.0f} ms\n", first_ms, since(start));
    if (options.frames == 0) return;
    const auto loop = std::chrono::steady_clock::now();
    for (int i = 0; i < options.frames; ++i) offscreen.frame(paint);
    static_cast<void>(offscreen.picture());
    fmt::print("{} frames of {:.2f} ms\n", options.frames, since(loop) / options.frames);
}

int show(const Options& options, gallery::State& state)
{
    const auto start = std::chrono::steady_clock::now();
    WindowOptions asked{.title = "校安台 部件",
                        .width = options.width,
                        .height = options.height,
                        .theme = options.dark ? ThemeKind::dark : ThemeKind::light,
                        .script = options.script};
    if (options.scale > 0) asked.scale = options.scale;
    Window window(asked);
    window.on_drop(
        [&](const auto& paths) { show_toast(state.toast, "收到文件：" + paths.front().filename().string()); });
    std::atomic<bool> time_is_up = false;
    std::jthread alarm;
    if (options.seconds > 0) {
        alarm = std::jthread([seconds = options.seconds, wake = window.waker(), &time_is_up] {
            std::this_thread::sleep_for(std::chrono::seconds(seconds));
            time_is_up = true;
            wake();
        });
    }
    bool first = true;
    window.run([&](const Ui& ui) {
        draw(ui, state);
        if (time_is_up) window.close();
        if (std::exchange(state.theme_asked, false))
            window.set_theme(ui.theme.kind == ThemeKind::dark ? ThemeKind::light : ThemeKind::dark);
        if (std::exchange(first, false)) fmt::print("first frame built after {:.0f} ms\n", since(start));
    });
    const FrameStats& stats = window.stats();
    fmt::print("{} frames, mean {:.2f} ms, longest {:.1f} ms\n", stats.count,
               stats.total_s * 1000 / static_cast<double>(std::max(1L, stats.count)), stats.longest_s * 1000);
    if (!window.script_failure().empty()) fmt::print(stderr, "{}\n", window.script_failure());
    return window.script_failure().empty() ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments)
{
    try {
        Options options;
        CLI::App app{"Shows the parts of the window"};
        app.add_option("--picture", options.picture, "draw into this PNG file, without a display");
        app.add_option("--script", options.script, "play this script");
        app.add_option("--page", options.page, "desk or parts");
        app.add_option("--scale", options.scale);
        app.add_flag("--dark", options.dark);
        app.add_option("--width", options.width);
        app.add_option("--height", options.height);
        app.add_option("--frames", options.frames, "also time this many frames");
        app.add_option("--rows", options.rows);
        app.add_option("--seconds", options.seconds, "close the window after that time");
        CLI11_PARSE(app, count, arguments);
        gallery::State state;
        state.page = options.page == "parts" ? gallery::Page::parts : gallery::Page::desk;
        state.rows = options.rows;
        if (options.picture.empty()) return show(options, state);
        draw_picture(options, state);
        return 0;
    } catch (const std::exception& fault) {
        fmt::print(stderr, "{}\n", fault.what());
        return 1;
    }
}
