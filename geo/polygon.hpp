// geo/polygon.hpp: what lies in an area, how large it is, and where its name is written.
#pragma once

#include "geo/geometry.hpp"

#include <optional>

namespace xiaoan::geo {

/// Even-odd over all rings: inside the outer ring and not in a hole. On the boundary either answer may come, the same
/// at each call; of two areas that share an edge, a position on it lies in exactly one. Open rings are closed.
/// False for a NaN.
[[nodiscard]] bool contains(const Polygon& polygon, const Position& p) noexcept;

/// In any polygon of the geometry.
[[nodiscard]] bool contains(const Geometry& geometry, const Position& p) noexcept;

/// Square metres on the ellipsoid, holes taken off, with edges as geodesics (for edges of a few kilometres the same
/// to 1e-6 as straight in longitude and latitude). 0 for a polygon without rings; never negative.
/// Method: Karney 2013, section 6, by PROJ.
[[nodiscard]] double area_m2(const Polygon& polygon);

/// A place within the area, in a wide part of it: for a name or a symbol. contains() is true for it, whatever the
/// rings do. Empty for an area without extent.
/// Method: the middle of the widest stretch inside along the parallel at half height.
[[nodiscard]] std::optional<Position> inner_point(const Polygon& polygon);

/// One place for a geometry's name: within its largest polygon, else half-way along its longest line, else its first
/// point. Empty for an empty geometry.
[[nodiscard]] std::optional<Position> label_point(const Geometry& geometry);

}  // namespace xiaoan::geo
