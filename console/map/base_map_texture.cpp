#include "console/map/base_map_texture.hpp"

#include "console/map/gl_mesh.hpp"
#include "console/map/gl_program.hpp"
#include "console/map/gl_state.hpp"
#include "console/map/gl_surface.hpp"
#include "console/map/layer_style.hpp"

#include <epoxy/gl.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

namespace xiaoan::map {

namespace {

/// Design pixels that are drawn around the view on each side, so that short pans draw nothing.
constexpr double margin_px = 96;

/// Pixels of a surface, rows from below as OpenGL counts them.
struct PxRect {
    int x0;
    int y0;
    int x1;
    int y1;
};

/// What `whole` has beside `inner`, which touches at least two of its neighbouring edges: none, one or two strips.
std::vector<PxRect> around(const PxRect& inner, const PxRect& whole)
{
    std::vector<PxRect> strips;
    if (inner.x0 > whole.x0) strips.push_back({whole.x0, whole.y0, inner.x0, whole.y1});
    if (inner.x1 < whole.x1) strips.push_back({inner.x1, whole.y0, whole.x1, whole.y1});
    if (inner.y0 > whole.y0) strips.push_back({inner.x0, whole.y0, inner.x1, inner.y0});
    if (inner.y1 < whole.y1) strips.push_back({inner.x0, inner.y1, inner.x1, whole.y1});
    return strips;
}

void set_colour(int uniform, Colour colour)
{
    glUniform4f(uniform, static_cast<float>(colour.r) / 255, static_cast<float>(colour.g) / 255,
                static_cast<float>(colour.b) / 255, static_cast<float>(colour.a) / 255);
}

}  // namespace

struct BaseMapTexture::State {
    State() : area("area"), line("line") {}

    void draw(const BaseMapPicture& wanted, const BaseMap& region, std::span<const Layer> waters);
    void draw_part(const PxRect& part, const BaseMapPicture& wanted);
    void draw_layer(const Layer& layer, const BaseMapPicture& wanted, const MapBox& sight);
    const GlMesh& mesh_of(const Layer& layer, std::size_t level, bool lines);
    [[nodiscard]] bool same_but_centre(const BaseMapPicture& wanted) const;
    [[nodiscard]] const GlSurface& shown() const { return surfaces[front]; }

    GlProgram area;
    GlProgram line;
    std::array<GlSurface, 2> surfaces;  // while panning, what is still in sight is copied from one to the other
    std::size_t front = 0;
    std::optional<BaseMapPicture> held;  // what the front surface shows
    MapView view;                        // of the front surface: as large as it is
    double ground_m_per_px = 1;          // by which levels and widths were chosen, the same for all parts of a picture
    std::map<std::pair<LayerKind, std::size_t>, std::unique_ptr<GlMesh>> meshes;
    std::vector<const Layer*> ordered;
    std::array<float, 4> clip_from_map{};
    std::size_t drawn = 0;
};

const GlMesh& BaseMapTexture::State::mesh_of(const Layer& layer, std::size_t level, bool lines)
{
    auto& mesh = meshes[{layer.kind, level}];
    if (!mesh)
        mesh = lines ? std::make_unique<GlMesh>(layer.levels[level].lines)
                     : std::make_unique<GlMesh>(layer.levels[level].areas);
    return *mesh;
}

void BaseMapTexture::State::draw_layer(const Layer& layer, const BaseMapPicture& wanted, const MapBox& sight)
{
    if (layer.levels.empty()) return;
    const std::size_t level = level_at(layer, ground_m_per_px);
    const LayerStyle style =
        style_of(layer.kind, wanted.dark ? dark_colours() : light_colours(), ground_m_per_px * wanted.scale);
    const auto scale = static_cast<float>(wanted.scale);
    const AreaMesh& areas = layer.levels[level].areas;
    const LineMesh& lines = layer.levels[level].lines;
    if (!areas.is_empty()) {
        glUseProgram(area.id());
        glUniform4fv(area.uniform("clip_from_map"), 1, clip_from_map.data());
        set_colour(area.uniform("colour"), style.colour);
        mesh_of(layer, level, false).draw(areas.parts, sight);
    }
    if (!lines.is_empty() && style.width_px > 0) {
        glUseProgram(line.id());
        glUniform4fv(line.uniform("clip_from_map"), 1, clip_from_map.data());
        glUniform2f(line.uniform("clip_per_px"), static_cast<float>(2 / view.width_px),
                    static_cast<float>(2 / view.height_px));
        glUniform1f(line.uniform("half_width_px"), style.width_px * scale / 2);
        glUniform1f(line.uniform("px_per_m"), static_cast<float>(1 / view.map_m_per_px));
        glUniform2f(line.uniform("dash_px"), style.dash_px * scale, style.gap_px * scale);
        set_colour(line.uniform("colour"), style.colour);
        mesh_of(layer, level, true)
            .draw(lines.parts, sight.grown(2 * style.width_px * wanted.scale * view.map_m_per_px));
    }
}

void BaseMapTexture::State::draw_part(const PxRect& part, const BaseMapPicture& wanted)
{
    glScissor(part.x0, part.y0, part.x1 - part.x0, part.y1 - part.y0);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glClear(GL_COLOR_BUFFER_BIT);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_FALSE);  // the picture stays opaque
    MapBox sight;
    for (const auto& [x, y] : {std::pair{part.x0, part.y0}, std::pair{part.x1, part.y1}})
        sight.add(view.map_from_screen({static_cast<double>(x), view.height_px - y}));
    for (const Layer* layer : ordered) draw_layer(*layer, wanted, sight);
}

bool BaseMapTexture::State::same_but_centre(const BaseMapPicture& wanted) const
{
    if (!held) return false;
    BaseMapPicture moved = *held;
    moved.view.centre = wanted.view.centre;
    return moved == wanted;
}

void BaseMapTexture::State::draw(const BaseMapPicture& wanted, const BaseMap& region, std::span<const Layer> waters)
{
    const double margin = std::ceil(margin_px * wanted.scale);
    MapView next = resized(wanted.view, wanted.view.width_px + 2 * margin, wanted.view.height_px + 2 * margin);
    const PxRect whole{0, 0, static_cast<int>(next.width_px), static_cast<int>(next.height_px)};
    const KeptState kept;
    // Meshes of layers that were replaced, or of levels not in use any more, would only hold memory.
    if (!held || held->region_generation != wanted.region_generation ||
        held->waters_generation != wanted.waters_generation)
        meshes.clear();
    const bool moved_only = same_but_centre(wanted);
    int right = 0;
    int up = 0;
    if (moved_only) {
        // By whole pixels, so that what is copied fits to what is drawn anew.
        right = static_cast<int>(std::round((next.centre.x - view.centre.x) / view.map_m_per_px));
        up = static_cast<int>(std::round((next.centre.y - view.centre.y) / view.map_m_per_px));
        next.centre = {view.centre.x + right * view.map_m_per_px, view.centre.y + up * view.map_m_per_px};
    } else
        ground_m_per_px = wanted.view.ground_m_per_px();
    view = next;

    GlSurface& target = surfaces[1 - front];
    target.resize(whole.x1, whole.y1);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, target.framebuffer());
    glViewport(0, 0, whole.x1, whole.y1);
    glDisable(GL_CULL_FACE);
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_SCISSOR_TEST);
    std::vector<PxRect> parts{whole};
    if (moved_only && std::abs(right) < whole.x1 && std::abs(up) < whole.y1) {
        glBindFramebuffer(GL_READ_FRAMEBUFFER, shown().framebuffer());
        const PxRect same{std::max(0, -right), std::max(0, -up), whole.x1 - std::max(0, right),
                          whole.y1 - std::max(0, up)};
        glBlitFramebuffer(same.x0 + right, same.y0 + up, same.x1 + right, same.y1 + up, same.x0, same.y0, same.x1,
                          same.y1, GL_COLOR_BUFFER_BIT, GL_NEAREST);
        parts = around(same, whole);
    }
    const Colour ground = (wanted.dark ? dark_colours() : light_colours()).outside;
    glClearColor(static_cast<float>(ground.r) / 255, static_cast<float>(ground.g) / 255,
                 static_cast<float>(ground.b) / 255, 1);
    glEnable(GL_SCISSOR_TEST);
    glEnable(GL_BLEND);
    glBlendFunc(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA);

    const double x_per_m = 2 / (view.width_px * view.map_m_per_px);
    const double y_per_m = 2 / (view.height_px * view.map_m_per_px);
    clip_from_map = {static_cast<float>(x_per_m), static_cast<float>(y_per_m),
                     static_cast<float>((region.origin.x - view.centre.x) * x_per_m),
                     static_cast<float>((region.origin.y - view.centre.y) * y_per_m)};
    ordered.clear();
    for (const Layer& layer : region.layers) ordered.push_back(&layer);
    if (wanted.waters)
        for (const Layer& layer : waters) ordered.push_back(&layer);
    std::ranges::stable_sort(ordered, {}, &Layer::kind);
    for (const PxRect& part : parts) draw_part(part, wanted);

    front = 1 - front;
    held = wanted;
    ++drawn;
}

BaseMapTexture::BaseMapTexture() : state_(std::make_unique<State>()) {}
BaseMapTexture::~BaseMapTexture() = default;

std::size_t BaseMapTexture::drawn() const noexcept
{
    return state_->drawn;
}

ShownTexture BaseMapTexture::picture(const BaseMapPicture& wanted, const BaseMap& region, std::span<const Layer> waters)
{
    // Where the view's upper left corner lies in the texture. On whole pixels, or the picture would blur.
    const auto corner = [&] {
        const ScreenPosition at = state_->view.screen_from_map(wanted.view.map_from_screen({0, 0}));
        return ScreenPosition{std::round(at.x), std::round(at.y)};
    };
    const auto covered = [&] {
        const ScreenPosition at = corner();
        return at.x >= 0 && at.y >= 0 && at.x + wanted.view.width_px <= state_->shown().width() &&
               at.y + wanted.view.height_px <= state_->shown().height();
    };
    ShownTexture shown;
    if (!state_->same_but_centre(wanted) || !covered()) {
        state_->draw(wanted, region, waters);
        shown.redrawn = true;
    }
    const ScreenPosition at = corner();
    const GlSurface& surface = state_->shown();
    shown.texture = surface.texture();
    shown.u0 = static_cast<float>(at.x / surface.width());
    shown.u1 = static_cast<float>((at.x + wanted.view.width_px) / surface.width());
    // OpenGL's first row is the lowest one.
    shown.v0 = static_cast<float>(1 - at.y / surface.height());
    shown.v1 = static_cast<float>(1 - (at.y + wanted.view.height_px) / surface.height());
    return shown;
}

}  // namespace xiaoan::map
