// geo/geodesic.hpp: distance and direction on the CGCS2000 ellipsoid.
//
// Method: C. F. F. Karney, "Algorithms for geodesics", J. Geodesy 87 (2013), 43-55, by PROJ's geodesic.h.
#pragma once

#include "geo/position.hpp"

#include <optional>

namespace xiaoan::geo {

/// Length in metres of the shortest line over the ellipsoid. Symmetric; 0 for equal positions.
/// Error: below 1 um at any distance. A NaN coordinate, or a latitude beyond a pole, gives NaN; never throws.
[[nodiscard]] double geodesic_m(const Position& from, const Position& to) noexcept;

/// Direction at `from` towards `to`: degrees clockwise from true north, in [0, 360).
/// Empty where there is no direction: the same position, `from` at a pole, or bad coordinates.
[[nodiscard]] std::optional<double> bearing_deg(const Position& from, const Position& to) noexcept;

/// The place reached by going `distance_m` from `from` in direction `bearing` (degrees clockwise from north).
/// Bad coordinates give NaN. Longitude comes back in [-180, 180].
[[nodiscard]] Position destination(const Position& from, double bearing, double distance_m) noexcept;

/// A geodesic with its direction at the far end, as minimum searches need it.
struct GeodesicArrival {
    double distance_m = 0;
    double heading_deg = 0;  ///< direction of travel on arriving at `to`; of no meaning when the distance is 0
};
[[nodiscard]] GeodesicArrival geodesic_arrival(const Position& from, const Position& to) noexcept;

}  // namespace xiaoan::geo
