// geo/reach.hpp: what surely lies within some metres of a place, in degrees: bounds for pruning that lose nothing.
//
// A geodesic no longer than R from a place P never leaves the band of latitudes that R spans about P. Over that band a
// degree of longitude is shortest at the edge nearest a pole, and one of latitude at the edge nearest the equator.
// Replacing the ellipsoid's metric by those shortest degrees makes every line shorter, never longer, so a flat distance
// computed with them is a lower bound of the true one. Nothing else is assumed; the bound holds at any R and latitude.
#pragma once

#include "geo/ellipsoid.hpp"
#include "geo/position.hpp"

namespace xiaoan::geo {

/// The shortest a degree gets within `radius_m` of latitude `lat_deg`. lon_m is 0 where a pole is within reach.
[[nodiscard]] DegreeLength shortest_degrees(double lat_deg, double radius_m) noexcept;

/// How many times too long a flat distance with degree_length(lat_deg) can be, for true distances up to `radius_m`:
/// flat <= flat_excess * true. At least 1; infinite where a pole is within reach.
[[nodiscard]] double flat_excess(double lat_deg, double radius_m) noexcept;

/// A box that holds every position at most `radius_m` from `p`. It may reach beyond +-180 degrees of longitude;
/// with a pole in reach it is 360 degrees wide.
[[nodiscard]] Box box_around(const Position& p, double radius_m) noexcept;

}  // namespace xiaoan::geo
