// geo/hilbert.hpp: places along the Hilbert curve, so that what lies close together is stored and asked close together.
//
// I. Kamel and C. Faloutsos, "On packing R-trees", CIKM 1993, 490-499.
#pragma once

#include "geo/position.hpp"

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace xiaoan::geo {

/// Place along the Hilbert curve of order 16, from cell coordinates of 16 bits each.
[[nodiscard]] inline std::uint32_t hilbert_place(std::uint32_t x, std::uint32_t y) noexcept
{
    std::uint32_t place = 0;
    for (std::uint32_t side = 1u << 15; side > 0; side >>= 1) {
        const std::uint32_t right = (x & side) != 0 ? 1 : 0;
        const std::uint32_t upper = (y & side) != 0 ? 1 : 0;
        place += side * side * ((3 * right) ^ upper);
        if (upper == 0) {
            if (right == 1) {
                x = 0xFFFF - x;
                y = 0xFFFF - y;
            }
            std::swap(x, y);
        }
    }
    return place;
}

/// The places in the list of all valid positions, in Hilbert order over the box that holds them; equal cells keep the
/// order of the list. Positions that are not valid (is_valid) are left out.
[[nodiscard]] std::vector<std::uint32_t> hilbert_order(std::span<const Position> positions);

}  // namespace xiaoan::geo
