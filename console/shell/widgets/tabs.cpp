#include "console/shell/widgets/tabs.hpp"

#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/press.hpp"

#include <algorithm>

namespace xiaoan::shell {
namespace {

constexpr float margin_px = 6, padding_px = 12, least_padding_px = 4, count_gap_px = 5, line_px = 2;

/// Without padding; in the bold face, so that a tab keeps its width when it is chosen.
float words_width(const Ui& ui, const Tab& tab)
{
    const float count = tab.count.empty() ? 0 : ui.px(count_gap_px) + text_width(ui, FontRole::small_bold, tab.count);
    return text_width(ui, FontRole::body_bold, tab.label) + count;
}

void draw_tab(const Ui& ui, const Tab& tab, const Rect& where, const Press& press)
{
    const Theme& theme = ui.theme;
    if (press.hovered && !tab.on) fill(ui, where.inset(0, ui.px(4)), theme.hover, 6);
    const Color ink = tab.on ? theme.ink : press.hovered ? theme.accent : theme.second_ink;
    const float x = where.x0 + (where.width() - words_width(ui, tab)) / 2;
    const float end = x + text_width(ui, FontRole::body_bold, tab.label);
    draw_text(ui, Rect{x, where.y0, end, where.y1}, tab.count.empty() ? Align::centre : Align::left,
              {.font = tab.on ? FontRole::body_bold : FontRole::body, .color = ink}, tab.label);
    if (!tab.count.empty())
        draw_text(ui, Rect{end + ui.px(count_gap_px), where.y0, where.x1, where.y1}, Align::left,
                  {.font = FontRole::small_bold, .color = tab.grave ? theme.stop.text : theme.muted}, tab.count);
    if (tab.on) fill(ui, {where.x0, where.y1 - ui.px(line_px), where.x1, where.y1}, theme.accent);
}

}  // namespace

std::optional<std::size_t> tabs(const Ui& ui, std::span<const Tab> of, const Rect& where)
{
    std::optional<std::size_t> pressed;
    float words = 2 * ui.px(margin_px);
    for (const Tab& tab : of) words += words_width(ui, tab);
    const float room = (where.width() - words) / (2 * static_cast<float>(std::max<std::size_t>(of.size(), 1)));
    const float padding = std::clamp(room, ui.px(least_padding_px), ui.px(padding_px));
    hairline(ui, where.x0, where.x1, where.y1 - ui.px.hair(), ui.theme.line);
    float x = where.x0 + ui.px(margin_px);
    for (std::size_t i = 0; i < of.size(); ++i) {
        const Rect tab = rect_at(x, where.y0, words_width(ui, of[i]) + 2 * padding, where.height());
        const Press press = press_area(ui, of[i].id, of[i].label, tab, {.ring = Ring::inside});
        draw_tab(ui, of[i], tab, press);
        if (press.pressed) pressed = i;
        x = tab.x1;
    }
    return pressed;
}

}  // namespace xiaoan::shell
