// geo/shore_distance.hpp: how far a place is from a geometry, over the ellipsoid: a school from the shore of a water.
#pragma once

#include "geo/geometry.hpp"

#include <optional>

namespace xiaoan::geo {

struct ShoreDistance {
    double distance_m = 0;  ///< 0 inside a polygon, holes respected, and on the boundary
    bool inside = false;    ///< within a polygon, or on its boundary exactly
    Position nearest;       ///< the nearest place of the geometry; the position itself when inside
};

/// Geodesic distance to the nearest point, line or boundary; edges are straight in longitude and latitude
/// (RFC 7946, 3.1.1). Error below 1 um where nearest_on_edge() holds it. A ring left open is closed; a line or ring of
/// one position counts as that point. A polygon's inside is even-odd over its rings; of several polygons any will do.
/// Empty for an empty geometry, or coordinates that are not numbers. Parts must be cut at the antimeridian
/// (RFC 7946, 3.1.9); a geometry may have parts on both sides of it, and the position be on either.
[[nodiscard]] std::optional<ShoreDistance> shore_distance(const Position& from, const Geometry& to);

/// The same, and empty too when the distance is over `limit_m`; then much faster.
/// Edges are left out by the bound of reach.hpp alone, so no pair within the limit is lost.
[[nodiscard]] std::optional<ShoreDistance> shore_distance_within(const Position& from, const Geometry& to,
                                                                 double limit_m);

}  // namespace xiaoan::geo
