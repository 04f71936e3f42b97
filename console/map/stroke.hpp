// Lines and areas as triangles: what layers are made of.
#pragma once

#include "console/map/layer.hpp"
#include "geo/geometry.hpp"

#include <span>

namespace xiaoan::map {

/// Appends a line through `points` to the mesh as one part: a strip with mitred joins, bevelled where a mitre would
/// stand out by more than one width. Repeated points are skipped; fewer than two different ones add nothing.
void add_line(LineMesh& mesh, std::span<const geo::MapPosition> points, const geo::MapPosition& origin);
void add_line(LineMesh& mesh, std::span<const geo::Position> points, const geo::MapPosition& origin);

/// Appends the inside of a polygon, without its holes, as one part.
void add_area(AreaMesh& mesh, const geo::Polygon& polygon, const geo::MapPosition& origin);

}  // namespace xiaoan::map
