// When a bus on a route passes the places along it.
#pragma once

#include "data/register/snapshot.hpp"
#include "geo/geometry.hpp"

#include <optional>
#include <span>
#include <vector>

namespace xiaoan::checks {

/// Where one time alone is known of a route, the bus is taken to drive so fast (a habit; D617 35 allows 60).
inline constexpr double assumed_kmh = 30;

struct TimedPlace {
    double along_m = 0;
    double minute = 0;  // after midnight
};

/// A route's line in the direction of travel, and when it is passed.
struct TimedRoute {
    geo::Polyline line;
    std::vector<TimedPlace> known;  // at least one; along_m and minute ascending

    /// Between known times in proportion to the way; beyond them as fast as between the nearest two.
    [[nodiscard]] double minute_at(double along_m) const;
};

enum class NoTimes : std::uint8_t { no_place, no_time };

struct RouteTimes {
    std::optional<TimedRoute> timed;
    NoTimes why{};  // where there is none
};

/// The line is the route's geometry, else through its stops; it is turned round where the stops' order says so. Times
/// are those of the stops, else of the route's begin and end; a run that departs at another time is moved as a whole.
/// A stop whose time goes back, or that lies behind the one before it, is passed over.
[[nodiscard]] RouteTimes route_times(const data::Route* route, std::span<const data::Stop* const> stops,
                                     data::TimeOfDay departs_at);

}  // namespace xiaoan::checks
