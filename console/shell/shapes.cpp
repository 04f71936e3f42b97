#include "console/shell/shapes.hpp"

#include <array>
#include <cmath>
#include <numbers>

namespace xiaoan::shell {
namespace {

constexpr int shadow_layers = 8;
constexpr float shadow_step_px = 1.1F;
constexpr float shadow_share = 0.0085F;
constexpr float shadow_drop_px = 2.0F;

/// The toolkit keeps a pixel of straight edge between two corners; what is meant to be round gets true half circles.
void round_fill(const Ui& ui, const Rect& at, Color color, float radius)
{
    const float half = at.height() / 2;
    if (radius < half - 0.5F || at.width() < at.height()) {
        ui.list().AddRectFilled(low(at), high(at), color, radius);
        return;
    }
    constexpr float quarter = std::numbers::pi_v<float> / 2;
    const float middle = at.middle().y;
    ui.list().PathArcTo({at.x0 + half, middle}, half, quarter, 3 * quarter);
    ui.list().PathArcTo({at.x1 - half, middle}, half, -quarter, quarter);
    ui.list().PathFillConvex(color);
}

}  // namespace

void fill(const Ui& ui, const Rect& at, Color color, float radius, ImDrawFlags corners)
{
    if (corners == 0) {
        round_fill(ui, at, color, ui.px.exact(radius));
    } else {
        ui.list().AddRectFilled(low(at), high(at), color, ui.px.exact(radius), corners);
    }
}

void box(const Ui& ui, const Rect& where, float radius, Color ground, Color border)
{
    const float hair = ui.px.hair();
    round_fill(ui, where, border, ui.px.exact(radius));
    round_fill(ui, where.inset(hair), ground, ui.px.exact(radius) - hair);
}

void outline(const Ui& ui, const Rect& where, float radius, Color color, float thickness)
{
    const Rect middle = where.inset(thickness / 2);
    ui.list().AddRect(low(middle), high(middle), color, ui.px.exact(radius) - thickness / 2, 0, thickness);
}

void hairline(const Ui& ui, float x0, float x1, float y, Color color)
{
    ui.list().AddRectFilled({x0, y}, {x1, y + ui.px.hair()}, color);
}

void hairline_down(const Ui& ui, float x, float y0, float y1, Color color)
{
    ui.list().AddRectFilled({x, y0}, {x + ui.px.hair(), y1}, color);
}

void shadow(const Ui& ui, const Rect& of, float radius, float depth)
{
    const float darker = ui.theme.kind == ThemeKind::dark ? 4.0F : 1.0F;
    const Color color = with_alpha(ui.theme.shadow, shadow_share * darker);
    const float drop = ui.px.exact(shadow_drop_px * depth);
    for (int i = shadow_layers; i >= 1; --i) {
        const float grow = ui.px.exact(shadow_step_px * depth * static_cast<float>(i));
        const Rect layer = of.inset(-grow).moved(0, drop);
        ui.list().AddRectFilled(low(layer), high(layer), color, ui.px.exact(radius) + grow);
    }
}

void severity_shape(const Ui& ui, Point middle, Severity severity, float size)
{
    severity_shape(ui, middle, severity, ui.theme.of(severity).shape, size);
}

void severity_shape(const Ui& ui, Point m, Severity severity, Color color, float size)
{
    ImDrawList& list = ui.list();
    switch (severity) {
    case Severity::stop: {
        const float r = ui.px.exact(6.2F * size);
        list.AddTriangleFilled({m.x, m.y - 0.92F * r}, {m.x + r, m.y + 0.82F * r}, {m.x - r, m.y + 0.82F * r}, color);
        break;
    }
    case Severity::rectify: {
        const float r = ui.px.exact(6.6F * size);
        list.AddQuadFilled({m.x, m.y - r}, {m.x + r, m.y}, {m.x, m.y + r}, {m.x - r, m.y}, color);
        break;
    }
    case Severity::notice: list.AddCircleFilled({m.x, m.y}, ui.px.exact(5.6F * size), color); break;
    case Severity::in_order:
        list.AddCircle({m.x, m.y}, ui.px.exact(5.2F * size), color, 0, ui.px.exact(1.4F * size));
        break;
    }
}

void wave(const Ui& ui, Point middle, Color color, float size)
{
    constexpr int steps = 24;
    const float half = ui.px.exact(6.0F * size);
    const float height = ui.px.exact(1.7F * size);
    for (const float line : {-0.42F, 0.42F}) {
        std::array<ImVec2, steps + 1> points;
        for (int i = 0; i <= steps; ++i) {
            const float t = static_cast<float>(i) / steps;
            points[static_cast<std::size_t>(i)] = {middle.x - half + 2 * half * t,
                                                   middle.y + line * half * 1.2F -
                                                       height * std::sin(t * 4 * std::numbers::pi_v<float>)};
        }
        ui.list().AddPolyline(points.data(), steps + 1, color, 0, ui.px.exact(1.5F * size));
    }
}

}  // namespace xiaoan::shell
