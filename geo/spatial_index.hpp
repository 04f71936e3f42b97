// geo/spatial_index.hpp: finds which of many boxes touch a box: a packed R-tree in Hilbert order.
#pragma once

#include "geo/position.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace xiaoan::geo {

/// Built once, never changed; any number of threads may ask it. Items are named by their place in the list given.
/// Method: I. Kamel and C. Faloutsos, "On packing R-trees", CIKM 1993, 490-499.
class SpatialIndex {
public:
    SpatialIndex() = default;

    /// Empty boxes and boxes that hold a NaN are left out: nothing finds them.
    explicit SpatialIndex(std::span<const Box> boxes);

    /// Appends every item whose box touches `box`, edges included, in an order of no meaning.
    void find(const Box& box, std::vector<std::uint32_t>& found) const;

    /// The same as a new list, ascending.
    [[nodiscard]] std::vector<std::uint32_t> find(const Box& box) const;

    [[nodiscard]] std::size_t size() const noexcept { return items_.size(); }

private:
    static constexpr std::size_t node_size = 16;

    std::vector<std::uint32_t> items_;      // in Hilbert order
    std::vector<std::vector<Box>> levels_;  // 0: one box an item; above: one a node of 16; last: 16 or fewer
};

}  // namespace xiaoan::geo
