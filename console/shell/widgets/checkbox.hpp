// A box to tick with its words, and one of several round ones.
#pragma once

#include "console/shell/ui.hpp"

#include <string_view>

namespace xiaoan::shell {

/// Ticks or clears `on`; true when it changed. `at` is the upper left corner of a line 28 design pixels high.
bool checkbox(const Ui& ui, std::string_view id, std::string_view label, bool& on, Point at, bool enabled = true);
/// One of several choices; true when pressed.
bool radio(const Ui& ui, std::string_view id, std::string_view label, bool on, Point at);
inline constexpr float checkbox_height_px = 28;

/// Of several things together: none, some or all of them.
enum class Tick { off, some, on };
/// A box alone in the middle of a cell; true when it was pressed. `label` is its name for scripts.
bool tick_box(const Ui& ui, std::string_view id, std::string_view label, Tick tick, const Rect& cell,
              bool enabled = true);

}  // namespace xiaoan::shell
