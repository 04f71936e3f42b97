// geo/corridor.hpp: whether places lie within some metres of a line, for millions of places: a bus on its route.
#pragma once

#include "geo/ellipsoid.hpp"
#include "geo/geometry.hpp"

#include <cstdint>
#include <vector>

namespace xiaoan::geo {

/// The length of a degree at all latitudes of a small area, by a parabola through three of them: relative error below
/// 1e-6 for a band of two degrees up to 70 degrees of latitude.
class DegreeBand {
public:
    DegreeBand(double south, double north) noexcept;
    [[nodiscard]] DegreeLength at(double lat_deg) const noexcept
    {
        const double n = lat_deg - middle_;
        return {lon_[0] + n * (lon_[1] + n * lon_[2]), lat_[0] + n * (lat_[1] + n * lat_[2])};
    }

private:
    double middle_ = 0;
    double lon_[3]{}, lat_[3]{};
};

/// All places within `reach_m` of a line. A place is compared with the line in the plane of degrees with the lengths of
/// a degree at its own latitude: off by less than reach² tan(lat) / 6e6 m (0.02 m for 300 m at 50 degrees).
/// The line must be cut at the antimeridian. Any number of threads may ask one corridor.
class Corridor {
public:
    /// A line without positions holds nothing; reach is held between 1 m and 10 km.
    Corridor(const Polyline& line, double reach_m);

    /// Whether `p` lies within reach. `hint` is the edge that held the place asked before, any number at first: what is
    /// asked along the line is answered by it mostly.
    [[nodiscard]] bool holds(const Position& p, std::uint32_t& hint) const noexcept;

    [[nodiscard]] double reach_m() const noexcept { return reach_m_; }
    [[nodiscard]] const DegreeBand& degrees() const noexcept { return degrees_; }
    [[nodiscard]] const Polyline& line() const noexcept { return line_; }

private:
    [[nodiscard]] bool edge_holds(std::uint32_t edge, const Position& p, const DegreeLength& degree) const noexcept;
    void sort_into_cells(double south, double north);

    Polyline line_;
    double reach_m_;
    DegreeBand degrees_;
    Box box_;  // of all places that can be held
    double cell_lon_ = 1, cell_lat_ = 1;
    std::uint32_t columns_ = 0, rows_ = 0;
    std::vector<std::uint32_t> first_;  // one a cell and one more: where its edges begin
    std::vector<std::uint32_t> edges_;  // by the place of their begin
};

}  // namespace xiaoan::geo
