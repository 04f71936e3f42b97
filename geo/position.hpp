// geo/position.hpp: where a thing is, in degrees, with one type for each datum, and boxes of such degrees.
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>

namespace xiaoan::geo {

/// A place on CGCS2000 (GNSS positions on WGS 84 count as the same: they differ by decimetres at most).
/// Degrees, longitude first as everywhere: lon in [-180, 180] east, lat in [-90, 90] north.
struct Position {
    double lon = 0;
    double lat = 0;
    friend bool operator==(const Position&, const Position&) = default;
};

/// A place as published maps of mainland China show it (the "Mars" shift). Never drawn before conversion: datum.hpp.
struct Gcj02Position {
    double lon = 0;
    double lat = 0;
    friend bool operator==(const Gcj02Position&, const Gcj02Position&) = default;
};

/// A place as Baidu's maps show it: a second shift on top of GCJ-02.
struct Bd09Position {
    double lon = 0;
    double lat = 0;
    friend bool operator==(const Bd09Position&, const Bd09Position&) = default;
};

/// True for finite degrees within [-180, 180] and [-90, 90].
[[nodiscard]] inline bool is_valid(const Position& p) noexcept
{
    return std::abs(p.lon) <= 180 && std::abs(p.lat) <= 90;  // a NaN fails both
}

/// All positions from west to east and south to north, edges included. Never crosses the antimeridian.
/// A new one is empty and holds nothing.
struct Box {
    double west = std::numeric_limits<double>::infinity();
    double south = std::numeric_limits<double>::infinity();
    double east = -std::numeric_limits<double>::infinity();
    double north = -std::numeric_limits<double>::infinity();
    friend bool operator==(const Box&, const Box&) = default;

    [[nodiscard]] bool is_empty() const noexcept { return !(west <= east && south <= north); }
    [[nodiscard]] Position centre() const noexcept { return {(west + east) / 2, (south + north) / 2}; }

    [[nodiscard]] bool contains(const Position& p) const noexcept
    {
        return west <= p.lon && p.lon <= east && south <= p.lat && p.lat <= north;
    }
    [[nodiscard]] bool touches(const Box& other) const noexcept
    {
        return west <= other.east && other.west <= east && south <= other.north && other.south <= north;
    }

    /// Grows so that it holds `p` too.
    void add(const Position& p) noexcept
    {
        west = std::min(west, p.lon);
        south = std::min(south, p.lat);
        east = std::max(east, p.lon);
        north = std::max(north, p.lat);
    }
    /// Grows so that it holds `other` too.
    void add(const Box& other) noexcept
    {
        west = std::min(west, other.west);
        south = std::min(south, other.south);
        east = std::max(east, other.east);
        north = std::max(north, other.north);
    }
};

}  // namespace xiaoan::geo
