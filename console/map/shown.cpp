#include "console/map/drawing.hpp"

#include <algorithm>

namespace xiaoan::map {

Shown shown_of(const Scene& scene, const SceneFilter& filter)
{
    const SceneGeometry& geometry = *scene.geometry;
    Shown shown;
    shown.route_states.resize(geometry.routes.size());
    for (std::size_t i = 0; i < scene.buses.size(); ++i) {
        const SceneBus& bus = scene.buses[i];
        if (bus.routes.empty() || !filter.shows(scene, i)) continue;
        shown.buses.push_back({geometry.routes[bus.routes.front()].far_end, bus.state, static_cast<std::uint32_t>(i)});
        for (const std::size_t route : bus.routes) {
            rules::BusState& state = shown.route_states[route];
            if (state == rules::BusState{}) {
                ++shown.routes;
                shown.routes_box.add(geometry.routes[route].box);
            }
            if (state == rules::BusState{} || bus.state < state) state = bus.state;
        }
    }
    return shown;
}

Detail detail_for(const Scene& scene, const Shown& shown, const MapView& view, double scale)
{
    Detail detail;
    double in_view = static_cast<double>(shown.routes);
    if (!shown.routes_box.is_empty()) {
        const double width = std::max(shown.routes_box.east - shown.routes_box.west, 1.0);
        const double height = std::max(shown.routes_box.north - shown.routes_box.south, 1.0);
        in_view *= std::min(1.0, view.width_px * view.map_m_per_px / width);
        in_view *= std::min(1.0, view.height_px * view.map_m_per_px / height);
    }
    const double design_m_per_px = view.ground_m_per_px() * scale;
    if (in_view > 400) {
        detail.crowd = Detail::Crowd::throng;
        detail.mark_reach_px = 34;
        detail.school_px = 0;
    } else if (in_view > 40) {
        detail.crowd = Detail::Crowd::many;
        detail.mark_reach_px = 16;
        detail.school_px = 7;
    }
    detail.mark_reach_px *= scale;
    detail.stops = detail.crowd == Detail::Crowd::few || design_m_per_px < 25;
    if (detail.crowd != Detail::Crowd::few && design_m_per_px < 40) detail.school_px = 10;
    detail.school_names =
        design_m_per_px < 45 || (detail.crowd == Detail::Crowd::few && scene.geometry->schools.size() <= 12);
    detail.water_marks = design_m_per_px < 120;
    return detail;
}

}  // namespace xiaoan::map
