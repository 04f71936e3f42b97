#include "console/app/window_program.hpp"

#include "console/app/app.hpp"
#include "console/cli/clock.hpp"
#include "console/shell/fault.hpp"
#include "console/shell/offscreen.hpp"
#include "console/shell/window.hpp"

#include <fmt/format.h>

#include <cmath>
#include <filesystem>

namespace xiaoan::app {

namespace {

/// The folders that the file dialog offers: home, those of the desktop by their usual names, and the whole computer.
std::vector<imports::Place> places_of(const std::filesystem::path& home, const cli::Context& context)
{
    std::vector<imports::Place> places;
    std::error_code ignored;
    const auto add = [&](std::string label, const std::filesystem::path& path) {
        if (std::filesystem::is_directory(path, ignored)) places.push_back({std::move(label), path});
    };
    if (!home.empty()) {
        add(std::string{context.tr("files.home")}, home);
        for (const auto* name : {"Desktop", "桌面", "Documents", "文档", "Downloads", "下载"}) add(name, home / name);
    }
    add(std::string{context.tr("files.removable")}, "/media/" + context.actor.name);
    add(std::string{context.tr("files.computer")}, "/");
    return places;
}

/// What the console needs of the world; the window adds what concerns it.
Surroundings surroundings_of(const cli::WindowRequest& request)
{
    Surroundings made;
    made.register_path = request.context.register_path;
    made.actor = request.context.actor.name;
    made.now = cli::now;
    made.today = cli::today();
    made.as_of = request.context.as_of;
    if (const auto& known = request.context.known_at) made.known_at = desk::KnownAt{known->moment, known->newest};
    made.language = request.context.language;
    made.home = cli::home_folder();
    made.places = places_of(made.home, request.context);
    made.wake = [] {};
    made.set_theme = [](bool) {};
    made.set_zoom = [](float) {};
    made.zoom = [] { return 1.0F; };
    return made;
}

void make_default_register(const cli::Context& context)
{
    if (context.register_path != cli::default_register() || std::filesystem::exists(context.register_path)) return;
    const auto region = data::read_region(cli::data_folder() + "/region/baicheng");
    std::filesystem::create_directories(std::filesystem::path(context.register_path).parent_path());
    (void)data::Register::create(context.register_path, region,
                                 language::tr(language::Language::zh, "cli.init.name", {region.name_zh}), false,
                                 context.actor);
}

int draw_picture(const cli::WindowRequest& request)
{
    const float scale = request.scale > 0 ? request.scale : 1.0F;
    shell::Offscreen screen({.width_px = request.width, .height_px = request.height, .scale = scale});
    App app(surroundings_of(request));
    shell::write_png(screen.draw([&](const shell::Ui& ui) { app.draw(ui); }), request.screenshot);
    return cli::Exit::done;
}

int open_on_display(const cli::WindowRequest& request)
{
    shell::WindowOptions options;
    options.title = std::string{request.context.tr("product.name")};
    options.width = request.width;
    options.height = request.height;
    if (request.scale > 0) options.scale = request.scale;
    options.script = request.script;
    shell::Window window(options);
    auto surroundings = surroundings_of(request);
    surroundings.wake = window.waker();
    surroundings.set_theme = [&](bool dark) {
        window.set_theme(dark ? shell::ThemeKind::dark : shell::ThemeKind::light);
    };
    surroundings.set_zoom = [&](float factor) { window.set_zoom(factor); };
    surroundings.zoom = [&] { return window.zoom(); };
    App app(std::move(surroundings));
    window.set_title(app.title());
    window.on_drop([&](const std::vector<std::filesystem::path>& files) { app.drop(files); });
    window.run([&](const shell::Ui& ui) { app.draw(ui); });
    const auto& stats = window.stats();
    if (!request.script.empty())
        cli::message(fmt::format("frames {} longest {:.1f} ms mean {:.1f} ms", stats.count, stats.longest_s * 1e3,
                                 stats.count > 0 ? stats.total_s * 1e3 / static_cast<double>(stats.count) : 0.0));
    if (window.script_failure().empty()) return cli::Exit::done;
    cli::message(window.script_failure());
    return cli::Exit::not_done;
}

}  // namespace

int run_window(const cli::WindowRequest& request)
{
    try {
        make_default_register(request.context);
        return request.screenshot.empty() ? open_on_display(request) : draw_picture(request);
    } catch (const shell::ShellFault& fault) {
        cli::message(request.context.tr("cli.no_window", {fault.what()}));
        return cli::Exit::not_done;
    }
}

}  // namespace xiaoan::app
