// The program's window: on the display, or as one picture without a display.
#pragma once

#include "console/cli/command_line.hpp"

namespace xiaoan::app {

/// Opens the console on the register asked for, and answers with the program's exit code. A register at the default
/// place that is not there yet is made, empty, for the default region.
[[nodiscard]] int run_window(const cli::WindowRequest& request);

}  // namespace xiaoan::app
