// geo/grid.hpp: positions as whole ten-millionths of a degree and what is left over: half the memory, nothing lost.
//
// Seven decimals (11 mm) are what RFC 7946 holds for enough and OpenStreetMap keeps, so mostly nothing is left over.
#pragma once

#include "geo/position.hpp"

#include <cmath>
#include <cstdint>

namespace xiaoan::geo {

inline constexpr double grid_per_degree = 1e7;

/// Units of 1e-7 degree; what no unit makes up is kept beside it as a GridRest.
struct GridCell {
    std::int32_t x, y;
};

/// Degrees.
struct GridRest {
    float x, y;
    [[nodiscard]] bool is_nothing() const noexcept { return x == 0 && y == 0; }
};

/// For valid positions (is_valid).
[[nodiscard]] inline GridCell cell_from_position(const Position& p) noexcept
{
    const auto nearest = [](double degrees) {
        const double units = degrees * grid_per_degree;
        return static_cast<std::int32_t>(units < 0 ? units - 0.5 : units + 0.5);
    };
    return {nearest(p.lon), nearest(p.lat)};
}
[[nodiscard]] inline GridRest grid_rest(const Position& p, const GridCell& grid) noexcept
{
    return {static_cast<float>(p.lon - grid.x / grid_per_degree), static_cast<float>(p.lat - grid.y / grid_per_degree)};
}

/// The position again: to the bit where it has seven decimals or lies more than 16 degrees from 0, else to 1e-15
/// degree.
[[nodiscard]] inline Position position_from_cell(const GridCell& grid, const GridRest& rest) noexcept
{
    return {grid.x / grid_per_degree + static_cast<double>(rest.x),
            grid.y / grid_per_degree + static_cast<double>(rest.y)};
}

}  // namespace xiaoan::geo
