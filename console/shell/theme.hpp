// The colours of the console by what they are for, light and dark.
#pragma once

#include "console/shell/color.hpp"

namespace xiaoan::shell {

enum class ThemeKind { light, dark };

/// How much something needs a person. Each has a shape of its own as well: never by colour alone.
enum class Severity { stop, rectify, notice, in_order };

struct SeverityColors {
    Color line;        ///< bars, routes
    Color text;        ///< words on panel, card and selected row
    Color shape;       ///< the small shape on a panel
    Color card;        ///< ground of a finding
    Color badge;       ///< ground of a number
    Color badge_text;  ///< the number on it
};

struct MapColors {
    Color outside, inside;
    Color road_major, road_middle, road_minor, rail;
    Color river, lake, shore, border;
    Color county_name, water_name, town, distance, halo;
    Color route_edge;  ///< edge of an orange route, which is too pale on the map alone
};

struct Theme {
    ThemeKind kind;
    Color panel, field, line, faint_line;
    Color ink, second_ink, muted, placeholder;
    Color accent, on_accent;
    Color selection, hover, rail_on, rail_on_ink;
    Color field_border, button_border;
    Color chip_on, on_chip;
    Color track;        ///< ground of a time bar
    Color changed_row;  ///< ground of a comparison row whose sides differ
    Color card_text;    ///< small text on a card
    Color plain_badge, plain_badge_text;
    Color tooltip, on_tooltip;
    Color shadow;
    SeverityColors stop, rectify, notice, in_order;
    MapColors map;

    [[nodiscard]] const SeverityColors& of(Severity severity) const noexcept;
};

/// Values measured for contrast: text at least 4.5 to its ground.
[[nodiscard]] const Theme& theme(ThemeKind kind) noexcept;

}  // namespace xiaoan::shell
