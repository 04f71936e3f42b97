// Layers of a base map out of OpenStreetMap's files, through the helper program.
#pragma once

#include "geo/position.hpp"

#include <map>
#include <string>
#include <string_view>

namespace xiaoan::data {

/// Whether bytes are OpenStreetMap's XML or packed format.
[[nodiscard]] bool is_osm_map(std::string_view bytes);

/// GeoJSON by the name of the layer: roads, rails, rivers, lakes, towns; each is there, even if it is empty.
using OsmMapLayers = std::map<std::string, std::string, std::less<>>;

/// What a base map shows (data/gis/osm_map.hpp) of the things whose box touches `box`, in the order of the file, with
/// the properties that console/map/features.hpp names. Throws IntakeFault: document_type, and what the helper does.
[[nodiscard]] OsmMapLayers osm_map_layers(std::string_view bytes, const geo::Box& box);

}  // namespace xiaoan::data
