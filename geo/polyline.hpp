// geo/polyline.hpp: lengths and places along a line: a route, a river.
#pragma once

#include "geo/geometry.hpp"

#include <optional>

namespace xiaoan::geo {

/// Sum of the geodesic lengths of the edges, metres; 0 with fewer than two positions.
/// (An edge straight in longitude and latitude is longer than its geodesic by 8 mm at 20 km and 45 N.)
[[nodiscard]] double length_m(const Polyline& line) noexcept;

/// A place on a line and where the line goes there.
struct PlaceOnLine {
    Position at;
    double bearing_deg = 0;  ///< clockwise from north, towards the line's end
    double along_m = 0;      ///< length from the line's begin
};

/// The place `along_m` metres from the begin, held between begin and end.
/// Empty when the line has no two different positions, or the length is not a number.
[[nodiscard]] std::optional<PlaceOnLine> place_along(const Polyline& line, double along_m) noexcept;

/// The place half-way along.
[[nodiscard]] std::optional<PlaceOnLine> midpoint(const Polyline& line) noexcept;

/// The place on the line nearest to `p`, for a stop on its route. The first of several.
/// Empty when the line has no two different positions, or coordinates are not valid.
[[nodiscard]] std::optional<PlaceOnLine> nearest_place(const Polyline& line, const Position& p) noexcept;

}  // namespace xiaoan::geo
