// geo/wkt.hpp: geometry as Well-Known Text (OGC 06-103r4, section 7), read and written.
#pragma once

#include "geo/geometry.hpp"

#include <expected>
#include <string>
#include <string_view>

namespace xiaoan::geo {

/// Reads POINT, LINESTRING, POLYGON, their MULTI forms and GEOMETRYCOLLECTION (nested at most 8 deep) with longitude
/// first, in degrees. Any case; Z, M and ZM values are read and dropped. A ring left open is kept as it is.
/// Refused, with what and at which character: EMPTY as the whole, text after the end, numbers that are not finite or
/// not degrees, rings with fewer than three different positions. Never throws but for memory.
[[nodiscard]] std::expected<Geometry, std::string> geometry_from_wkt(std::string_view text);

/// The shortest text that reads back to the same bits. One part gives its simple form, several parts of one kind the
/// MULTI form, mixed kinds a GEOMETRYCOLLECTION; rings left open are closed. No parts: GEOMETRYCOLLECTION EMPTY.
[[nodiscard]] std::string wkt_from_geometry(const Geometry& geometry);

}  // namespace xiaoan::geo
