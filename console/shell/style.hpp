// The toolkit's own style, set value by value so that nothing of it looks like a debug tool.
#pragma once

#include "console/shell/scale.hpp"
#include "console/shell/theme.hpp"

struct ImGuiContext;

namespace xiaoan::shell {

/// Writes all sizes and colours of the current context anew; call it when theme or scale change, between frames.
void apply_style(const Theme& theme, Scale px);
/// Settings of a new context: no files, keyboard navigation, no list of windows.
void apply_settings(ImGuiContext& context);

}  // namespace xiaoan::shell
