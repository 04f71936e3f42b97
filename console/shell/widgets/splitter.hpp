// The seam between two regions that can be dragged.
#pragma once

#include "console/shell/ui.hpp"

#include <string_view>

namespace xiaoan::shell {

enum class Seam { upright, level };  ///< between left and right; between above and below

/// Draws the seam over the regions, `at` its position on the axis, from `begin` to `end` across it. Gives how far it
/// was dragged in this frame in physical pixels (to the right or downwards).
float splitter(const Ui& ui, std::string_view id, Seam seam, float at, float begin, float end);

}  // namespace xiaoan::shell
