// Geographic files as workbooks: a layer is a sheet, a feature a row, so that all checks and reports are those of
// tables.
#pragma once

#include "data/intake/container.hpp"
#include "data/intake/gis/feature_file.hpp"
#include "data/intake/sheet.hpp"

#include <filesystem>
#include <memory>
#include <vector>

namespace xiaoan::data {

/// A workbook of the layers of all `files`. `source` is what it names as its file; its bytes may have been let go.
[[nodiscard]] std::unique_ptr<Workbook> workbook_of_features(std::shared_ptr<const SourceFile> source,
                                                             std::vector<std::unique_ptr<FeatureFile>> files,
                                                             const IntakeLimits& limits);

/// A GeoJSON, GeoPackage, Shapefile, GPX or OpenStreetMap file, or a zip file of Shapefiles; null where it is none of
/// them. `path` is where its parts lie, empty where there is no such place. A Shapefile is known by the SHA-256 of its
/// .shp followed by its .dbf. Throws IntakeFault.
[[nodiscard]] std::unique_ptr<Workbook> open_geodata(std::shared_ptr<const SourceFile> source,
                                                     const std::filesystem::path& path, const OpenOptions& options);

}  // namespace xiaoan::data
