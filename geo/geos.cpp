#include "geo/geos.hpp"

#include <type_traits>
#include <utility>

namespace xiaoan::geo {
namespace {

// GEOS copies coordinates as pairs of doubles, x first: a list of positions is exactly that.
static_assert(std::is_standard_layout_v<Position> && sizeof(Position) == 2 * sizeof(double));

}  // namespace

Geos::Owned Geos::ring(const Ring& positions) const
{
    Ring closed = positions;
    if (!closed.empty() && closed.front() != closed.back()) closed.push_back(closed.front());
    if (closed.size() < 4) return own(nullptr);
    GEOSCoordSequence* sequence =
        GEOSCoordSeq_copyFromBuffer_r(handle_, &closed.front().lon, static_cast<unsigned>(closed.size()), 0, 0);
    if (sequence == nullptr) return own(nullptr);
    return own(GEOSGeom_createLinearRing_r(handle_, sequence));
}

Geos::Owned Geos::from(const Polygon& polygon) const
{
    if (polygon.rings.empty()) return own(nullptr);
    Owned outer = ring(polygon.rings.front());
    if (!outer) return outer;
    std::vector<GEOSGeometry*> holes;
    for (const Ring& hole : polygon.holes())
        if (Owned made = ring(hole)) holes.push_back(made.release());
    return own(GEOSGeom_createPolygon_r(handle_, outer.release(), holes.data(), static_cast<unsigned>(holes.size())));
}

Geos::Owned Geos::mended(const GEOSGeometry* geometry) const
{
    return own(GEOSMakeValid_r(handle_, geometry));
}

std::vector<Position> Geos::positions_of(const GEOSGeometry* geometry) const
{
    const GEOSCoordSequence* sequence = GEOSGeom_getCoordSeq_r(handle_, geometry);
    unsigned count = 0;
    if (sequence == nullptr || GEOSCoordSeq_getSize_r(handle_, sequence, &count) == 0 || count == 0) return {};
    std::vector<Position> positions(count);
    if (GEOSCoordSeq_copyToBuffer_r(handle_, sequence, &positions.front().lon, 0, 0) == 0) return {};
    return positions;
}

std::vector<Polygon> Geos::polygons_of(const GEOSGeometry* geometry) const
{
    std::vector<Polygon> found;
    const int type = GEOSGeomTypeId_r(handle_, geometry);
    if (type == GEOS_POLYGON) {
        Polygon polygon;
        const GEOSGeometry* outer = GEOSGetExteriorRing_r(handle_, geometry);
        if (outer == nullptr) return found;
        polygon.rings.push_back(positions_of(outer));
        for (int i = 0; i < GEOSGetNumInteriorRings_r(handle_, geometry); ++i)
            polygon.rings.push_back(positions_of(GEOSGetInteriorRingN_r(handle_, geometry, i)));
        if (!polygon.rings.front().empty()) found.push_back(std::move(polygon));
    } else if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
        for (int i = 0; i < GEOSGetNumGeometries_r(handle_, geometry); ++i)
            for (Polygon& polygon : polygons_of(GEOSGetGeometryN_r(handle_, geometry, i)))
                found.push_back(std::move(polygon));
    }
    return found;
}

}  // namespace xiaoan::geo
