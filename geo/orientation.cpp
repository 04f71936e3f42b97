#include "geo/orientation.hpp"

#include <algorithm>

namespace xiaoan::geo {
namespace {

/// Twice the area in square degrees, positive when counter-clockwise. Taken about the first position, so that the
/// sign holds for small rings far from the origin.
double twice_signed_area(std::span<const Position> ring)
{
    double sum = 0;
    for (std::size_t i = 1; i + 1 < ring.size(); ++i)
        sum += (ring[i].lon - ring[0].lon) * (ring[i + 1].lat - ring[0].lat) -
               (ring[i + 1].lon - ring[0].lon) * (ring[i].lat - ring[0].lat);
    return sum;
}

/// The other way round from the same first position.
void turn(Ring& ring)
{
    const bool closed = ring.front() == ring.back();
    std::ranges::reverse(closed ? ring.begin() : ring.begin() + 1, ring.end());
}

}  // namespace

void orient(Polygon& polygon)
{
    for (std::size_t i = 0; i < polygon.rings.size(); ++i) {
        Ring& ring = polygon.rings[i];
        if (ring.size() < 3) continue;
        const double area = twice_signed_area(ring);
        if (i == 0 ? area < 0 : area > 0) turn(ring);
    }
}

void orient(Geometry& geometry)
{
    for (Polygon& polygon : geometry.polygons) orient(polygon);
}

}  // namespace xiaoan::geo
