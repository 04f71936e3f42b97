#include "console/app/picture_program.hpp"

#include "console/app/content.hpp"
#include "console/app/map_bridge.hpp"
#include "console/map/map_panel.hpp"
#include "console/shell/fault.hpp"
#include "console/shell/offscreen.hpp"
#include "console/shell/region.hpp"

#include <algorithm>

namespace xiaoan::app {

namespace {

bool wants(const cli::PictureRequest& request, std::string_view layer)
{
    return request.layers.empty() ||
           std::find(request.layers.begin(), request.layers.end(), layer) != request.layers.end();
}

/// Leaves out the layers of the base map that were not asked for.
void keep_wanted(map::BaseMap& base, const cli::PictureRequest& request)
{
    std::erase_if(base.layers, [&](const map::Layer& layer) {
        switch (layer.kind) {
        case map::LayerKind::county_area:
        case map::LayerKind::county_edge:
        case map::LayerKind::border: return !wants(request, "counties");
        case map::LayerKind::river_major:
        case map::LayerKind::river_minor: return !wants(request, "rivers");
        case map::LayerKind::lake_area:
        case map::LayerKind::lake_shore: return !wants(request, "lakes");
        default: return false;
        }
    });
    std::erase_if(base.places, [&](const map::Place& place) {
        return place.kind == map::PlaceKind::town && !wants(request, "towns");
    });
}

}  // namespace

int draw_map_picture(const cli::Context& context, const cli::PictureRequest& request)
{
    const auto from = context.open(data::Register::Access::read);
    auto snapshot = std::make_shared<const data::Snapshot>(from.snapshot());
    auto base = map::base_map_of(*snapshot->region);
    const auto content =
        content_of(snapshot, context.as_of, base.origin, nullptr, context.judging(), conformance::tracks_of(from));
    keep_wanted(base, request);
    map::SceneFilter filter = scene_filter(*content->derived, {});
    if (!wants(request, "routes")) filter.states.fill(false);
    filter.waters = wants(request, "waters");

    map::MapPanelState state;
    state.show_names = wants(request, "labels");
    state.show_schools = wants(request, "schools");
    state.show_waters = filter.waters;
    if (request.box) {
        const auto& [west, south, east, north] = *request.box;
        state.look_at = map::map_from_box({west, south, east, north});
    }
    const map::MapFrame frame{.language = context.language,
                              .base = &base,
                              .base_generation = 1,
                              .scene = &content->scene,
                              .scene_generation = 1,
                              .waters = *content->waters,
                              .waters_generation = 1,
                              .filter = &filter,
                              .filter_generation = 1,
                              .chosen = {},
                              .demonstration = snapshot->demonstration};
    try {
        shell::Offscreen screen({.width_px = request.width, .height_px = request.height, .scale = request.scale});
        map::BaseMapTexture texture;
        const auto picture = screen.draw([&](const shell::Ui& ui) {
            const shell::Rect all = shell::rect_at(0, 0, ui.screen.x, ui.screen.y);
            shell::region(ui, "map", all, {}, [&] { (void)map::draw_map_panel(ui, all, state, frame, texture); });
        });
        shell::write_png(picture, request.out);
    } catch (const shell::ShellFault& fault) {
        cli::message(fault.what());
        return cli::Exit::not_done;
    }
    cli::message(context.tr("cli.picture.done", {request.out}));
    return cli::Exit::done;
}

}  // namespace xiaoan::app
