// Files that the helper program xiaoan-gis reads: GeoPackage, Shapefile, GPX, OpenStreetMap.
#pragma once

#include "data/gis/helper_process.hpp"
#include "data/intake/fault.hpp"
#include "data/intake/gis/feature_file.hpp"
#include "data/intake/limits.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xiaoan::data {

/// What the helper is given: the bytes of each part by its role ("shp", "dbf"; else the format itself).
struct HelperInput {
    std::string format;  // gpkg, shp, gpx, osm, pbf, osm-map, pbf-map
    std::vector<std::pair<std::string, gis::MemoryFile>> parts;
    std::uint64_t bytes = 0;                  // of all parts
    std::string encoding{};                   // of a Shapefile's attributes
    bool found_encoding = false;              // by content, and worth telling
    std::optional<std::string> layer_name{};  // of the only layer, in place of the helper's
    std::string crs{};                        // of layers that name no reference system
};

/// How much the helper may use for a file of this size: under 1 MB 192 MB of data and 1.5 s of processor time, so that
/// all in all 256 MB and 2 s are not passed; for larger ones in proportion.
struct HelperAllowance {
    std::uint64_t memory_mb = 0;
    std::uint64_t cpu_ms = 0;
};
[[nodiscard]] HelperAllowance helper_allowance(std::string_view format, std::uint64_t bytes);

/// Throws IntakeFault: geodata_damaged, geodata_too_large, geodata_too_slow, helper_missing, unknown_crs, no_crs_plane.
[[nodiscard]] std::unique_ptr<FeatureFile> open_with_helper(HelperInput input, const IntakeLimits& limits);

/// The fault that a failure of the helper is.
[[nodiscard]] IntakeFault intake_fault(const gis::HelperFault& fault);

}  // namespace xiaoan::data
