#include "console/shell/icons.hpp"

#include <array>
#include <cmath>

namespace xiaoan::shell {
namespace {

/// A bar of whole pixels around `m`.
void bar(const Ui& ui, Point m, float width, float height, Color color)
{
    const float x = std::floor(m.x - width / 2);
    const float y = std::floor(m.y - height / 2);
    ui.list().AddRectFilled({x, y}, {x + width, y + height}, color);
}

void triangle(const Ui& ui, Point m, Point towards, float size, Color color)
{
    const float r = ui.px.exact(4.0F * size);
    const Point side{-towards.y, towards.x};
    const ImVec2 tip{m.x + towards.x * r * 0.75F, m.y + towards.y * r * 0.75F};
    const ImVec2 a{m.x - towards.x * r * 0.55F + side.x * r, m.y - towards.y * r * 0.55F + side.y * r};
    const ImVec2 b{m.x - towards.x * r * 0.55F - side.x * r, m.y - towards.y * r * 0.55F - side.y * r};
    ui.list().AddTriangleFilled(tip, b, a, color);
}

void home(const Ui& ui, Point m, Color color, float size)
{
    const float r = ui.px.exact(6.0F * size);
    const float stroke = ui.px.exact(1.6F);
    const std::array<ImVec2, 7> outline{{{m.x - r * 1.02F, m.y - r * 0.02F},
                                         {m.x, m.y - r * 0.95F},
                                         {m.x + r * 1.02F, m.y - r * 0.02F},
                                         {m.x + r * 0.72F, m.y - r * 0.02F},
                                         {m.x + r * 0.72F, m.y + r * 0.92F},
                                         {m.x - r * 0.72F, m.y + r * 0.92F},
                                         {m.x - r * 0.72F, m.y - r * 0.02F}}};
    ui.list().AddPolyline(outline.data(), static_cast<int>(outline.size()), color, ImDrawFlags_Closed, stroke);
}

void search(const Ui& ui, Point m, Color color, float size)
{
    const float r = ui.px.exact(4.4F * size);
    const float stroke = ui.px.exact(1.5F);
    const Point lens{m.x - r * 0.3F, m.y - r * 0.3F};
    ui.list().AddCircle({lens.x, lens.y}, r, color, 0, stroke);
    ui.list().AddLine({lens.x + r * 0.72F, lens.y + r * 0.72F}, {lens.x + r * 1.65F, lens.y + r * 1.65F}, color,
                      stroke * 1.1F);
}

/// A sheet with two rings, and days on it.
void calendar(const Ui& ui, Point m, Color color, float size)
{
    const float half = std::round(ui.px.exact(6.0F * size)), line = ui.px.hair();
    const float x0 = std::floor(m.x) - half, x1 = x0 + 2 * half, y0 = std::floor(m.y) - half + line, y1 = y0 + 2 * half;
    ui.list().AddRect({x0, y0}, {x1, y1}, color, ui.px.exact(1.5F), 0, line);
    ui.list().AddRectFilled({x0, y0}, {x1, y0 + std::round(half * 0.55F)}, color);
    const float dot = std::max(1.0F, std::round(ui.px.exact(1.6F * size)));
    for (const float column : {0.42F, 1.0F, 1.58F})
        for (const float row : {1.02F, 1.5F}) {
            const float x = std::round(x0 + half * column - dot / 2), y = std::round(y0 + half * row - dot / 2);
            ui.list().AddRectFilled({x, y}, {x + dot, y + dot}, color);
        }
}

void strokes(const Ui& ui, std::initializer_list<ImVec2> points, Color color)
{
    ui.list().AddPolyline(points.begin(), static_cast<int>(points.size()), color, 0, ui.px.exact(1.6F));
}

}  // namespace

void draw_icon(const Ui& ui, Point m, Icon icon, Color color, float size)
{
    const float length = ui.px(12 * size);
    const float stroke = std::max(ui.px(1.6F), ui.px.hair());
    const float r = ui.px.exact(4.2F * size);
    switch (icon) {
    case Icon::plus:
        bar(ui, m, length, stroke, color);
        bar(ui, m, stroke, length, color);
        break;
    case Icon::minus: bar(ui, m, length, stroke, color); break;
    case Icon::menu:
        for (const float line : {-4.0F, 0.0F, 4.0F})
            bar(ui, {m.x, m.y + ui.px(line * size)}, length, std::max(ui.px(1.4F), 1.0F), color);
        break;
    case Icon::home: home(ui, m, color, size); break;
    case Icon::search: search(ui, m, color, size); break;
    case Icon::close:
        strokes(ui, {{m.x - r, m.y - r}, {m.x + r, m.y + r}}, color);
        strokes(ui, {{m.x - r, m.y + r}, {m.x + r, m.y - r}}, color);
        break;
    case Icon::check:
        strokes(ui, {{m.x - r, m.y}, {m.x - r * 0.25F, m.y + r * 0.75F}, {m.x + r * 1.05F, m.y - r * 0.8F}}, color);
        break;
    case Icon::arrow_left: triangle(ui, m, {-1, 0}, size, color); break;
    case Icon::arrow_right: triangle(ui, m, {1, 0}, size, color); break;
    case Icon::arrow_up: triangle(ui, m, {0, -1}, size, color); break;
    case Icon::arrow_down: triangle(ui, m, {0, 1}, size, color); break;
    case Icon::calendar: calendar(ui, m, color, size); break;
    case Icon::caret_down: triangle(ui, {m.x, m.y + ui.px.exact(0.5F)}, {0, 1}, size * 0.88F, color); break;
    }
}

}  // namespace xiaoan::shell
