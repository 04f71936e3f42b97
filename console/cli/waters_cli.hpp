// `waters`: candidates from the map's layers, and cases for what waters lack.
#pragma once

#include "console/cli/command_line.hpp"

namespace xiaoan::cli {

/// Adds the command with its parts.
void add_waters(CLI::App& app, Invocation& asked);
/// Its parts on photos.
void add_water_photos(CLI::App& waters, Invocation& asked);

}  // namespace xiaoan::cli
