// What lies around each water: the nearest school or stop, pupils, and whether it is on a way to school.
#pragma once

#include "console/water/exposure.hpp"
#include "console/water/risk_score.hpp"

#include <vector>

namespace xiaoan::water {

/// How far a school or stop may be to count as the nearest.
inline constexpr double neighbour_reach_m = 3000;
inline constexpr double pupils_reach_m = 1000;  // pupils of schools within it are exposed
inline constexpr double stop_reach_m = 200;     // on the way to school: a stop within it,
inline constexpr double route_reach_m = 50;     // or a route within it

/// A school within reach of a water.
struct SchoolNear {
    const data::School* school = nullptr;
    double distance_m = 0;
    geo::Position nearest{};  // the place of the water that is nearest to it
};

struct WaterNeighbours {
    Surroundings around;
    std::vector<SchoolNear> schools;  // within neighbour_reach_m, by distance, then code
};

/// One a water of `places`, in its order. A water without ways recorded in its county is of unknown "on the way".
[[nodiscard]] std::vector<WaterNeighbours> neighbours_of_waters(const WaterPlaces& places);

}  // namespace xiaoan::water
