// geo/rounding.hpp: positions that were computed, as short numbers.
#pragma once

#include "geo/position.hpp"

#include <cmath>

namespace xiaoan::geo {

/// To nine places of a degree: 0.06 mm at most. What a change of datum or projection gives is not known any better, and
/// twelve digits pass unchanged through every format that keeps fifteen.
[[nodiscard]] inline Position rounded(const Position& p) noexcept
{
    constexpr double places = 1e9;
    return {std::round(p.lon * places) / places, std::round(p.lat * places) / places};
}

}  // namespace xiaoan::geo
