// The bytes of the file that is read, in memory once and without a way to any other file.
#pragma once

#include <gdal_priv.h>

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xiaoan::data::gis {

/// A part of a file by its role and where it lies: {"shp", "/proc/self/fd/3"}.
using InputPart = std::pair<std::string, std::string>;

struct Input {
    std::string format;  // gpkg, shp, gpx, osm, pbf, osm-map, pbf-map
    std::vector<InputPart> parts;
    std::string encoding;  // of a Shapefile's attributes
    std::string crs;       // of layers that name no reference system
};

/// Opens the parts with the one driver of their format. Throws Failure: damaged.
[[nodiscard]] std::unique_ptr<GDALDataset> open(const Input& input);

/// Settings of GDAL and PROJ, and their drivers; once, before anything is opened.
void prepare_gdal();

}  // namespace xiaoan::data::gis
