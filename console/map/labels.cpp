#include "console/map/labels.hpp"

#include <algorithm>
#include <cmath>

namespace xiaoan::map {

namespace {

/// Even-odd over the rings of a county.
bool lies_in(const Place& county, const geo::MapPosition& p)
{
    bool inside = false;
    for (const auto& ring : county.shape)
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const auto& a = ring[i - 1];
            const auto& b = ring[i];
            if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (p.y - a.y) * (b.x - a.x) / (b.y - a.y)) inside = !inside;
        }
    return inside;
}

/// Corners, and `steps` - 1 points between them along the upper and lower edge: a notch of the border may reach in
/// there.
bool edges_lie_in(const Place& county, const MapView& view, const PxBox& box, int steps)
{
    for (int i = 0; i <= steps; ++i) {
        const double x = box.x0 + (box.x1 - box.x0) * static_cast<float>(i) / static_cast<float>(steps);
        for (const float y : {box.y0, box.y1})
            if (!lies_in(county, view.map_from_screen({x, y}))) return false;
    }
    return true;
}

PxBox box_at(Px middle, LabelSize size)
{
    const float x = std::round(middle.x - size.width_px / 2);
    const float y = std::round(middle.y - size.height_px / 2);
    return {x, y, x + size.width_px, y + size.height_px};
}

void cover_base(LabelGrid& grid, const BaseMap& base, const MapView& view)
{
    const MapBox sight = view.box();
    for (const Place& place : base.places) {
        if (place.shape.empty() || !place.box.touches(sight)) continue;
        for (const auto& line : place.shape)
            for (std::size_t i = 1; i < line.size(); ++i) {
                MapBox edge;
                edge.add(line[i - 1]);
                edge.add(line[i]);
                if (!edge.touches(sight)) continue;
                const ScreenPosition a = view.screen_from_map(line[i - 1]);
                const ScreenPosition b = view.screen_from_map(line[i]);
                grid.cover_line({static_cast<float>(a.x), static_cast<float>(a.y)},
                                {static_cast<float>(b.x), static_cast<float>(b.y)}, LabelGrid::base);
            }
    }
}

void cover_things(LabelGrid& grid, const Drawing& drawing, float scale)
{
    const auto around = [&](Px at, float reach, LabelGrid::Layer layer = LabelGrid::things) {
        grid.cover({at.x - reach, at.y - reach, at.x + reach, at.y + reach}, layer);
    };
    const auto layer_of = [](rules::BusState state, bool chosen) {
        return state >= rules::BusState::in_order && !chosen ? LabelGrid::calm : LabelGrid::things;
    };
    for (const DrawnRoute& route : drawing.routes) {
        const LabelGrid::Layer layer = layer_of(route.state, route.chosen);
        for (std::uint32_t i = 1; i < route.count; ++i)
            grid.cover_line(drawing.points[route.first + i - 1], drawing.points[route.first + i], layer);
    }
    for (const DrawnDistance& line : drawing.distances) grid.cover_line(line.from, line.to, LabelGrid::things);
    for (const DrawnStop& stop : drawing.stops) around(stop.at, 5 * scale);
    for (const DrawnSchool& school : drawing.schools) around(school.at, school.side_px / 2);
    for (const DrawnWater& water : drawing.waters) around(water.at, 7 * scale);
    for (const DrawnMark& mark : drawing.marks) {
        around(mark.at, 8 * scale * mark.size, layer_of(mark.state, mark.chosen));
        if (mark.count > 1 && mark.state < rules::BusState::in_order)
            grid.cover({mark.at.x, mark.at.y - 8 * scale, mark.at.x + 26 * scale, mark.at.y + 8 * scale},
                       LabelGrid::things);
    }
}

}  // namespace

Labels placed(std::span<const LabelWish> wishes, LabelGrid& grid, const MeasureLabel& measure, const MapView& view)
{
    Labels out;
    out.view = view;
    for (const LabelWish& wish : wishes) {
        const LabelSize size = measure(wish.text, wish.kind);
        std::optional<PxBox> chosen;
        const auto look = [&](std::uint8_t avoided, int steps = 6) {
            for (const Px& middle : wish.middles) {
                const PxBox box = box_at(middle, size);
                if (!grid.holds(box) || (grid.under(box) & avoided) != 0) continue;
                if (wish.county != nullptr && !edges_lie_in(*wish.county, view, box, steps)) continue;
                chosen = box;
                return;
            }
        };
        constexpr std::uint8_t all = LabelGrid::names | LabelGrid::things | LabelGrid::calm | LabelGrid::base;
        look(all);
        if (!chosen && wish.may_cross_base_lines) look(all & ~LabelGrid::base);
        if (!chosen && wish.foremost) look(LabelGrid::names | LabelGrid::things);
        if (!chosen && wish.county != nullptr) look(LabelGrid::names | LabelGrid::things, 1);
        if (!chosen && wish.must) look(LabelGrid::names);
        if (!chosen && wish.must && !wish.middles.empty()) chosen = box_at(wish.middles.front(), size);
        if (!chosen) continue;
        grid.cover(*chosen, LabelGrid::names);
        out.labels.push_back({wish.text, wish.kind, *chosen});
    }
    return out;
}

Labels labels_of(const BaseMap& base, const Scene& scene, const Drawing& drawing, const LabelOptions& options,
                 const MeasureLabel& measure)
{
    const MapView& view = drawing.view;
    const auto scale = static_cast<float>(options.scale);
    LabelGrid grid(view.width_px, view.height_px, 4 * options.scale);
    for (const PxBox& box : options.controls) grid.cover(box, LabelGrid::things);
    cover_base(grid, base, view);
    cover_things(grid, drawing, scale);
    std::vector<Px> towns;
    const MapBox sight = view.box();
    for (const Place& place : base.places) {
        if (place.kind != PlaceKind::town || !sight.contains(place.at)) continue;
        const ScreenPosition at = view.screen_from_map(place.at);
        const Px px{static_cast<float>(at.x), static_cast<float>(at.y)};
        grid.cover({px.x - 4 * scale, px.y - 4 * scale, px.x + 4 * scale, px.y + 4 * scale}, LabelGrid::things);
        towns.push_back(px);
    }
    Labels out = placed(label_wishes(base, scene, drawing, options, measure), grid, measure, view);
    out.towns = std::move(towns);
    return out;
}

}  // namespace xiaoan::map
