// geo/geojson.hpp: geometry as a GeoJSON geometry object (RFC 7946, section 3.1), read and written.
#pragma once

#include "geo/crs.hpp"
#include "geo/geometry.hpp"

#include <expected>
#include <string>
#include <string_view>

namespace xiaoan::geo {

/// Reads one geometry object (not a Feature) of any type, GeometryCollection included (nested at most 8 deep).
/// Altitudes are dropped; a foreign member is ignored. A ring left open is kept as it is.
/// Refused, in words: text that is not JSON, wrong or missing members, no part at all, numbers that are not degrees,
/// rings with fewer than three different positions. Never throws but for memory.
/// `from` is the reference system of its numbers where that is another (the member "crs" of the format's first
/// edition); they are brought to CGCS2000 and rounded (geo/rounding.hpp).
[[nodiscard]] std::expected<Geometry, std::string> geometry_from_geojson(std::string_view text,
                                                                         const CrsTransform* from = nullptr);

/// The geometry object without blanks, with the shortest numbers that read back to the same bits. One part gives its
/// simple type, several of one kind the Multi type, mixed kinds a GeometryCollection; rings left open are closed.
/// Outer rings run counter-clockwise and holes clockwise (3.1.6), whatever their direction was.
[[nodiscard]] std::string geojson_from_geometry(const Geometry& geometry);

}  // namespace xiaoan::geo
