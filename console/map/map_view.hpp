// What part of the map stands where on the screen: centre, scale and size, and the ways in which a hand moves them.
#pragma once

#include "geo/map_plane.hpp"
#include "geo/position.hpp"

#include <algorithm>
#include <limits>

namespace xiaoan::map {

/// A place in the map's region of the window: physical pixels from its upper left corner, y downwards.
struct ScreenPosition {
    double x = 0;
    double y = 0;
    friend bool operator==(const ScreenPosition&, const ScreenPosition&) = default;
};

/// A rectangle on the map plane, in map metres. A new one is empty and holds nothing.
struct MapBox {
    double west = std::numeric_limits<double>::infinity();
    double south = std::numeric_limits<double>::infinity();
    double east = -std::numeric_limits<double>::infinity();
    double north = -std::numeric_limits<double>::infinity();
    friend bool operator==(const MapBox&, const MapBox&) = default;

    [[nodiscard]] bool is_empty() const noexcept { return !(west <= east && south <= north); }
    [[nodiscard]] geo::MapPosition centre() const noexcept { return {(west + east) / 2, (south + north) / 2}; }
    [[nodiscard]] bool touches(const MapBox& other) const noexcept
    {
        return west <= other.east && other.west <= east && south <= other.north && other.south <= north;
    }
    [[nodiscard]] bool contains(const geo::MapPosition& p) const noexcept
    {
        return west <= p.x && p.x <= east && south <= p.y && p.y <= north;
    }
    void add(const geo::MapPosition& p) noexcept
    {
        west = std::min(west, p.x);
        south = std::min(south, p.y);
        east = std::max(east, p.x);
        north = std::max(north, p.y);
    }
    void add(const MapBox& other) noexcept
    {
        west = std::min(west, other.west);
        south = std::min(south, other.south);
        east = std::max(east, other.east);
        north = std::max(north, other.north);
    }
    /// The same with `by_m` map metres more on each side.
    [[nodiscard]] MapBox grown(double by_m) const noexcept
    {
        return {west - by_m, south - by_m, east + by_m, north + by_m};
    }
};

/// The map box of a box of degrees: the corners decide, since both axes keep their order.
[[nodiscard]] MapBox map_from_box(const geo::Box& box) noexcept;

/// North is up. `map_m_per_px` is in map metres; ground_m_per_px() says what a pixel is on the ground.
struct MapView {
    geo::MapPosition centre;
    double map_m_per_px = 200;
    double width_px = 1;
    double height_px = 1;
    friend bool operator==(const MapView&, const MapView&) = default;

    [[nodiscard]] ScreenPosition screen_from_map(const geo::MapPosition& p) const noexcept
    {
        return {width_px / 2 + (p.x - centre.x) / map_m_per_px, height_px / 2 - (p.y - centre.y) / map_m_per_px};
    }
    [[nodiscard]] geo::MapPosition map_from_screen(const ScreenPosition& p) const noexcept
    {
        return {centre.x + (p.x - width_px / 2) * map_m_per_px, centre.y - (p.y - height_px / 2) * map_m_per_px};
    }
    [[nodiscard]] ScreenPosition screen_from_position(const geo::Position& p) const noexcept;
    [[nodiscard]] geo::Position position_from_screen(const ScreenPosition& p) const noexcept;

    /// What is in sight, and `margin_px` around it.
    [[nodiscard]] MapBox box(double margin_px = 0) const noexcept;
    /// Metres on the ground that a pixel spans at the centre of the view.
    [[nodiscard]] double ground_m_per_px() const noexcept;
};

/// How far a view may go: nearer than `nearest` or farther than `farthest` (map metres a pixel) it does not zoom, and
/// its centre stays within `centres`.
struct ViewLimits {
    double nearest_m_per_px = 0.3;
    double farthest_m_per_px = 2000;
    MapBox centres{-2.1e7, -2.1e7, 2.1e7, 2.1e7};
};

/// Pixels to keep free between the edge of the view and the box that is fitted into it.
struct Margins {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
};

[[nodiscard]] MapView within(MapView view, const ViewLimits& limits) noexcept;
/// Moves the picture by so many pixels to the right and down, as a hand drags it.
[[nodiscard]] MapView panned(MapView view, double right_px, double down_px, const ViewLimits& limits) noexcept;
/// Magnifies by `factor` (above 1: nearer); what lies at `at` stays there unless a limit of the centre is met.
[[nodiscard]] MapView zoomed(MapView view, double factor, const ScreenPosition& at, const ViewLimits& limits) noexcept;
/// The nearest view of this size that shows all of `box` inside the margins. An empty box leaves the view as it is.
[[nodiscard]] MapView fitted(MapView view, const MapBox& box, const Margins& margins,
                             const ViewLimits& limits) noexcept;
/// Moves no farther than it must to show all of `box` inside the margins, at the same scale; fitted() where the box is
/// larger than that room. A box in sight, or empty, leaves the view as it is.
[[nodiscard]] MapView revealed(MapView view, const MapBox& box, const Margins& margins,
                               const ViewLimits& limits) noexcept;
/// The same place and scale in a region of another size.
[[nodiscard]] MapView resized(MapView view, double width_px, double height_px) noexcept;
/// Limits for a region: from a room's width a pixel to the whole region in a quarter of the view.
[[nodiscard]] ViewLimits limits_for(const MapBox& region, double width_px, double height_px) noexcept;

}  // namespace xiaoan::map
