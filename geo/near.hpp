// geo/near.hpp: which geometries lie within some metres of a place, of many places, or of a line, and which are
// nearest.
//
// Exact over the ellipsoid (docs/geometry.md): a geometry is found if and only if shore_distance() is at most the
// limit; distances are off by at most 1 um up to 10 km, and 0.01 mm beyond.
#pragma once

#include "geo/geometry.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace xiaoan::geo {

struct PackedShapes;

struct NearPair {
    std::uint32_t position = 0;  ///< place in the list of positions
    std::uint32_t geometry = 0;  ///< place in the list of geometries
    double distance_m = 0;
    bool inside = false;
    Position nearest;  ///< as in ShoreDistance
};

/// How a long search is watched and stopped, and by how many threads it is done. All may be left out. The answer is the
/// same whatever the number of threads.
struct NearControl {
    std::stop_token stop;
    /// Positions searched so far, after each hundred or so. Called from the calling thread alone.
    std::function<void(std::size_t done, std::size_t of)> progress;
    unsigned threads = 0;  ///< 0: one a core
};

/// Geometries made ready to be searched from many places. Copies what it needs of them (14 bytes a position).
/// Geometries that are empty or hold a position that is not valid are never found.
/// Any number of threads may search one.
class NearSearch {
public:
    /// Made on up to `threads` threads, 0 for one a core. Throws std::length_error for 2^32 positions or more.
    explicit NearSearch(std::span<const Geometry> geometries, unsigned threads = 0);
    NearSearch(NearSearch&&) noexcept;
    NearSearch& operator=(NearSearch&&) noexcept;
    ~NearSearch();

    /// Pairs of this one position, sorted by distance, then geometry; `position` of each is 0.
    /// None for a position that is not valid, or a limit that is negative or not a number.
    [[nodiscard]] std::vector<NearPair> from(const Position& position, double within_m) const;

    /// The first `count` of these. Quick where they are near, however large the limit.
    [[nodiscard]] std::vector<NearPair> nearest(const Position& position, std::size_t count, double within_m) const;

    /// Pairs of all, sorted by position, distance, geometry. Empty optional when stopped.
    [[nodiscard]] std::optional<std::vector<NearPair>> from_all(std::span<const Position> positions, double within_m,
                                                                const NearControl& control = {}) const;

    /// What lies within the limit of any place of the line, with the least distance: 0 and `inside` where the line
    /// enters or crosses. Sorted by distance, then geometry; `position` is the edge of the line, by the place of its
    /// begin. None for a line without positions, or one that is not valid. A line must be cut at the antimeridian.
    /// Distances are at most 0.1 mm too long (docs/geometry.md), up to 3 km and 60 degrees of latitude.
    [[nodiscard]] std::vector<NearPair> along(const Polyline& line, double within_m) const;

private:
    std::unique_ptr<const PackedShapes> shapes_;
};

/// Makes a NearSearch and asks it once.
[[nodiscard]] std::optional<std::vector<NearPair>> near_pairs(std::span<const Position> positions,
                                                              std::span<const Geometry> geometries, double within_m,
                                                              const NearControl& control = {});

}  // namespace xiaoan::geo
