#include "console/shell/widgets/chip.hpp"

#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/press.hpp"

#include <algorithm>
#include <cmath>

namespace xiaoan::shell {

float chip_width(const Ui& ui, std::string_view label)
{
    return text_width(ui, FontRole::small, label) + 2 * ui.px(12);
}

bool chip(const Ui& ui, std::string_view id, std::string_view label, bool on, Point at)
{
    const Rect where = rect_at(at.x, at.y, chip_width(ui, label), ui.px(chip_height_px));
    const Press press = press_area(ui, id, label, where, {.radius = chip_height_px / 2});
    const Theme& theme = ui.theme;
    const Color ground = on ? theme.chip_on : press.hovered ? theme.hover : theme.panel;
    const Color border = on              ? theme.chip_on
                         : press.hovered ? mixed(theme.field_border, theme.ink, 0.25F)
                                         : theme.field_border;
    box(ui, where, chip_height_px / 2, ground, border);
    draw_text(ui, where, Align::centre, {.font = FontRole::small, .color = on ? theme.on_chip : theme.second_ink},
              label);
    return press.pressed;
}

float badge(const Ui& ui, float right, float middle_y, std::string_view text, BadgeKind kind)
{
    if (text.empty()) return 0;
    const Theme& theme = ui.theme;
    const bool plain = kind == BadgeKind::plain;
    const SeverityColors& severity = kind == BadgeKind::stop ? theme.stop : theme.rectify;
    const FontRole font = plain ? FontRole::small : FontRole::small_bold;
    const float height = ui.px(20);
    const float width = std::max(height, text_width(ui, font, text) + ui.px(13));
    const Rect where = rect_at(right - width, std::floor(middle_y - height / 2), width, height);
    fill(ui, where, plain ? theme.plain_badge : severity.badge, 10);
    draw_text(ui, where, Align::centre, {.font = font, .color = plain ? theme.plain_badge_text : severity.badge_text},
              text);
    return width;
}

float severity_tag(const Ui& ui, float right, float middle_y, std::string_view word, Severity severity)
{
    const SeverityColors& colors = ui.theme.of(severity);
    const float height = ui.px(22);
    const float width = ui.px(8 + 12 + 3 + 9) + text_width(ui, FontRole::small_bold, word);
    const Rect where = rect_at(right - width, std::floor(middle_y - height / 2), width, height);
    fill(ui, where, colors.card, 11);
    severity_shape(ui, {where.x0 + ui.px(14), where.middle().y}, severity, 0.85F);
    draw_text(ui, Rect{where.x0 + ui.px(23), where.y0, where.x1, where.y1}, Align::left,
              {.font = FontRole::small_bold, .color = colors.text}, word);
    return width;
}

}  // namespace xiaoan::shell
