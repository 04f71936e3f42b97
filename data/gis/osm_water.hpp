// Which things of OpenStreetMap are waters, and of which kind.
#pragma once

#include <optional>
#include <string_view>

namespace xiaoan::data::gis {

/// The tags that tell waters from other things; empty where a thing lacks one.
struct OsmTags {
    std::string_view natural{}, water{}, waterway{}, landuse{};
};

/// The kind of a water in the words of formats.md 1.9 (river, lake, reservoir, pond, ditch, canal, fishpond, other),
/// empty where the tags say water and no more. No value for whatever is no water that a child could reach and drown in.
/// Tags as the OpenStreetMap wiki describes them (keys natural, water, waterway, landuse; read August 2026).
[[nodiscard]] std::optional<std::string_view> osm_water_kind(const OsmTags& tags);

}  // namespace xiaoan::data::gis
