// geo/box_tree.hpp: finds which of many boxes may lie within reach of a place: a packed R-tree of 16 children a node.
//
// Coordinates are grid units (geo/grid.hpp) in single precision. Who makes a box rounds outwards (float_below,
// float_above), so the boxes are never too small.
#pragma once

#include "geo/lanes.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace xiaoan::geo {

/// The largest single-precision number not above `value`, and the smallest not below it.
[[nodiscard]] inline float float_below(double value) noexcept
{
    const auto near = static_cast<float>(value);
    return near > value ? std::nextafter(near, -std::numeric_limits<float>::max()) : near;
}
[[nodiscard]] inline float float_above(double value) noexcept
{
    const auto near = static_cast<float>(value);
    return near < value ? std::nextafter(near, std::numeric_limits<float>::max()) : near;
}

/// A box that holds nothing until something is added: so far away that no reach gets there.
struct GridBox {
    float west = 1e18F;
    float south = 1e18F;
    float east = -1e18F;
    float north = -1e18F;

    void add(const GridBox& other) noexcept
    {
        west = west < other.west ? west : other.west;
        south = south < other.south ? south : other.south;
        east = east > other.east ? east : other.east;
        north = north > other.north ? north : other.north;
    }
};

/// A place, or a box of places, with a lower bound of distances from it: metres a unit, never too long (reach.hpp).
struct GridReach {
    float west, east;    // longitudes, rounded down and up
    float south, north;  // latitudes
    float lon_m, lat_m;  // metres a unit
    float square_m2;     // of the radius, rounded up

    /// A lower bound of the square of the distance to anything in the box; 0 for one that holds the place.
    [[nodiscard, gnu::always_inline]] Floats squares_to(const Floats& box_west, const Floats& box_south,
                                                        const Floats& box_east, const Floats& box_north) const noexcept
    {
        const Floats x = larger(larger(box_west - east, west - box_east), Floats{}) * lon_m;
        const Floats y = larger(larger(box_south - north, south - box_north), Floats{}) * lat_m;
        return x * x + y * y;
    }
};

/// Built once, never changed; any number of threads may ask it. Items are named by their place in the list given,
/// which should be in Hilbert order: 16 neighbours in the list become one node.
class BoxTree {
public:
    BoxTree() = default;
    explicit BoxTree(std::span<const GridBox> boxes);

    [[nodiscard]] std::size_t size() const noexcept { return size_; }

    /// What find() has found, and room for its work; to be used again and again. Both lists are ascending.
    struct Found {
        std::vector<std::uint32_t> near;    ///< items whose box may lie within the reach
        std::vector<std::uint32_t> around;  ///< those of them whose box may hold the place itself
        std::vector<std::uint32_t> below;
    };

    /// Every item whose box may lie within the reach: the lower bound of its distance is not above the radius.
    /// The radius must be finite.
    void find(const GridReach& reach, Found& found) const;

private:
    static constexpr std::size_t node_size = 16;
    struct Node {
        std::array<float, node_size> west, south, east, north;
    };
    static std::vector<Node> nodes_of(std::span<const GridBox> boxes);

    std::size_t size_ = 0;
    std::vector<std::vector<Node>> levels_;  // 0: the items' boxes, 16 a node; last: one node
};

}  // namespace xiaoan::geo
