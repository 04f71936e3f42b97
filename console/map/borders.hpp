// Borders of neighbouring areas, each drawn once although both neighbours have it.
#pragma once

#include "geo/geometry.hpp"

#include <span>
#include <vector>

namespace xiaoan::map {

/// The edges of all rings, without doubles, joined to lines that run from junction to junction. A line ends where
/// three or more edges meet; closed lines repeat their first position. Dashes would fill each other's gaps otherwise.
/// The order is that of the areas' edges.
[[nodiscard]] std::vector<geo::Polyline> borders_of(std::span<const geo::Geometry> areas);

}  // namespace xiaoan::map
