// geo/geometry.hpp: the shapes of things: points, lines and polygons with holes, alone or many together.
#pragma once

#include "geo/position.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace xiaoan::geo {

/// A line through its points. An edge is the straight line in longitude and latitude (RFC 7946, 3.1.1).
struct Polyline {
    std::vector<Position> points;
    friend bool operator==(const Polyline&, const Polyline&) = default;
};

/// A closed line. The last position should repeat the first; where it does not, the closing edge is understood.
using Ring = std::vector<Position>;

/// An area: the first ring bounds it, the others are holes. What lies inside is told by even-odd over all rings,
/// so the direction of a ring does not matter. Without rings it is empty.
struct Polygon {
    std::vector<Ring> rings;
    friend bool operator==(const Polygon&, const Polygon&) = default;

    [[nodiscard]] bool is_empty() const noexcept { return rings.empty(); }
    [[nodiscard]] std::span<const Position> outer() const noexcept
    {
        return rings.empty() ? std::span<const Position>{} : std::span<const Position>{rings.front()};
    }
    [[nodiscard]] std::span<const Ring> holes() const noexcept
    {
        return rings.empty() ? std::span<const Ring>{} : std::span<const Ring>{rings}.subspan(1);
    }
};

/// Any of the shapes a record may have; the multi kinds and collections are simply several parts.
/// Without parts it is empty: a record without geometry.
struct Geometry {
    std::vector<Position> points;
    std::vector<Polyline> lines;
    std::vector<Polygon> polygons;
    friend bool operator==(const Geometry&, const Geometry&) = default;

    [[nodiscard]] bool is_empty() const noexcept { return points.empty() && lines.empty() && polygons.empty(); }
};

[[nodiscard]] Geometry geometry_of(const Position& point);
[[nodiscard]] Geometry geometry_of(Polyline line);
[[nodiscard]] Geometry geometry_of(Polygon polygon);

/// The smallest box around all positions; the empty box for an empty geometry.
[[nodiscard]] Box bounding_box(std::span<const Position> positions) noexcept;
[[nodiscard]] Box bounding_box(const Polygon& polygon) noexcept;
[[nodiscard]] Box bounding_box(const Geometry& geometry) noexcept;

/// How many positions all parts have together.
[[nodiscard]] std::size_t position_count(const Geometry& geometry) noexcept;

/// Empty when every position is finite, in degrees, and every line and ring has at least two and four positions
/// (three if the ring is left open); else the first thing that is wrong, in words.
[[nodiscard]] std::optional<std::string_view> fault_of(const Geometry& geometry) noexcept;

}  // namespace xiaoan::geo
