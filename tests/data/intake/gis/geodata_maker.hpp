// Geographic files made by hand, byte by byte, so that a test can say every odd thing that they may hold.
#pragma once

#include "data/gis/feature.hpp"
#include "geo/geometry.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xiaoan::data::test {

/// ESRI Shapefile Technical Description, July 1998; dBASE III. Texts go in as they are, in whatever encoding.
struct MadeShapefile {
    std::string shp, shx, dbf;
};
struct DbfColumn {
    std::string name;  // at most ten bytes
    std::size_t width = 20;
    char type = 'C';
};
using DbfRows = std::vector<std::vector<std::string>>;

[[nodiscard]] std::string dbf(const std::vector<DbfColumn>& columns, const DbfRows& rows);
[[nodiscard]] MadeShapefile shapefile_of_points(const std::vector<geo::Position>& points,
                                                const std::vector<DbfColumn>& columns, const DbfRows& rows);
[[nodiscard]] MadeShapefile shapefile_of_areas(const std::vector<geo::Ring>& areas,
                                               const std::vector<DbfColumn>& columns, const DbfRows& rows);

/// OpenStreetMap's packed format, unpacked blobs: wiki.openstreetmap.org/wiki/PBF_Format.
struct OsmWay {
    std::int64_t id = 0;
    std::vector<geo::Position> nodes;  // closed where the last is the first
    std::vector<std::pair<std::string, std::string>> tags;
};
[[nodiscard]] std::string osm_pbf(const std::vector<OsmWay>& ways);
[[nodiscard]] std::string osm_xml(const std::vector<OsmWay>& ways);

/// A GeoPackage of one layer, made by the helper program.
[[nodiscard]] std::string geopackage(const std::string& path, const gis::TableLayer& table,
                                     const std::vector<gis::Feature>& features);

}  // namespace xiaoan::data::test
