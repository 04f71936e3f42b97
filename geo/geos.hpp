// geo/geos.hpp: our polygons handed to GEOS and taken back, with its memory owned. Only geo's own sources include it.
#pragma once

#include "geo/geometry.hpp"

#include <geos_c.h>

#include <memory>
#include <vector>

namespace xiaoan::geo {

/// A GEOS context for one call of ours: nothing is shared between threads, and its messages go nowhere.
/// GEOS turns its own exceptions into null results, so nothing is thrown through it.
class Geos {
public:
    Geos() : handle_(GEOS_init_r()) {}
    Geos(const Geos&) = delete;
    Geos& operator=(const Geos&) = delete;
    ~Geos() { GEOS_finish_r(handle_); }

    struct Release {
        GEOSContextHandle_t handle = nullptr;
        void operator()(GEOSGeometry* geometry) const noexcept { GEOSGeom_destroy_r(handle, geometry); }
    };
    using Owned = std::unique_ptr<GEOSGeometry, Release>;

    [[nodiscard]] GEOSContextHandle_t handle() const noexcept { return handle_; }
    [[nodiscard]] Owned own(GEOSGeometry* geometry) const noexcept { return Owned(geometry, Release{handle_}); }

    /// Null where a ring has fewer than three positions. Closes open rings; leaves out holes that are too short.
    [[nodiscard]] Owned from(const Polygon& polygon) const;

    /// The same area with rings that do not cross, by even-odd where no edges lie on each other. Null where GEOS
    /// cannot. Slow for many crossings: count them first.
    [[nodiscard]] Owned mended(const GEOSGeometry* geometry) const;

    /// The polygons among the parts of a geometry, whatever else it has.
    [[nodiscard]] std::vector<Polygon> polygons_of(const GEOSGeometry* geometry) const;

    /// The positions of a ring, line or point.
    [[nodiscard]] std::vector<Position> positions_of(const GEOSGeometry* geometry) const;

private:
    [[nodiscard]] Owned ring(const Ring& positions) const;
    GEOSContextHandle_t handle_;
};

}  // namespace xiaoan::geo
