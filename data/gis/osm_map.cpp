#include "data/gis/osm_map.hpp"

#include "data/gis/osm_water.hpp"

#include <array>

namespace xiaoan::data::gis {

namespace {

std::optional<OsmMapFeature> road(std::string_view highway)
{
    constexpr std::array kinds{"motorway", "trunk", "primary", "secondary", "tertiary"};
    constexpr std::string_view slip_road = "_link";
    if (highway.ends_with(slip_road)) highway.remove_suffix(slip_road.size());
    for (const std::string_view kind : kinds)
        if (highway == kind) return OsmMapFeature{"roads", kind};
    return std::nullopt;
}

std::optional<OsmMapFeature> river(std::string_view waterway)
{
    if (waterway == "river") return OsmMapFeature{"rivers", "river", 2};
    if (waterway == "canal") return OsmMapFeature{"rivers", "canal", 3};
    if (waterway == "stream") return OsmMapFeature{"rivers", "stream", 3};
    return std::nullopt;
}

std::optional<OsmMapFeature> line(const OsmMapTags& tags)
{
    if (const auto found = road(tags.highway)) return found;
    if (tags.railway == "rail") return OsmMapFeature{"rails", "rail"};
    return river(tags.waterway);
}

std::optional<OsmMapFeature> area(const OsmMapTags& tags)
{
    const auto kind = osm_water_kind({tags.natural, tags.water, tags.waterway, tags.landuse});
    if (!kind || *kind == "ditch" || *kind == "fishpond") return std::nullopt;
    return OsmMapFeature{"lakes", *kind};
}

std::optional<OsmMapFeature> town(std::string_view place)
{
    if (place == "city") return OsmMapFeature{"towns", "city", 1};
    if (place == "town") return OsmMapFeature{"towns", "town", 3};
    return std::nullopt;
}

}  // namespace

std::optional<OsmMapFeature> osm_map_feature(OsmShape shape, const OsmMapTags& tags)
{
    switch (shape) {
    case OsmShape::point: return town(tags.place);
    case OsmShape::line: return line(tags);
    case OsmShape::area: return area(tags);
    }
    return std::nullopt;
}

}  // namespace xiaoan::data::gis
