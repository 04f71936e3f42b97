#include "tests/bench/geos_near.hpp"

#include "geo/projection.hpp"

#include <geos_c.h>

#include <vector>

namespace xiaoan::bench {

struct Item {
    GEOSGeometry* shape = nullptr;
    const GEOSPreparedGeometry* prepared = nullptr;
};

struct GeosNear::Owned {
    GEOSContextHandle_t geos = GEOS_init_r();
    geo::Projection plane = *geo::Projection::to_epsg(4550);
    std::vector<Item> items;
    GEOSSTRtree* tree = GEOSSTRtree_create_r(geos, 10);

    ~Owned()
    {
        GEOSSTRtree_destroy_r(geos, tree);
        for (const Item& item : items) {
            if (item.prepared) GEOSPreparedGeom_destroy_r(geos, item.prepared);
            GEOSGeom_destroy_r(geos, item.shape);
        }
        GEOS_finish_r(geos);
    }

    GEOSCoordSequence* sequence(std::span<const geo::Position> positions) const
    {
        std::vector<double> flat;
        for (const geo::Position& p : positions) {
            const auto at = *plane.grid_from_position(p);
            flat.insert(flat.end(), {at.easting_m, at.northing_m});
        }
        return GEOSCoordSeq_copyFromBuffer_r(geos, flat.data(), static_cast<unsigned>(positions.size()), 0, 0);
    }

    GEOSGeometry* shape_of(const geo::Geometry& geometry) const
    {
        if (!geometry.lines.empty()) return GEOSGeom_createLineString_r(geos, sequence(geometry.lines.front().points));
        std::vector<GEOSGeometry*> rings;
        for (const geo::Ring& ring : geometry.polygons.front().rings)
            rings.push_back(GEOSGeom_createLinearRing_r(geos, sequence(ring)));
        return GEOSGeom_createPolygon_r(geos, rings[0], rings.data() + 1, static_cast<unsigned>(rings.size() - 1));
    }
};

GeosNear::GeosNear(std::span<const geo::Geometry> geometries) : owned_(std::make_unique<Owned>())
{
    owned_->items.reserve(geometries.size());
    for (const geo::Geometry& geometry : geometries) owned_->items.push_back({owned_->shape_of(geometry), nullptr});
    for (Item& item : owned_->items) GEOSSTRtree_insert_r(owned_->geos, owned_->tree, item.shape, &item);
}

GeosNear::~GeosNear() = default;

std::size_t GeosNear::count_pairs(std::span<const geo::Position> positions, double within_m)
{
    const GEOSContextHandle_t geos = owned_->geos;
    std::size_t pairs = 0;
    std::vector<Item*> hits;
    for (const geo::Position& position : positions) {
        const auto at = *owned_->plane.grid_from_position(position);
        GEOSGeometry* point = GEOSGeom_createPointFromXY_r(geos, at.easting_m, at.northing_m);
        GEOSGeometry* box = GEOSGeom_createRectangle_r(geos, at.easting_m - within_m, at.northing_m - within_m,
                                                       at.easting_m + within_m, at.northing_m + within_m);
        hits.clear();
        const auto note = [](void* item, void* to) {
            static_cast<std::vector<Item*>*>(to)->push_back(static_cast<Item*>(item));
        };
        GEOSSTRtree_query_r(geos, owned_->tree, box, note, &hits);
        for (Item* hit : hits) {
            if (!hit->prepared) hit->prepared = GEOSPrepare_r(geos, hit->shape);
            double distance_m = 0;
            GEOSPreparedDistance_r(geos, hit->prepared, point, &distance_m);
            if (distance_m <= within_m) ++pairs;
        }
        GEOSGeom_destroy_r(geos, box);
        GEOSGeom_destroy_r(geos, point);
    }
    return pairs;
}

}  // namespace xiaoan::bench
