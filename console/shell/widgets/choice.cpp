#include "console/shell/widgets/choice.hpp"

#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/press.hpp"

#include <algorithm>
#include <cmath>

namespace xiaoan::shell {

std::optional<std::size_t> segments(const Ui& ui, std::string_view id, std::span<const Segment> of, const Rect& where,
                                    bool wrong)
{
    std::optional<std::size_t> pressed;
    ImGui::PushID(id.data(), id.data() + id.size());
    box(ui, where, 6, ui.theme.field, ui.theme.field_border);
    if (wrong) outline(ui, where, 6, ui.theme.stop.line, std::max(ui.px(1.5F), ui.px.hair()));
    const float width = where.width() / static_cast<float>(std::max<std::size_t>(of.size(), 1));
    for (std::size_t i = 0; i < of.size(); ++i) {
        const Rect cell{std::round(where.x0 + width * static_cast<float>(i)), where.y0,
                        std::round(where.x0 + width * static_cast<float>(i + 1)), where.y1};
        ImGui::PushID(static_cast<int>(i));
        const Press press = press_area(ui, "segment", of[i].label, cell, {.ring = Ring::inside});
        ImGui::PopID();
        const Rect inside = cell.inset(ui.px(3));
        if (of[i].on)
            box(ui, inside, 4, ui.theme.selection, ui.theme.accent);
        else if (press.hovered)
            fill(ui, inside, ui.theme.hover, 4);
        draw_text_fitted(ui, inside, Align::centre,
                         {.font = of[i].on ? FontRole::body_bold : FontRole::body,
                          .color = of[i].on ? ui.theme.ink : ui.theme.muted},
                         of[i].label);
        if (press.pressed) pressed = i;
    }
    ImGui::PopID();
    return pressed;
}

}  // namespace xiaoan::shell
