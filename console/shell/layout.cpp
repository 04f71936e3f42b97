#include "console/shell/layout.hpp"

#include <algorithm>

namespace xiaoan::shell {
namespace {

constexpr float wide_from_px = 1240;
constexpr float side_by_side_from_px = 900;
constexpr float tight_bar_below_px = 1120;
constexpr float least_dossier_px = 320;
constexpr float most_dossier_px = 560;
constexpr float least_table_px = 140;
constexpr float most_table_px = 560;
constexpr float least_map_width_px = 360;
constexpr float least_map_height_px = 170;

/// What is held without rounding, in design pixels, for a window of design size `width` x `height`.
struct Grant {
    float rail;
    float dossier;
    float table;
    bool over;
};

[[nodiscard]] Grant grant(float width, float height, const LayoutState& state)
{
    Grant out{};
    out.rail = width >= wide_from_px ? rail_px : narrow_rail_px;
    out.over = width < side_by_side_from_px;
    const float room = out.over ? width - out.rail - 40 : width - out.rail - least_map_width_px;
    out.dossier =
        std::clamp(state.dossier_width, least_dossier_px, std::clamp(room, least_dossier_px, most_dossier_px));
    const float below_bar = height - bar_px - (state.strip_shown ? strip_px : 0);
    const float table_room = std::clamp(below_bar - least_map_height_px, least_table_px, most_table_px);
    out.table = std::clamp(state.table_height, least_table_px, table_room);
    return out;
}

}  // namespace

Layout lay_out(Point window, Scale px, const LayoutState& state)
{
    const float width = window.x / px.factor;
    const float height = window.y / px.factor;
    const Grant sizes = grant(width, height, state);
    Layout out;
    out.rail_narrow = sizes.rail < rail_px;
    out.dossier_over = sizes.over;
    out.bar_tight = width < tight_bar_below_px;
    out.bar = {0, 0, window.x, px(bar_px)};
    if (state.strip_shown) out.strip = {0, out.bar.y1, window.x, px(bar_px + strip_px)};
    const float top = state.strip_shown ? out.strip.y1 : out.bar.y1;
    out.rail = {0, top, px(sizes.rail), window.y};
    float right = window.x;
    if (state.dossier_shown) {
        out.dossier = {window.x - px(sizes.dossier), top, window.x, window.y};
        if (!sizes.over) right = out.dossier.x0;
        out.dossier_seam = !sizes.over;
    }
    out.middle = {out.rail.x1, top, right, window.y};
    out.map = out.table = out.middle;
    if (!state.table_shown) out.table = {};
    if (!state.map_shown) out.map = {};
    if (state.table_shown && state.map_shown) {
        out.map.y1 = out.table.y0 = window.y - px(sizes.table);
        out.table_seam = true;
    }
    return out;
}

void drag_dossier(LayoutState& state, float moved_px, Point window, Scale px)
{
    LayoutState wanted = state;
    wanted.dossier_width = grant(window.x / px.factor, window.y / px.factor, state).dossier - moved_px / px.factor;
    state.dossier_width = grant(window.x / px.factor, window.y / px.factor, wanted).dossier;
}

void drag_table(LayoutState& state, float moved_px, Point window, Scale px)
{
    LayoutState wanted = state;
    wanted.table_height = grant(window.x / px.factor, window.y / px.factor, state).table - moved_px / px.factor;
    state.table_height = grant(window.x / px.factor, window.y / px.factor, wanted).table;
}

}  // namespace xiaoan::shell
