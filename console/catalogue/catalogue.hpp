// Every setting of the console in one list, whichever part of it goes by it.
#pragma once

#include "console/settings/standing.hpp"

namespace xiaoan::catalogue {

/// By group: rules, school year, exposure, hazard and gaps of waters, seasons, bands and patrols, prices of equipment.
/// Lives as long as the program.
[[nodiscard]] settings::Infos all_settings();

}  // namespace xiaoan::catalogue
