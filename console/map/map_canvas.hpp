// Draws what lies over the base map: routes, symbols, distances and names. The window and the picture share it.
#pragma once

#include "console/map/drawing.hpp"
#include "console/map/labels.hpp"
#include "console/map/map_colours.hpp"
#include "console/map/proposed.hpp"
#include "console/shell/ui.hpp"

namespace xiaoan::map {

[[nodiscard]] constexpr shell::Color packed(Colour colour)
{
    return static_cast<shell::Color>(colour.a) << 24U | static_cast<shell::Color>(colour.b) << 16U |
           static_cast<shell::Color>(colour.g) << 8U | static_cast<shell::Color>(colour.r);
}

/// The colours that go with the window's theme.
[[nodiscard]] const MapColours& colours_for(const shell::Theme& theme);

/// `at` is the upper left corner of the map on the screen, on whole pixels.
void draw_things(const shell::Ui& ui, shell::Point at, const Drawing& drawing, const MapColours& colours);
/// Shores and marks of proposed waters, apart from those of the ledger: violet, and a ring round the mark.
void draw_proposed(const shell::Ui& ui, shell::Point at, std::span<const DrawnProposed> waters,
                   const MapColours& colours);
/// The names, moved by as much as the view was moved since they were placed.
void draw_labels(const shell::Ui& ui, shell::Point at, const Labels& labels, const MapView& view,
                 const MapColours& colours);

/// Measures with the fonts that draw_labels() uses. Valid as long as `ui`.
[[nodiscard]] MeasureLabel measure_with(const shell::Ui& ui);

/// Symbol of a state as the legend and the map show it; `size` 1 as in text. A bus that is not in service has a dot.
void state_symbol(const shell::Ui& ui, shell::Point middle, rules::BusState state, const MapColours& colours,
                  float size);

}  // namespace xiaoan::map
