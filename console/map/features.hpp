// The features of a GeoJSON text: what a layer of a region holds.
#pragma once

#include "geo/geometry.hpp"

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::map {

/// One feature with those properties that a map needs. Texts are empty, numbers 0, where the file does not give them.
struct Feature {
    geo::Geometry geometry;
    std::string name_zh;
    std::string name_en;
    std::string kind;
    std::string code;  // adcode
    int rank = 0;      // of towns: 1 the city
    int level = 0;     // of rivers: 1 the largest
};

/// All features of a FeatureCollection (RFC 7946), in their order; one without geometry is left out.
/// Refused, in words: text that is no FeatureCollection, or a geometry that cannot be read.
[[nodiscard]] std::expected<std::vector<Feature>, std::string> features_from_geojson(std::string_view text);

}  // namespace xiaoan::map
