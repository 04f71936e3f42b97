#include "console/map/map_view.hpp"

namespace xiaoan::map {

MapBox map_from_box(const geo::Box& box) noexcept
{
    MapBox out;
    if (box.is_empty()) return out;
    out.add(geo::map_from_position({box.west, box.south}));
    out.add(geo::map_from_position({box.east, box.north}));
    return out;
}

ScreenPosition MapView::screen_from_position(const geo::Position& p) const noexcept
{
    return screen_from_map(geo::map_from_position(p));
}

geo::Position MapView::position_from_screen(const ScreenPosition& p) const noexcept
{
    return geo::position_from_map(map_from_screen(p));
}

MapBox MapView::box(double margin_px) const noexcept
{
    const double half_width = (width_px / 2 + margin_px) * map_m_per_px;
    const double half_height = (height_px / 2 + margin_px) * map_m_per_px;
    return {centre.x - half_width, centre.y - half_height, centre.x + half_width, centre.y + half_height};
}

double MapView::ground_m_per_px() const noexcept
{
    return map_m_per_px / geo::map_scale(geo::position_from_map(centre).lat);
}

MapView within(MapView view, const ViewLimits& limits) noexcept
{
    view.map_m_per_px = std::clamp(view.map_m_per_px, limits.nearest_m_per_px,
                                   std::max(limits.nearest_m_per_px, limits.farthest_m_per_px));
    if (limits.centres.is_empty()) return view;
    view.centre.x = std::clamp(view.centre.x, limits.centres.west, limits.centres.east);
    view.centre.y = std::clamp(view.centre.y, limits.centres.south, limits.centres.north);
    return view;
}

MapView panned(MapView view, double right_px, double down_px, const ViewLimits& limits) noexcept
{
    view.centre.x -= right_px * view.map_m_per_px;
    view.centre.y += down_px * view.map_m_per_px;
    return within(view, limits);
}

MapView zoomed(MapView view, double factor, const ScreenPosition& at, const ViewLimits& limits) noexcept
{
    if (!(factor > 0)) return view;
    const geo::MapPosition held = view.map_from_screen(at);
    view.map_m_per_px /= factor;
    view = within(view, limits);
    const geo::MapPosition now = view.map_from_screen(at);
    view.centre.x += held.x - now.x;
    view.centre.y += held.y - now.y;
    return within(view, limits);
}

MapView fitted(MapView view, const MapBox& box, const Margins& margins, const ViewLimits& limits) noexcept
{
    if (box.is_empty()) return view;
    const double width = std::max(1.0, view.width_px - margins.left - margins.right);
    const double height = std::max(1.0, view.height_px - margins.top - margins.bottom);
    view.map_m_per_px = std::max((box.east - box.west) / width, (box.north - box.south) / height);
    view.centre = box.centre();
    view = within(view, limits);
    // The free rectangle's middle, not the view's, is where the box is wanted.
    view.centre.x -= (margins.left - margins.right) / 2 * view.map_m_per_px;
    view.centre.y += (margins.top - margins.bottom) / 2 * view.map_m_per_px;
    return within(view, limits);
}

MapView revealed(MapView view, const MapBox& box, const Margins& margins, const ViewLimits& limits) noexcept
{
    if (box.is_empty()) return view;
    const ScreenPosition low = view.screen_from_map({box.west, box.north});
    const ScreenPosition high = view.screen_from_map({box.east, box.south});
    const double right_edge = view.width_px - margins.right, lower_edge = view.height_px - margins.bottom;
    if (high.x - low.x > right_edge - margins.left || high.y - low.y > lower_edge - margins.top)
        return fitted(view, box, margins, limits);
    const auto shift = [](double from, double to, double least, double most) {
        return from < least ? least - from : to > most ? most - to : 0.0;
    };
    return panned(view, shift(low.x, high.x, margins.left, right_edge), shift(low.y, high.y, margins.top, lower_edge),
                  limits);
}

MapView resized(MapView view, double width_px, double height_px) noexcept
{
    view.width_px = std::max(1.0, width_px);
    view.height_px = std::max(1.0, height_px);
    return view;
}

ViewLimits limits_for(const MapBox& region, double width_px, double height_px) noexcept
{
    ViewLimits limits;
    if (region.is_empty()) return limits;
    const double whole = std::max((region.east - region.west) / std::max(1.0, width_px),
                                  (region.north - region.south) / std::max(1.0, height_px));
    limits.farthest_m_per_px = std::max(4 * whole, limits.nearest_m_per_px);
    limits.centres = region;
    return limits;
}

}  // namespace xiaoan::map
