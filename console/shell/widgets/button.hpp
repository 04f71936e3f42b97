// Buttons: the one that does the main thing, plain ones, and square ones with an icon.
#pragma once

#include "console/shell/icons.hpp"
#include "console/shell/ui.hpp"

#include <string_view>

namespace xiaoan::shell {

struct ButtonLook {
    bool primary = false;
    bool enabled = true;
    std::string_view key_hint = {};  ///< small, behind the label
    std::string_view reason = {};    ///< tooltip: why it is disabled, or what it does
    float padding = 14;              ///< 12 in the bar
};

/// Heights in design pixels of buttons in panels and in the bar.
inline constexpr float button_height_px = 34;
inline constexpr float bar_height_px = 32;

/// Width a button needs, physical pixels.
[[nodiscard]] float button_width(const Ui& ui, std::string_view label, const ButtonLook& look = {});
/// True in the frame in which it was pressed.
bool button(const Ui& ui, std::string_view id, std::string_view label, const Rect& where, const ButtonLook& look = {});
/// A square of 32 design pixels on the map or in a bar. `label` is its tooltip and its name for scripts.
bool icon_button(const Ui& ui, std::string_view id, Icon icon, std::string_view label, const Rect& where,
                 bool enabled = true);
/// A word to press without a frame: copy, export, show more.
bool text_button(const Ui& ui, std::string_view id, std::string_view label, const Rect& where,
                 FontRole font = FontRole::body);

}  // namespace xiaoan::shell
