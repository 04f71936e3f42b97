// geo/edge_nearest.hpp: the place on one edge that is nearest by geodesic distance.
#pragma once

#include "geo/position.hpp"

namespace xiaoan::geo {

struct NearestOnEdge {
    double distance_m = 0;
    Position at;
};

/// The nearest place to `from` on the straight line in longitude and latitude from `a` to `b`, `a == b` included.
/// distance_m is geodesic_m(from, at), and exceeds the true least distance by less than 1e-8 m up to 1,000 km from
/// the edge and below 70 degrees of latitude. (There the squared distance is convex along the edge: its curvature,
/// about tan(lat) / a, times the distance is below 1. Beyond, the result may be a local minimum.)
/// NaN coordinates give NaN. Longitudes of `from` and the edge must not differ by more than 180 degrees.
/// Method: Newton's on the derivative of half the squared distance, kept within a bracket.
[[nodiscard]] NearestOnEdge nearest_on_edge(const Position& from, const Position& a, const Position& b) noexcept;

}  // namespace xiaoan::geo
