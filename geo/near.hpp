// geo/near.hpp: every pair of a position and a geometry that lie within some metres of each other.
#pragma once

#include "geo/shore_distance.hpp"
#include "geo/spatial_index.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace xiaoan::geo {

struct NearPair {
    std::uint32_t position = 0;  ///< place in the list of positions
    std::uint32_t geometry = 0;  ///< place in the list of geometries
    double distance_m = 0;
    bool inside = false;
    Position nearest;  ///< as in ShoreDistance
};

/// How a long search is watched and stopped; both may be left out. Called from the searching thread.
struct NearControl {
    std::stop_token stop;
    std::function<void(std::size_t done, std::size_t of)> progress;  ///< positions searched, after each hundred
};

/// Geometries made ready to be searched from many places. Borrows them: they must outlive it unchanged.
/// Any number of threads may search one.
class NearSearch {
public:
    explicit NearSearch(std::span<const Geometry> geometries);

    /// Pairs of this one position, sorted by distance, then geometry; `position` of each is 0.
    /// None for a position that is not valid, or a limit that is negative or not a number.
    [[nodiscard]] std::vector<NearPair> from(const Position& position, double within_m) const;

    /// Pairs of all, sorted by position, distance, geometry. Empty optional when stopped.
    /// Exact: a pair is there if and only if shore_distance() is at most `within_m`.
    [[nodiscard]] std::optional<std::vector<NearPair>> from_all(std::span<const Position> positions, double within_m,
                                                                const NearControl& control = {}) const;

private:
    std::span<const Geometry> geometries_;
    SpatialIndex index_;
};

/// Makes a NearSearch and asks it once.
[[nodiscard]] std::optional<std::vector<NearPair>> near_pairs(std::span<const Position> positions,
                                                              std::span<const Geometry> geometries, double within_m,
                                                              const NearControl& control = {});

}  // namespace xiaoan::geo
