#include "console/shell/widgets/rail_item.hpp"

#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/press.hpp"

namespace xiaoan::shell {

bool rail_item(const Ui& ui, std::string_view id, const RailItem& item, const Rect& where, bool narrow)
{
    const Press press = press_area(ui, id, item.label, where, {.reason = narrow ? item.label : std::string_view()});
    if (item.on) {
        fill(ui, where, ui.theme.rail_on, 6);
    } else if (press.hovered) {
        fill(ui, where, ui.theme.hover, 6);
    }
    const TextLook look{.font = item.on ? FontRole::body_bold : FontRole::body,
                        .color = item.on ? ui.theme.rail_on_ink : ui.theme.second_ink};
    if (narrow) {
        draw_text(ui, where, Align::centre, look,
                  item.short_label.empty() ? item.label.substr(0, 6) : item.short_label);
        // Of the number only that there is one, and how grave: it would hide the name.
        if (!item.count.empty() && item.badge != BadgeKind::plain)
            ui.list().AddCircleFilled({where.x1 - ui.px(7), where.y0 + ui.px(8)}, ui.px.exact(3.6F),
                                      item.badge == BadgeKind::stop ? ui.theme.stop.line : ui.theme.rectify.line);
        return press.pressed;
    }
    Rect inside = where.inset(ui.px(12), 0);
    inside.x1 -= badge(ui, inside.x1, where.middle().y, item.count, item.badge) + ui.px(4);
    draw_text_fitted(ui, inside, Align::left, look, item.label);
    return press.pressed;
}

}  // namespace xiaoan::shell
