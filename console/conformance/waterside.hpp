// Where a line runs beside waters.
#pragma once

#include "geo/geometry.hpp"
#include "geo/near.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace xiaoan::conformance {

/// regulations.md section 8, ROUTE-WATERSIDE: so near, for longer than so much.
inline constexpr double waterside_reach_m = 20;
inline constexpr double waterside_length_m = 50;
/// A line that crosses a water is on a bridge or a ford there, and so far before and behind it: a road that meets a
/// water at 24 degrees or more is then farther from it than the reach.
inline constexpr double crossing_m = 50;

struct Beside {
    std::size_t water = 0;  // place in the list of geometries
    double along_m = 0;     // of the line, where the stretch begins
    double length_m = 0;
};

/// The stretches of a line that lie within 20 m of a water for more than 50 m, without what is near a crossing; by
/// water, then along the line. The line is looked at every 2 m: lengths are right to some 4 m. `search` holds the same
/// geometries.
[[nodiscard]] std::vector<Beside> beside_waters(const geo::Polyline& line, const geo::NearSearch& search,
                                                std::span<const geo::Geometry> waters);

/// The longest stretch of a line that lies farther than `off_m` from another, in metres; looked at every 20 m.
[[nodiscard]] double longest_off_m(const geo::Polyline& line, const geo::Polyline& from, double off_m);

}  // namespace xiaoan::conformance
