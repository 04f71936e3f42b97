// A tooltip of our own look, after the pointer has rested on a place.
#pragma once

#include "console/shell/ui.hpp"

#include <string_view>

namespace xiaoan::shell {

/// Shows `text` while the pointer has been within `over` of the current window for 0.4 s. Drawn above everything.
void tooltip(const Ui& ui, const Rect& over, std::string_view text);

}  // namespace xiaoan::shell
