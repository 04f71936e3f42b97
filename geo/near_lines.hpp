// geo/near_lines.hpp: which geometries lie within some metres of lines: waters along the routes of school buses.
#pragma once

#include "geo/geometry.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace xiaoan::geo {

/// The geometries that any of the lines comes within `within_m` of, or crosses, or lies in; by their places in the
/// list, ascending. Two edges that do not cross are nearest at an end of one of them, so distances are those of
/// shore_distance(): exact but for the bow between an edge straight in degrees and a geodesic (0.02 mm at 1 km).
[[nodiscard]] std::vector<std::uint32_t> geometries_near_lines(std::span<const Polyline> lines,
                                                               std::span<const Geometry> geometries, double within_m);

}  // namespace xiaoan::geo
