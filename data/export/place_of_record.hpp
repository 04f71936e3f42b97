// Where a record lies, for formats that have a place for it apart from its fields.
#pragma once

#include "data/kinds/field.hpp"
#include "geo/geometry.hpp"

#include <optional>
#include <span>
#include <vector>

namespace xiaoan::data {

/// Which fields of a kind say where a record lies.
struct PlaceFields {
    explicit PlaceFields(const KindInfo& kind);
    /// Whether any does.
    [[nodiscard]] bool any() const { return geometry || (lon && lat); }

    std::optional<std::size_t> lon, lat, geometry;
};

/// A record as a feature: its geometry, and which of its values that geometry says already, so that they stand nowhere
/// else. What the reader of features gives back of it (data/intake/gis/feature_sheet.hpp) is the record again:
///   a geometry with lines or areas says the field of geometries; longitude and latitude stay values beside it;
///   a geometry of points alone would be read as a position, so it says nothing and stays a value, too;
///   without one, longitude and latitude are the geometry, and it says both.
struct PlaceOfRecord {
    geo::Geometry geometry;
    std::vector<bool> said;  // one a field
};
[[nodiscard]] PlaceOfRecord place_of_record(std::span<const Value> values, const PlaceFields& fields);

}  // namespace xiaoan::data
