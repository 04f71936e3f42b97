// Icons drawn as shapes on whole pixels, since the font's glyphs sit off-centre.
#pragma once

#include "console/shell/ui.hpp"

namespace xiaoan::shell {

enum class Icon {
    plus,
    minus,
    home,
    menu,
    search,
    close,
    check,
    arrow_left,
    arrow_right,
    arrow_up,
    arrow_down,
    caret_down,
    calendar
};

/// Draws `icon` around `middle`, about 14 design pixels wide at `size` 1.
void draw_icon(const Ui& ui, Point middle, Icon icon, Color color, float size = 1);

}  // namespace xiaoan::shell
