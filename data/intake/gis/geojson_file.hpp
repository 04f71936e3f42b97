// GeoJSON files (RFC 7946, and the member "crs" of the 2008 edition), read feature by feature.
#pragma once

#include "data/intake/encoding.hpp"
#include "data/intake/gis/feature_file.hpp"
#include "data/intake/limits.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace xiaoan::data {

/// A FeatureCollection, or one Feature. Its one layer has no name; its columns are the members that any feature's
/// properties have, in the order in which they first appear, and "id" where features have one. Objects and lists in
/// properties are given as JSON. Without "crs" positions are in the system asked for, else WGS 84, as the RFC says.
/// Throws IntakeFault: not_a_table for JSON that is no GeoJSON, bad_geojson, unknown_crs, too_many_columns.
[[nodiscard]] std::unique_ptr<FeatureFile> open_geojson(std::unique_ptr<const DecodedText> text,
                                                        const IntakeLimits& limits, const std::string& crs = {});

/// "EPSG:4550" or "OGC:CRS84" of the names that GeoJSON's "crs" has for reference systems ("EPSG:4550",
/// "urn:ogc:def:crs:EPSG::4550", "http://www.opengis.net/def/crs/EPSG/0/4550"); empty where it is none of them.
[[nodiscard]] std::optional<std::string> crs_code(std::string_view name);

}  // namespace xiaoan::data
