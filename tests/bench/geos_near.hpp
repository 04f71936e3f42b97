// tests/bench/geos_near.hpp: the peer of geo/near.hpp: the same question to GEOS, on the plane of EPSG:4550.
#pragma once

#include "geo/geometry.hpp"

#include <cstddef>
#include <memory>
#include <span>

namespace xiaoan::bench {

/// STRtree and prepared geometries, as its makers recommend. Of geometries with one line or one polygon each.
class GeosNear {
public:
    explicit GeosNear(std::span<const geo::Geometry> geometries);
    GeosNear(const GeosNear&) = delete;
    GeosNear& operator=(const GeosNear&) = delete;
    ~GeosNear();

    /// How many pairs are within the limit on the plane. Shapes are prepared at their first use.
    [[nodiscard]] std::size_t count_pairs(std::span<const geo::Position> positions, double within_m);

private:
    struct Owned;
    std::unique_ptr<Owned> owned_;
};

}  // namespace xiaoan::bench
