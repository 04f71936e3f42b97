// geo/orientation.hpp: the direction in which rings run, by the right-hand rule of RFC 7946, section 3.1.6.
#pragma once

#include "geo/geometry.hpp"

namespace xiaoan::geo {

/// Outer rings run counter-clockwise afterwards, holes clockwise; each begins where it began. Formats differ in this (a
/// Shapefile wants the opposite) and a direction means nothing here, so that the same area is the same positions
/// whatever file it came in. Open rings stay open. A ring without area stays as it is.
void orient(Geometry& geometry);
void orient(Polygon& polygon);

}  // namespace xiaoan::geo
