#include "console/shell/widgets/button.hpp"

#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/press.hpp"

#include <cmath>

namespace xiaoan::shell {
namespace {

constexpr float hint_gap_px = 8;

struct ButtonColors {
    Color ground;
    Color border;
    Color label;
};

[[nodiscard]] ButtonColors colors_of(const Ui& ui, const ButtonLook& look, const Press& press)
{
    const Theme& theme = ui.theme;
    if (!look.enabled) {
        const Color ground = look.primary ? mixed(theme.accent, theme.panel, 0.65F) : theme.panel;
        return {ground, mixed(theme.button_border, theme.panel, 0.5F),
                look.primary ? mixed(theme.on_accent, ground, 0.2F) : mixed(theme.muted, theme.panel, 0.3F)};
    }
    if (look.primary) {
        const Color ground = press.held      ? mixed(theme.accent, rgb(0x000000), 0.14F)
                             : press.hovered ? mixed(theme.accent, rgb(0x000000), 0.07F)
                                             : theme.accent;
        return {ground, ground, theme.on_accent};
    }
    const Color ground = press.held ? theme.selection : press.hovered ? theme.hover : theme.panel;
    return {ground, press.hovered ? mixed(theme.button_border, theme.ink, 0.25F) : theme.button_border, theme.ink};
}

}  // namespace

float button_width(const Ui& ui, std::string_view label, const ButtonLook& look)
{
    float width = 2 * ui.px(look.padding) + text_width(ui, FontRole::body, label);
    if (!look.key_hint.empty()) width += ui.px(hint_gap_px) + text_width(ui, FontRole::small, look.key_hint);
    return width;
}

bool button(const Ui& ui, std::string_view id, std::string_view label, const Rect& where, const ButtonLook& look)
{
    const Press press = press_area(ui, id, label, where, {.enabled = look.enabled, .reason = look.reason});
    const ButtonColors colors = colors_of(ui, look, press);
    box(ui, where, 6, colors.ground, colors.border);
    const float content = button_width(ui, label, look) - 2 * ui.px(look.padding);
    const float x = std::floor(where.x0 + std::max(0.0F, (where.width() - content) / 2));
    const float end = x + text_width(ui, FontRole::body, label);
    draw_text(ui, Rect{x, where.y0, end, where.y1}, Align::left, {.color = colors.label}, label);
    if (!look.key_hint.empty()) {
        const Color hint = mixed(colors.label, colors.ground, look.primary ? 0.15F : 0.35F);
        draw_text(ui, Rect{end + ui.px(hint_gap_px), where.y0, where.x1, where.y1}, Align::left,
                  {.font = FontRole::small, .color = hint}, look.key_hint);
    }
    return press.pressed;
}

bool icon_button(const Ui& ui, std::string_view id, Icon icon, std::string_view label, const Rect& where, bool enabled)
{
    const Press press = press_area(ui, id, label, where, {.enabled = enabled, .reason = label});
    const Theme& theme = ui.theme;
    const Color border = press.hovered ? mixed(theme.field_border, theme.ink, 0.25F) : theme.field_border;
    box(ui, where, 6, press.held ? theme.selection : press.hovered ? theme.hover : theme.panel, border);
    draw_icon(ui, where.middle(), icon, enabled ? theme.second_ink : mixed(theme.muted, theme.panel, 0.5F));
    return press.pressed;
}

bool text_button(const Ui& ui, std::string_view id, std::string_view label, const Rect& where, FontRole font)
{
    const Press press = press_area(ui, id, label, where, {.radius = 4});
    const Color color = press.hovered ? ui.theme.accent : ui.theme.muted;
    draw_text(ui, where, Align::left, {.font = font, .color = color}, label);
    return press.pressed;
}

}  // namespace xiaoan::shell
