// How far along a line the places of a drive lie, one after the other: for a line that comes near itself the nearest
// place alone would jump.
#pragma once

#include "geo/geometry.hpp"
#include "geo/position.hpp"

#include <span>
#include <vector>

namespace xiaoan::conformance {

/// Metres along the line, one a place, in the order of the drive. A place within `reach_m` of the line is looked for
/// first where the drive has come to; one farther away lies between where the drive left the line and where it comes
/// back, by the way driven meanwhile; before it first came and after it last left, where that was. Of a drive that
/// never comes within reach, each place is where the line is nearest. Empty where the line has no length.
[[nodiscard]] std::vector<double> along_line(const geo::Polyline& line, std::span<const geo::Position> places,
                                             double reach_m);

}  // namespace xiaoan::conformance
