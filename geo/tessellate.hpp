// geo/tessellate.hpp: an area cut into triangles, for filling it on the map.
#pragma once

#include "geo/geometry.hpp"

#include <array>
#include <vector>

namespace xiaoan::geo {

using Triangle = std::array<Position, 3>;

/// Triangles that cover the polygon once, without its holes; their corners are corners of the polygon.
/// Rings that cross themselves or each other are mended first (then corners may be crossing points; where edges lie
/// on each other, mending may decide otherwise than even-odd).
/// Empty for a polygon without area, with coordinates that are not degrees, or one that cannot be mended: one with
/// 500 crossings or more (corners in no order), whose outline is all there is to draw.
/// Method: ear clipping with Delaunay flips, GEOS ConstrainedDelaunayTriangulation; its area is checked.
[[nodiscard]] std::vector<Triangle> triangles_of(const Polygon& polygon);

/// The triangles of all polygons of a geometry, in their order.
[[nodiscard]] std::vector<Triangle> triangles_of(const Geometry& geometry);

}  // namespace xiaoan::geo
