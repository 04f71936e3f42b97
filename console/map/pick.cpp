#include "console/map/pick.hpp"

#include "geo/polygon.hpp"

#include <algorithm>
#include <cmath>

namespace xiaoan::map {

namespace {

double distance_px(const ScreenPosition& p, const Px& a)
{
    return std::hypot(p.x - a.x, p.y - a.y);
}

double distance_px(const ScreenPosition& p, const Px& a, const Px& b)
{
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double squared = dx * dx + dy * dy;
    const double along = squared > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / squared, 0.0, 1.0) : 0;
    return std::hypot(p.x - a.x - along * dx, p.y - a.y - along * dy);
}

class Search {
public:
    explicit Search(double tolerance_px) : nearest_(tolerance_px) {}

    /// Called in order of precedence; within a kind the later one lies on top and wins a tie.
    void offer(double edge_distance_px, MapItem item, std::optional<std::uint32_t> mark = {})
    {
        const double distance = std::max(0.0, edge_distance_px);
        const bool nearer = distance < nearest_ || (!found_.item && distance <= nearest_);
        const bool on_top = distance == nearest_ && found_.item.kind == item.kind;
        if (!nearer && !on_top) return;
        nearest_ = distance;
        found_ = {item, mark};
    }
    [[nodiscard]] const Picked& found() const { return found_; }

private:
    double nearest_;
    Picked found_;
};

}  // namespace

Picked pick(const Scene& scene, std::span<const Mark> marks, const Drawing& drawing, const ScreenPosition& at,
            double tolerance_px)
{
    using Kind = MapItem::Kind;
    const SceneGeometry& geometry = *scene.geometry;
    Search search(tolerance_px);
    const double mark_radius = tolerance_px;  // symbols are about as large as the tolerance
    for (const DrawnMark& mark : drawing.marks) {
        const bool of_several = mark.mark < marks.size() && marks[mark.mark].total() > 1;
        search.offer(distance_px(at, mark.at) - mark_radius, {Kind::bus, scene.buses[mark.bus].record->id},
                     of_several ? std::optional{mark.mark} : std::nullopt);
    }
    for (const DrawnSchool& school : drawing.schools)
        search.offer(distance_px(at, school.at) - school.side_px / 2,
                     {Kind::school, geometry.schools[school.school].record->id});
    for (const DrawnStop& stop : drawing.stops)
        search.offer(distance_px(at, stop.at) - stop.radius_px,
                     {Kind::stop, geometry.routes[stop.route].stops[stop.stop].record->id});
    for (const DrawnWater& water : drawing.waters)
        search.offer(distance_px(at, water.at) - mark_radius, {Kind::water, geometry.waters[water.water].record->id});
    for (const DrawnRoute& route : drawing.routes)
        for (std::uint32_t i = 1; i < route.count; ++i) {
            const Px& a = drawing.points[route.first + i - 1];
            const Px& b = drawing.points[route.first + i];
            search.offer(distance_px(at, a, b) - route.width_px / 2,
                         {Kind::route, geometry.routes[route.route].record->id});
        }
    if (search.found().item) return search.found();

    const geo::MapPosition place = drawing.view.map_from_screen(at);
    const geo::Position position = geo::position_from_map(place);
    for (const SceneWater& water : geometry.waters)
        if (water.box.contains(place) && geo::contains(water.shape, position))
            return {{Kind::water, water.record->id}, {}};
    return {};
}

}  // namespace xiaoan::map
