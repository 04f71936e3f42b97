// Marks of buses that would lie over each other, gathered into one: the gravest stays, the others are counted.
#pragma once

#include "console/rules/judge.hpp"
#include "geo/map_plane.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace xiaoan::map {

/// A bus to be marked.
struct MarkedBus {
    geo::MapPosition at;
    rules::BusState state{};
    std::uint32_t bus = 0;
};

/// One symbol for one or more buses; it stands where the first of its gravest state stands.
struct Mark {
    geo::MapPosition at;
    rules::BusState state{};
    std::uint32_t bus = 0;                    // the first of that state
    std::array<std::uint32_t, 6> buses_in{};  // how many it stands for, by value of BusState

    [[nodiscard]] std::uint32_t count() const { return buses_in[static_cast<std::size_t>(state)]; }
    [[nodiscard]] std::uint32_t total() const;
};

/// Buses within `reach_m` (map metres) of a mark of their own or a graver state join it, the nearest such; others
/// begin a mark of their own. The gravest come first, then the order of the list, so the result does not depend on
/// what part of the map is in sight. Sorted by gravity.
[[nodiscard]] std::vector<Mark> gathered(std::span<const MarkedBus> buses, double reach_m);

}  // namespace xiaoan::map
