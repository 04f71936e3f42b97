// Which things of OpenStreetMap a base map shows, and in which of its layers.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace xiaoan::data::gis {

/// The tags that decide; empty where a thing lacks one.
struct OsmMapTags {
    std::string_view highway{}, railway{}, place{}, natural{}, water{}, waterway{}, landuse{};
};

enum class OsmShape : std::uint8_t { point, line, area };

/// Where a thing belongs: layer and kind as the map reads them (console/map/features.hpp), and how large it is: the
/// level of a river, the rank of a town, 1 the largest; 0 for others.
struct OsmMapFeature {
    std::string_view layer;  // roads, rails, rivers, lakes, towns
    std::string_view kind;
    int size = 0;
    friend bool operator==(const OsmMapFeature&, const OsmMapFeature&) = default;
};

/// Roads from motorway to tertiary with their slip roads, railways in use, rivers, canals and streams, areas of water
/// but for ditches and what is smaller, cities and towns. No value for whatever a base map of a city does not show.
/// Tags as the OpenStreetMap wiki describes them (keys highway, railway, place, waterway, natural, water, landuse; read
/// August 2026).
[[nodiscard]] std::optional<OsmMapFeature> osm_map_feature(OsmShape shape, const OsmMapTags& tags);

}  // namespace xiaoan::data::gis
