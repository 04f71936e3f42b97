#include "geo/tessellate.hpp"

#include "geo/crossings.hpp"
#include "geo/geos.hpp"

#include <algorithm>
#include <cmath>

namespace xiaoan::geo {
namespace {

// Mending takes time with the square of the crossings and more: 0.07 s for 400, 3 s for 6,600, a minute for 27,000.
constexpr std::size_t most_crossings = 500;

/// In square degrees.
double area_of(const Triangle& t) noexcept
{
    return std::abs((t[1].lon - t[0].lon) * (t[2].lat - t[0].lat) - (t[2].lon - t[0].lon) * (t[1].lat - t[0].lat)) / 2;
}

/// Triangles of a valid geometry; empty when GEOS fails or its triangles do not add up to the area.
std::vector<Triangle> cut(const Geos& geos, const GEOSGeometry* geometry)
{
    double area = 0;
    if (GEOSArea_r(geos.handle(), geometry, &area) == 0 || !(area > 0)) return {};
    const auto parts = geos.own(GEOSConstrainedDelaunayTriangulation_r(geos.handle(), geometry));
    if (!parts) return {};
    std::vector<Triangle> triangles;
    double sum = 0;
    for (int i = 0; i < GEOSGetNumGeometries_r(geos.handle(), parts.get()); ++i) {
        const GEOSGeometry* outer =
            GEOSGetExteriorRing_r(geos.handle(), GEOSGetGeometryN_r(geos.handle(), parts.get(), i));
        if (outer == nullptr) return {};
        const std::vector<Position> corners = geos.positions_of(outer);
        if (corners.size() < 3) continue;
        triangles.push_back({corners[0], corners[1], corners[2]});
        sum += area_of(triangles.back());
    }
    if (std::abs(sum - area) > 1e-6 * area) return {};
    return triangles;
}

}  // namespace

std::vector<Triangle> triangles_of(const Polygon& polygon)
{
    for (const Ring& ring : polygon.rings)
        if (!std::ranges::all_of(ring, is_valid)) return {};
    const Geos geos;
    const auto given = geos.from(polygon);
    if (!given) return {};
    if (GEOSisValid_r(geos.handle(), given.get()) == 1)
        if (auto triangles = cut(geos, given.get()); !triangles.empty()) return triangles;
    if (crossing_count(polygon, most_crossings) >= most_crossings) return {};
    const auto mended = geos.mended(given.get());
    if (!mended) return {};
    std::vector<Triangle> all;
    for (const Polygon& part : geos.polygons_of(mended.get())) {
        const auto valid = geos.from(part);
        if (!valid) continue;
        const auto triangles = cut(geos, valid.get());
        all.insert(all.end(), triangles.begin(), triangles.end());
    }
    return all;
}

std::vector<Triangle> triangles_of(const Geometry& geometry)
{
    std::vector<Triangle> all;
    for (const Polygon& polygon : geometry.polygons) {
        const auto triangles = triangles_of(polygon);
        all.insert(all.end(), triangles.begin(), triangles.end());
    }
    return all;
}

}  // namespace xiaoan::geo
