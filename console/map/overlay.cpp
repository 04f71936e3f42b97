#include "console/map/overlay.hpp"

#include <cmath>

namespace xiaoan::map {

std::optional<std::size_t> mark_at(const Overlay& overlay, const MapView& view, const ScreenPosition& at, double scale,
                                   double reach_px)
{
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < overlay.marks.size(); ++i) {
        const OverlayMark& mark = overlay.marks[i];
        const ScreenPosition middle = view.screen_from_map(mark.at);
        const auto radius = static_cast<double>(mark.label.empty() ? overlay_dot_px : overlay_mark_px) * scale;
        if (std::hypot(at.x - middle.x, at.y - middle.y) > radius + reach_px) continue;
        if (!found || mark.chosen || !overlay.marks[*found].chosen) found = i;
    }
    return found;
}

MapBox box_of(const Overlay& overlay)
{
    MapBox box;
    for (const OverlayMark& mark : overlay.marks) box.add(mark.at);
    for (const OverlayLine& line : overlay.lines)
        for (const geo::MapPosition& point : line.points) box.add(point);
    return box;
}

}  // namespace xiaoan::map
