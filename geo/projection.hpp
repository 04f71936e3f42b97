// geo/projection.hpp: plane coordinates of a named reference system (PROJ, EPSG), such as Gauss-Krüger on CGCS2000.
#pragma once

#include "geo/position.hpp"

#include <expected>
#include <memory>
#include <optional>
#include <string>

namespace xiaoan::geo {

/// Metres on the plane of a projection. Easting first, although the systems of China name northing first.
struct GridPosition {
    double easting_m = 0;
    double northing_m = 0;
    friend bool operator==(const GridPosition&, const GridPosition&) = default;
};

/// One projection with a PROJ context of its own. Belongs to one thread at a time; each thread makes its own.
/// Reads proj.db once, when made (some 60 ms), and never the network.
class Projection {
public:
    /// From CGCS2000 (EPSG:4490) to the system `epsg`, for instance 4550: CGCS2000 / 3-degree Gauss-Krüger CM 123E.
    /// An error says why: an unknown code, or proj.db not found.
    [[nodiscard]] static std::expected<Projection, std::string> to_epsg(int epsg);

    /// Empty where the projection is not defined or the position is not valid. Error against the published series:
    /// below 1 mm within the zone.
    [[nodiscard]] std::optional<GridPosition> grid_from_position(const Position& p) const;
    [[nodiscard]] std::optional<Position> position_from_grid(const GridPosition& p) const;

private:
    struct Owned;
    struct Release {
        void operator()(Owned* owned) const noexcept;
    };
    explicit Projection(std::unique_ptr<Owned, Release> owned) noexcept;
    std::unique_ptr<Owned, Release> owned_;
};

}  // namespace xiaoan::geo
