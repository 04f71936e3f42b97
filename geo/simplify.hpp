// geo/simplify.hpp: fewer positions for the same picture, for drawing at a small scale.
#pragma once

#include "geo/geometry.hpp"

#include <span>
#include <vector>

namespace xiaoan::geo {

/// Positions of a line, first and last kept, such that every one left out lies within `tolerance_m` of the new line
/// (flat metres at the middle latitude of the line: right to 2 % for lines two degrees high at 45 degrees).
/// A tolerance that is not above 0 gives the line back. Lines may come to cross themselves; nothing is measured on
/// simplified shapes.
/// Method: D. Douglas and T. Peucker, Cartographica 10 (1973), 112-122; without recursion.
[[nodiscard]] std::vector<Position> simplified_line(std::span<const Position> line, double tolerance_m);

/// The same for a ring, closed as given. At least three different positions remain, if there were three.
[[nodiscard]] Ring simplified_ring(std::span<const Position> ring, double tolerance_m);

/// Every line and ring simplified; points stay. Holes smaller than the tolerance in both directions are left out;
/// outer rings never are.
[[nodiscard]] Geometry simplified(const Geometry& geometry, double tolerance_m);

}  // namespace xiaoan::geo
