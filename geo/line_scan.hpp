// geo/line_scan.hpp: the shapes within some metres of a line: waters along the route of a school bus.
#pragma once

#include "geo/near_scan.hpp"

#include <cstdint>
#include <vector>

namespace xiaoan::geo {

struct NearLine {
    Nearby found;
    std::uint32_t edge = 0;  ///< of the line, the first that is nearest; by the place of its begin
};

/// As NearSearch::along().
[[nodiscard]] std::vector<NearLine> near_line(const PackedShapes& shapes, const Polyline& line, double within_m);

}  // namespace xiaoan::geo
