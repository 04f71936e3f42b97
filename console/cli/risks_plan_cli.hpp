// The parts of `risks` that spend money: plan and what-if.
#pragma once

#include "console/cli/command_line.hpp"

namespace xiaoan::cli {

/// Adds both to the command `risks`.
void add_risks_plan(CLI::App& risks, Invocation& asked);

}  // namespace xiaoan::cli
