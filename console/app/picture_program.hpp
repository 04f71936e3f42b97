// The map as a picture, drawn without a display by the same code as the window's.
#pragma once

#include "console/cli/command_line.hpp"

namespace xiaoan::app {

/// Draws the whole map, or the box asked for, as of the context's date, into a PNG file; answers with the exit code.
[[nodiscard]] int draw_map_picture(const cli::Context& context, const cli::PictureRequest& request);

}  // namespace xiaoan::app
