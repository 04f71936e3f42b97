// The ways that pupils go to school, as the register knows them: school buses' stops and routes.
#pragma once

#include "data/register/snapshot.hpp"
#include "geo/geometry.hpp"

#include <vector>

namespace xiaoan::water {

struct WaysToSchool {
    std::vector<geo::Position> stops;  // that have a position
    std::vector<geo::Polyline> lines;  // of routes: their geometry, else through their stops
    /// Counties whose routes or stops have a place; a route without a county counts for every county.
    std::vector<data::Adcode> counties;
    bool of_every_county = false;

    /// Whether ways are recorded where this county's waters lie; of a water without a county, anywhere.
    [[nodiscard]] bool known_in(data::Adcode county) const;
};

/// A route's geometry that cannot be read counts as not given.
[[nodiscard]] WaysToSchool ways_to_school(const data::Snapshot& snapshot);

}  // namespace xiaoan::water
