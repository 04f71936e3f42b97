// Shapefiles: one thing in several files, or several of them in a zip file.
#pragma once

#include "data/intake/gis/feature_file.hpp"
#include "data/intake/limits.hpp"
#include "data/intake/source_file.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace xiaoan::data {

/// The bytes of each part; empty where the part is not there.
struct ShapefileParts {
    std::string name;  // without extension
    std::string shp, shx, dbf, prj, cpg;
};

/// The parts beside a .shp file, whatever the case of their extensions. `shp` itself stays empty: it was read before.
/// Throws IntakeFault: unreadable_file, file_too_large.
[[nodiscard]] ShapefileParts parts_beside(const std::filesystem::path& shp, const IntakeLimits& limits);

/// Every Shapefile in a zip file, by name; none where it holds none, or is a workbook.
/// Throws IntakeFault: damaged_workbook, zip_bomb.
[[nodiscard]] std::vector<ShapefileParts> zipped_shapefiles(const std::shared_ptr<const SourceFile>& source,
                                                            const IntakeLimits& limits);

/// `asked` is the encoding of the attributes as the operator says, `crs` the reference system of a file without .prj.
/// Only layer: it has no name.
/// Throws IntakeFault: missing_part without a .dbf, unknown_encoding, and what the helper does.
[[nodiscard]] std::unique_ptr<FeatureFile> open_shapefile(ShapefileParts parts, bool only_layer,
                                                          const std::optional<std::string>& asked,
                                                          const IntakeLimits& limits, const std::string& crs = {});

}  // namespace xiaoan::data
