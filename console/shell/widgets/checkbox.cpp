#include "console/shell/widgets/checkbox.hpp"

#include "console/shell/icons.hpp"
#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/press.hpp"

#include <algorithm>
#include <cmath>

namespace xiaoan::shell {
namespace {

constexpr float box_px = 16;
constexpr float gap_px = 8;

[[nodiscard]] Rect line_of(const Ui& ui, std::string_view label, Point at)
{
    return rect_at(at.x, at.y, ui.px(box_px + gap_px) + text_width(ui, FontRole::body, label),
                   ui.px(checkbox_height_px));
}

[[nodiscard]] Rect mark_of(const Ui& ui, const Rect& line)
{
    const float size = ui.px(box_px);
    return rect_at(line.x0, std::floor(line.middle().y - size / 2), size, size);
}

void words(const Ui& ui, const Rect& line, std::string_view label, bool enabled)
{
    const Color color = enabled ? ui.theme.ink : mixed(ui.theme.muted, ui.theme.panel, 0.3F);
    draw_text(ui, Rect{line.x0 + ui.px(box_px + gap_px), line.y0, line.x1, line.y1}, Align::left, {.color = color},
              label);
}

}  // namespace

bool checkbox(const Ui& ui, std::string_view id, std::string_view label, bool& on, Point at, bool enabled)
{
    const Rect line = line_of(ui, label, at);
    const Press press = press_area(ui, id, label, line, {.enabled = enabled, .radius = 4});
    if (press.pressed) on = !on;
    const Rect mark = mark_of(ui, line);
    const Theme& theme = ui.theme;
    const Color border = press.hovered ? mixed(theme.button_border, theme.ink, 0.3F) : theme.button_border;
    const Color ground = enabled ? theme.accent : mixed(theme.accent, theme.panel, 0.6F);
    box(ui, mark, 4, on ? ground : theme.field, on ? ground : border);
    if (on) draw_icon(ui, mark.middle(), Icon::check, theme.on_accent, 0.85F);
    words(ui, line, label, enabled);
    return press.pressed;
}

bool radio(const Ui& ui, std::string_view id, std::string_view label, bool on, Point at)
{
    const Rect line = line_of(ui, label, at);
    const Press press = press_area(ui, id, label, line, {.radius = 4});
    const Rect mark = mark_of(ui, line);
    const Theme& theme = ui.theme;
    const Color border = press.hovered ? mixed(theme.button_border, theme.ink, 0.3F) : theme.button_border;
    box(ui, mark, box_px / 2, on ? theme.accent : theme.field, on ? theme.accent : border);
    const Point middle = mark.middle();
    if (on) ui.list().AddCircleFilled({middle.x, middle.y}, ui.px.exact(3.2F), theme.on_accent);
    words(ui, line, label, true);
    return press.pressed;
}

bool tick_box(const Ui& ui, std::string_view id, std::string_view label, Tick tick, const Rect& cell, bool enabled)
{
    const float size = ui.px(box_px);
    const Point middle = cell.middle();
    const Rect mark = rect_at(std::floor(middle.x - size / 2), std::floor(middle.y - size / 2), size, size);
    const Press press =
        press_area(ui, id, label, mark.inset(-ui.px(4)), {.enabled = enabled, .ring = Ring::none, .radius = 4});
    const Theme& theme = ui.theme;
    const Color border = press.hovered ? mixed(theme.button_border, theme.ink, 0.3F) : theme.button_border;
    const Color ground = enabled ? theme.accent : mixed(theme.accent, theme.panel, 0.6F);
    box(ui, mark, 4, tick == Tick::on ? ground : theme.field, tick == Tick::off ? border : ground);
    if (tick == Tick::on) draw_icon(ui, mark.middle(), Icon::check, theme.on_accent, 0.85F);
    if (tick == Tick::some) {
        const float half = ui.px(4), thick = std::max(ui.px(2), ui.px.hair());
        const float y = std::floor(mark.middle().y - thick / 2);
        fill(ui, {std::round(mark.middle().x) - half, y, std::round(mark.middle().x) + half, y + thick}, ground, 1);
    }
    return press.pressed;
}

}  // namespace xiaoan::shell
