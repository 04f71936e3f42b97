// What a page lays over the map for a while: numbered marks and the lines between them. Values alone.
#pragma once

#include "console/map/map_view.hpp"
#include "console/shell/color.hpp"
#include "geo/map_plane.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace xiaoan::map {

struct OverlayMark {
    geo::MapPosition at;
    std::string label;  // in it; a mark without one is a small dot
    shell::Color ground{};
    bool chosen = false;
    std::string words{};  // said where the pointer rests; may be empty
};

struct OverlayLine {
    std::vector<geo::MapPosition> points;
    shell::Color color{};
    bool chosen = false;
};

struct Overlay {
    std::vector<OverlayLine> lines;
    std::vector<OverlayMark> marks;  // drawn in this order, the chosen ones last
    bool movable = false;            // a mark can be dragged to another place
};

/// Radius of a mark in design pixels: with a label, and without.
inline constexpr float overlay_mark_px = 11, overlay_dot_px = 5;

/// The mark under a place of the screen, the chosen one first, then the last drawn; `reach_px` is added to its radius.
/// `scale` is physical pixels a design pixel.
[[nodiscard]] std::optional<std::size_t> mark_at(const Overlay& overlay, const MapView& view, const ScreenPosition& at,
                                                 double scale, double reach_px);

/// All marks and lines; empty where there is none.
[[nodiscard]] MapBox box_of(const Overlay& overlay);

}  // namespace xiaoan::map
