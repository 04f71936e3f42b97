// The ways that pupils go to school, as the register knows them: school buses' stops and routes.
#pragma once

#include "data/register/snapshot.hpp"
#include "geo/geometry.hpp"

#include <string_view>
#include <vector>

namespace xiaoan::water {

struct WaysToSchool {
    std::vector<geo::Position> stops;       // that have a position
    std::vector<geo::Polyline> lines;       // of routes: their geometry, else through their stops
    std::vector<std::string_view> schools;  // codes of those that such a route leads to, ascending

    /// Whether a way to this school is recorded with a place.
    [[nodiscard]] bool known_of(std::string_view school) const;
};

/// A route's geometry that cannot be read counts as not given. Lives as long as the snapshot.
[[nodiscard]] WaysToSchool ways_to_school(const data::Snapshot& snapshot);

}  // namespace xiaoan::water
