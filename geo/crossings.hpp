// geo/crossings.hpp: how often the rings of a polygon cross themselves and each other.
#pragma once

#include "geo/geometry.hpp"

#include <cstddef>

namespace xiaoan::geo {

/// Pairs of edges that cross at a place inside both; edges that only touch or lie on each other are not counted.
/// Stops counting at `most`. Roundings may count an edge that ends on another one.
[[nodiscard]] std::size_t crossing_count(const Polygon& polygon, std::size_t most);

}  // namespace xiaoan::geo
