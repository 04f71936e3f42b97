// geo/edge_screen.hpp: of many shapes around a place, the few edges that can be the nearest: single precision, a bound
// of its error (docs/geometry.md), and no geodesic.
#pragma once

#include "geo/local_distance.hpp"
#include "geo/packed_shapes.hpp"

#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

namespace xiaoan::geo {

/// The largest radius2 * curvature of LocalDistance, radius and longest edge together, for which the bound holds.
inline constexpr double screened_size2 = 1e-3;

/// The plane about a place in which edges are screened, and how far off a distance in it can be.
struct ScreenPlane {
    /// Of all edges at most `within_m` away and such that (within_m + length)2 * curvature <= screened_size2.
    ScreenPlane(const LocalDistance& local, const Position& place, double within_m, bool has_rests);

    [[nodiscard]] float edge_error_m(float longest_edge_m) const noexcept
    {
        return longest_edge_m * (longest_edge_m * error_per_m2 + error_per_m) + error_m;
    }
    /// The largest square of an edge that can be nearer than one with the square given.
    [[nodiscard]] float widened(float square, float edge_error) const noexcept
    {
        const float m = std::sqrt(square);
        const float most_m = m + 2.01F * (m * error_part + edge_error);
        return most_m * most_m;
    }

    std::uint32_t x, y;           ///< the place, rounded down; modulo 2^32, so that it may lie beyond +-180 degrees
    float part_x, part_y;         ///< what is left over, in [0, 1)
    float east, east_n, east_nn;  ///< as in LocalPlane, for grid units
    float north, north_n;
    float error_part;    ///< of the distance
    float error_per_m;   ///< of the edge's length
    float error_per_m2;  ///< of its square: the edge's bow in the plane
    float error_m;       ///< what is left over of positions
    float within_m;
};

class EdgeScreen {
public:
    struct Slot {
        std::uint32_t shape;
        std::uint32_t end;  ///< its edges end before this place in edges()
    };

    /// Looks at the shapes asked for. Each that may be within the plane's within_m gets a slot, with all its edges that
    /// can be the nearest.
    void run(const PackedShapes& shapes, std::span<const std::uint32_t> asked, const ScreenPlane& plane,
             const GridReach& reach);

    [[nodiscard]] std::span<const Slot> slots() const { return slots_; }
    /// By the place of their begin in PackedShapes::positions.
    [[nodiscard]] std::span<const std::uint32_t> edges() const { return {edges_.data(), edge_count_}; }

private:
    // Shapes are taken some at a time and step by step, so that the memory of one is on its way while others are
    // computed.
    static constexpr std::size_t at_once = 32;

    struct Work {
        std::uint32_t shape;
        std::uint32_t first;                 // the chunk looked at first, of the least bound
        std::uint32_t bounds_begin, bounds;  // in bounds_; none for a shape of one chunk
        std::uint32_t more_begin, more_end;  // in more_
        float edge_error, best, limit;       // best and limit are squares
    };
    /// A further chunk that may hold a nearer edge.
    struct More {
        std::uint32_t chunk;
        float bound, least;
    };

    bool begin(const PackedShapes& shapes, std::uint32_t shape, const GridReach& reach, Work& work);
    void look_first(const PackedShapes& shapes, const ScreenPlane& plane, const GridReach& reach, Work& work,
                    float* squares);
    void look_further(const PackedShapes& shapes, const ScreenPlane& plane, Work& work);
    void collect(const PackedShapes& shapes, std::uint32_t chunk_at, const float* squares, float limit);

    std::vector<Slot> slots_;
    std::vector<std::uint32_t> edges_;
    std::size_t edge_count_ = 0;
    std::vector<float> bounds_, squares_;
    std::uint32_t bound_count_ = 0;
    std::vector<More> more_;
};

}  // namespace xiaoan::geo
