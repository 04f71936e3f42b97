// What lies around each water: the nearest school or stop, pupils, and whether it is on a way to school.
#pragma once

#include "console/water/exposure.hpp"
#include "console/water/risk_score.hpp"

#include <vector>

namespace xiaoan::water {

/// A school within reach of a water.
struct SchoolNear {
    const data::School* school = nullptr;
    double distance_m = 0;
    geo::Position nearest{};  // the place of the water that is nearest to it
};

struct WaterNeighbours {
    Surroundings around;
    std::vector<SchoolNear> schools;  // within the habit near_reach_m, by distance, then code
};

/// One a water of `places`, in its order; the habits say how far is looked. A water that no recorded stop or route is
/// near to is known not to be on the way only where a way of every school within near_reach_m is recorded, and there is
/// such a school: else nobody knows how its pupils come.
[[nodiscard]] std::vector<WaterNeighbours> neighbours_of_waters(const WaterPlaces& places, const Habits& habits);

}  // namespace xiaoan::water
