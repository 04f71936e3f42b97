// The base map of a region: its layers ready to draw, and the names that stand on it.
#pragma once

#include "console/map/features.hpp"
#include "console/map/layer.hpp"
#include "data/register/region.hpp"

#include <stop_token>
#include <string>
#include <vector>

namespace xiaoan::map {

enum class PlaceKind : std::uint8_t { county, town, lake, river };

/// Something of the base map that has a name.
struct Place {
    PlaceKind kind{};
    std::string name_zh;
    std::string name_en;
    int rank = 0;         // of towns and rivers: 1 the foremost
    geo::MapPosition at;  // where its name is wanted
    MapBox box;
    double size_m = 0;                                 // of lakes and counties: side of a square as large, map metres
    std::vector<std::vector<geo::MapPosition>> shape;  // of counties: rings; of rivers: lines
    data::Adcode adcode;                               // of counties
};

struct BaseMap {
    geo::MapPosition origin;     // what vertices are relative to
    MapBox view;                 // the first look: all counties, else the box that the region names
    std::vector<Layer> layers;   // in order of drawing
    std::vector<Place> places;   // counties, towns, lakes, rivers
    std::string attribution_zh;  // what the licences of its layers ask for
    std::string attribution_en;
    std::vector<std::string> faults;  // layers that could not be read, in words

    /// The box of a county; of the first look where there is none of this code.
    [[nodiscard]] MapBox box_of(data::Adcode county) const;
};

/// Reads the layers counties, lakes, rivers, towns and, where the region has them, roads and rails. Takes some tens of
/// milliseconds: once a region, and on any thread. A layer that cannot be read is left out and named in `faults`.
/// Stopped: what was made so far.
[[nodiscard]] BaseMap base_map_of(const data::Region& region, std::stop_token stop = {});

/// Lines and areas of `features` as a layer, at each of level_tolerances_m.
[[nodiscard]] Layer area_layer(LayerKind kind, std::span<const geo::Geometry> shapes, const geo::MapPosition& origin);
/// Of areas, their rings.
[[nodiscard]] Layer line_layer(LayerKind kind, std::span<const geo::Geometry> shapes, const geo::MapPosition& origin);

}  // namespace xiaoan::map
