// The waters of the register as layers of the base map; those within reach of a school stand out.
#pragma once

#include "console/map/base_map.hpp"
#include "console/map/scene.hpp"

namespace xiaoan::map {

/// Simplifies and tessellates all waters that have a shape: on any thread, it may take a second for 50,000 of them.
/// Stopped: what was made so far.
[[nodiscard]] std::vector<Layer> water_layers(const Scene& scene, const geo::MapPosition& origin,
                                              std::stop_token stop = {});

}  // namespace xiaoan::map
