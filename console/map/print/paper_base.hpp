// The layers of a region for maps on paper: shapes on the map plane, read once for any number of maps.
#pragma once

#include "console/map/map_view.hpp"
#include "data/register/region.hpp"
#include "geo/geometry.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace xiaoan::map {

/// What a shape of the base is; the order is the order of drawing.
enum class PaperLayer : std::uint8_t { county, lake, road, river_minor, river_major, rail, border };

/// A shape on the map plane: a line, or rings (of an area).
struct PaperShape {
    PaperLayer layer{};
    MapBox box;
    std::vector<std::vector<geo::MapPosition>> parts;
    data::Adcode county{};  // of a county's area
};

struct PaperName {
    enum class Kind : std::uint8_t { county, town } kind{};
    std::string zh, en;
    geo::MapPosition at;
    int rank = 0;  // of towns: 1 the city
};

struct PaperBase {
    std::vector<PaperShape> shapes;  // in order of drawing
    std::vector<PaperName> names;
    std::string attribution_zh, attribution_en;  // what the licences of the layers drawn ask for

    /// The box of a county; of all counties where none is given or there is none of this code.
    [[nodiscard]] MapBox box_of(data::Adcode county) const;
};

/// Reads the layers counties, lakes, rivers, towns, and roads and rails where the region has them. A layer without
/// text, or one that cannot be read, is left out: a map without roads is still a map.
[[nodiscard]] PaperBase paper_base_of(const data::Region& region);

/// The rings and lines of a geometry on the map plane, each as a part; points are left out.
[[nodiscard]] std::vector<std::vector<geo::MapPosition>> map_parts_of(const geo::Geometry& geometry);

}  // namespace xiaoan::map
