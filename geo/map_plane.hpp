// geo/map_plane.hpp: the plane on which the window's map is drawn: Mercator's projection of the CGCS2000 ellipsoid.
//
// North is up everywhere, shapes are right (conformal), and one plane serves every view, so panning and zooming never
// project anything again. Its scale grows with latitude, by 3.8 % over Baicheng's two degrees, so whatever states a
// length (scale bar, radius of a circle) asks map_scale() at the latitude it is drawn at. It is not Web Mercator,
// which stretches shapes by up to 0.67 %; nothing here is drawn over foreign tiles.
// Method: J. P. Snyder, "Map Projections: A Working Manual", USGS Professional Paper 1395 (1987), pp. 44-45.
#pragma once

#include "geo/position.hpp"

namespace xiaoan::geo {

/// Metres on the map plane, x to the east of Greenwich, y to the north of the equator. A map metre is a ground metre at
/// the equator; elsewhere see map_scale(). Doubles resolve it to nanometres: make it relative to the view before float.
struct MapPosition {
    double x = 0;
    double y = 0;
    friend bool operator==(const MapPosition&, const MapPosition&) = default;
};

/// Latitudes beyond 89 degrees are drawn at 89. NaN gives NaN.
[[nodiscard]] MapPosition map_from_position(const Position& p) noexcept;

/// The inverse, to 1e-13 degree within 89 degrees. Longitude is not wrapped: x beyond 180 degrees gives more.
[[nodiscard]] Position position_from_map(const MapPosition& p) noexcept;

/// Map metres per ground metre at this latitude, the same in every direction: 1 at the equator, 1.412 at 45 N.
[[nodiscard]] double map_scale(double lat_deg) noexcept;

}  // namespace xiaoan::geo
