// `education`: what schools did for safety, by count.
#pragma once

#include "console/cli/command_line.hpp"

namespace xiaoan::cli {

/// Adds the command.
void add_education(CLI::App& app, Invocation& asked);

}  // namespace xiaoan::cli
