// The invisible part of everything that can be pressed: pointer, keyboard, focus ring, and the script's label.
#pragma once

#include "console/shell/ui.hpp"

#include <string_view>

namespace xiaoan::shell {

struct Press {
    bool pressed = false;
    bool hovered = false;
    bool held = false;
    bool focused = false;  ///< by keyboard, and visibly so
};

enum class Ring { outside, inside, none };

struct PressLook {
    bool enabled = true;
    Ring ring = Ring::outside;
    float radius = 6;              ///< of the focus ring, design pixels
    std::string_view reason = {};  ///< tooltip; of a disabled one, why it cannot be pressed
    bool right_button = false;     ///< also takes the right button
};

/// `id` is unique in its window; `label` is what a script calls it. Moves the toolkit's cursor, adds no spacing.
Press press_area(const Ui& ui, std::string_view id, std::string_view label, const Rect& where,
                 const PressLook& look = {});

/// The ring of keyboard focus, over all clipping of the window.
void focus_ring(const Ui& ui, const Rect& where, float radius, Ring ring);

}  // namespace xiaoan::shell
