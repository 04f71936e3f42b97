// Draws an overlay over the map.
#pragma once

#include "console/map/overlay.hpp"
#include "console/shell/ui.hpp"

#include <optional>

namespace xiaoan::map {

/// A mark in the hand of the operator: where it is drawn meanwhile.
struct HeldMark {
    std::size_t mark = 0;
    geo::MapPosition at;
};

/// `at` is the upper left corner of the map on the screen.
void draw_overlay(const shell::Ui& ui, shell::Point at, const Overlay& overlay, const MapView& view,
                  const std::optional<HeldMark>& held);

}  // namespace xiaoan::map
