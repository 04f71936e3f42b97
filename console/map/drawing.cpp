#include "console/map/drawing.hpp"

#include <algorithm>
#include <cmath>

namespace xiaoan::map {

namespace {

constexpr std::size_t most_distances = 6;

/// Keeps marks of waters apart: of those close together one is enough, and more would cover what they stand for.
class Spread {
public:
    Spread(const MapView& view, float apart_px)
        : apart_px_(apart_px),
          columns_(static_cast<std::size_t>(view.width_px / static_cast<double>(apart_px)) + 4),
          rows_(static_cast<std::size_t>(view.height_px / static_cast<double>(apart_px)) + 4),
          taken_(columns_ * rows_)
    {
    }

    /// False where another mark stands in the same square or beside it.
    bool takes(Px at)
    {
        const auto column = static_cast<std::size_t>(std::max(0.0F, at.x / apart_px_ + 1));
        const auto row = static_cast<std::size_t>(std::max(0.0F, at.y / apart_px_ + 1));
        if (column + 1 >= columns_ || row + 1 >= rows_) return false;
        for (std::size_t y = row == 0 ? 0 : row - 1; y <= row + 1; ++y)
            for (std::size_t x = column == 0 ? 0 : column - 1; x <= column + 1; ++x)
                if (taken_[y * columns_ + x]) return false;
        taken_[row * columns_ + column] = true;
        return true;
    }

private:
    float apart_px_;
    std::size_t columns_;
    std::size_t rows_;
    std::vector<bool> taken_;
};

class Drawer {
public:
    Drawer(const Scene& scene, const Shown& shown, std::span<const Mark> marks, const Detail& detail,
           const MapView& view, const DrawOptions& options)
        : scene_(scene),
          geometry_(*scene.geometry),
          shown_(shown),
          marks_(marks),
          options_(options),
          scale_(static_cast<float>(options.scale)),
          sight_(view.box(24 * options.scale))
    {
        drawing_.view = view;
        drawing_.detail = detail;
        chosen_routes_ = routes_of(options.chosen);
        hovered_routes_ = routes_of(options.hovered);
    }

    Drawing drawn()
    {
        routes();
        schools();
        if (options_.waters) waters();
        marks();
        distances();
        chosen_shore();
        return std::move(drawing_);
    }

private:
    [[nodiscard]] Px px(const geo::MapPosition& p) const
    {
        const ScreenPosition at = drawing_.view.screen_from_map(p);
        return {static_cast<float>(at.x), static_cast<float>(at.y)};
    }

    [[nodiscard]] bool is(const MapItem& item, MapItem::Kind kind, data::RecordId id) const
    {
        return item.kind == kind && item.id == id;
    }

    [[nodiscard]] bool in_county(const auto& record) const
    {
        return !options_.county.given() || record.county == options_.county;
    }

    /// The routes that an item lights up, ascending.
    [[nodiscard]] std::vector<std::size_t> routes_of(const MapItem& item) const
    {
        std::vector<std::size_t> out;
        if (item.kind == MapItem::Kind::bus) {
            if (const auto bus = bus_index(scene_, item.id); bus < scene_.buses.size()) out = scene_.buses[bus].routes;
        } else if (item.kind == MapItem::Kind::route || item.kind == MapItem::Kind::stop) {
            for (std::size_t i = 0; i < geometry_.routes.size(); ++i) {
                const SceneRoute& route = geometry_.routes[i];
                const auto has_stop = [&](const SceneStop& stop) { return stop.record->id == item.id; };
                if (item.kind == MapItem::Kind::route ? route.record->id == item.id
                                                      : std::ranges::any_of(route.stops, has_stop))
                    out.push_back(i);
            }
        }
        std::ranges::sort(out);
        return out;
    }

    [[nodiscard]] float route_width(rules::BusState state, bool chosen) const
    {
        if (chosen) return 4.5F * scale_;
        const bool stop = state == rules::BusState::stop;
        switch (drawing_.detail.crowd) {
        case Detail::Crowd::few: return (stop ? 4.0F : 3.0F) * scale_;
        case Detail::Crowd::many: return (stop ? 2.6F : state == rules::BusState::rectify ? 2.2F : 1.6F) * scale_;
        case Detail::Crowd::throng: break;
        }
        return 0;  // a web of thousands of lines would hide the map; the marks say where to look
    }

    void routes()
    {
        struct Candidate {
            std::uint32_t route;
            rules::BusState state;
            bool chosen;
            bool hovered;
        };
        std::vector<Candidate> candidates;
        for (std::size_t i = 0; i < geometry_.routes.size(); ++i) {
            const SceneRoute& route = geometry_.routes[i];
            const bool chosen = std::ranges::binary_search(chosen_routes_, i);
            const bool hovered = std::ranges::binary_search(hovered_routes_, i);
            rules::BusState state = shown_.route_states[i];
            if (state == rules::BusState{} && !(chosen && !route.line.empty())) continue;
            if (state == rules::BusState{}) state = rules::BusState::not_in_service;
            if (!route.box.touches(sight_)) continue;
            candidates.push_back({static_cast<std::uint32_t>(i), state, chosen, hovered});
        }
        std::ranges::stable_sort(candidates, [](const Candidate& a, const Candidate& b) {
            if (a.chosen != b.chosen) return b.chosen;
            return a.state > b.state;  // the gravest last, on top
        });
        for (const Candidate& each : candidates) {
            DrawnRoute route{.route = each.route,
                             .state = each.state,
                             .width_px = route_width(each.state, each.chosen),
                             .chosen = each.chosen,
                             .hovered = each.hovered};
            if (each.hovered && !each.chosen) route.width_px = std::max(route.width_px + scale_, 2.6F * scale_);
            if (route.width_px <= 0) continue;
            add_points(route);
            if (route.count >= 2) drawing_.routes.push_back(route);
            if (drawing_.detail.stops || each.chosen || each.hovered) add_stops(each.route, each.state);
        }
    }

    /// The line without points that lie within a pixel of the one before.
    void add_points(DrawnRoute& route)
    {
        route.first = static_cast<std::uint32_t>(drawing_.points.size());
        const auto& line = geometry_.routes[route.route].line;
        const float least = 1.2F * scale_;
        for (std::size_t i = 0; i < line.size(); ++i) {
            const Px at = px(line[i]);
            const bool last = i + 1 == line.size();
            if (i > 0) {
                const Px& before = drawing_.points.back();
                const bool near = std::abs(at.x - before.x) < least && std::abs(at.y - before.y) < least;
                if (near && !last) continue;
                if (at == before) continue;
            }
            drawing_.points.push_back(at);
        }
        route.count = static_cast<std::uint32_t>(drawing_.points.size()) - route.first;
    }

    void add_stops(std::uint32_t index, rules::BusState state)
    {
        const SceneRoute& route = geometry_.routes[index];
        const bool has_school = route.school < geometry_.schools.size();
        for (std::size_t i = 0; i < route.stops.size(); ++i) {
            const geo::MapPosition& at = route.stops[i].at;
            // The bus's mark and the school's square stand where the first and the last stop would.
            if (at == route.far_end || !sight_.contains(at)) continue;
            const Px place = px(at);
            if (has_school) {
                const Px school = px(geometry_.schools[route.school].at);
                if (std::hypot(place.x - school.x, place.y - school.y) < 9 * scale_) continue;
            }
            drawing_.stops.push_back({place, 5 * scale_, index, static_cast<std::uint32_t>(i), state});
        }
    }

    void schools()
    {
        const std::size_t chosen_school =
            chosen_routes_.empty() ? geometry_.schools.size() : geometry_.routes[chosen_routes_.front()].school;
        for (std::size_t i = 0; i < geometry_.schools.size(); ++i) {
            const SceneSchool& school = geometry_.schools[i];
            const bool chosen = is(options_.chosen, MapItem::Kind::school, school.record->id) || i == chosen_school;
            const bool hovered = is(options_.hovered, MapItem::Kind::school, school.record->id);
            if (!sight_.contains(school.at) || !(in_county(*school.record) || chosen)) continue;
            const float normal = options_.schools ? drawing_.detail.school_px : 0.0F;
            const float side = std::max(normal, chosen || hovered ? 12.0F : 0.0F) * scale_;
            if (side > 0)
                drawing_.schools.push_back({px(school.at), side, static_cast<std::uint32_t>(i), chosen, hovered});
        }
        std::ranges::stable_partition(drawing_.schools, [](const DrawnSchool& each) { return !each.chosen; });
    }

    void waters()
    {
        Spread spread(drawing_.view, 26 * scale_);
        for (std::size_t i = 0; i < geometry_.waters.size(); ++i) {
            const SceneWater& water = geometry_.waters[i];
            const bool chosen = is(options_.chosen, MapItem::Kind::water, water.record->id);
            const bool hovered = is(options_.hovered, MapItem::Kind::water, water.record->id);
            const bool in_reach = scene_.water_in_reach[i];
            const bool point_only = water.shape.polygons.empty() && water.shape.lines.empty();
            if (!sight_.contains(water.at) || !(in_county(*water.record) || chosen)) continue;
            if (!chosen && !hovered) {
                if (!drawing_.detail.water_marks || !(in_reach || point_only)) continue;
                if (!spread.takes(px(water.at))) continue;
            }
            drawing_.waters.push_back({px(water.at), static_cast<std::uint32_t>(i), in_reach, chosen, hovered});
        }
        std::ranges::stable_partition(drawing_.waters, [](const DrawnWater& each) { return !each.chosen; });
    }

    void marks()
    {
        const bool bus_chosen = options_.chosen.kind == MapItem::Kind::bus;
        const bool few = drawing_.detail.crowd == Detail::Crowd::few;
        // From the least grave up, so that the gravest lie on top.
        for (std::size_t i = marks_.size(); i-- > 0;) {
            const Mark& mark = marks_[i];
            if (!sight_.contains(mark.at)) continue;
            const data::RecordId bus = scene_.buses[mark.bus].record->id;
            const bool alone = mark.total() == 1;
            const bool chosen = alone && bus_chosen && bus == options_.chosen.id;
            if (chosen) continue;
            const bool hovered = alone && is(options_.hovered, MapItem::Kind::bus, bus);
            drawing_.marks.push_back({.at = px(mark.at),
                                      .size = size_of(mark.state, few),
                                      .mark = static_cast<std::uint32_t>(i),
                                      .bus = mark.bus,
                                      .state = mark.state,
                                      .count = mark.count(),
                                      .hovered = hovered});
        }
        if (bus_chosen) chosen_mark();
    }

    /// Where there are many, what is in order steps back.
    static float size_of(rules::BusState state, bool few)
    {
        if (few) return 1;
        return state < rules::BusState::notice ? 0.9F : state == rules::BusState::notice ? 0.8F : 0.62F;
    }

    /// The chosen bus has its own mark even where others lie over it.
    void chosen_mark()
    {
        const std::size_t bus = bus_index(scene_, options_.chosen.id);
        if (bus == scene_.buses.size() || scene_.buses[bus].routes.empty()) return;
        const geo::MapPosition at = geometry_.routes[scene_.buses[bus].routes.front()].far_end;
        if (!sight_.contains(at)) return;
        drawing_.marks.push_back({.at = px(at),
                                  .size = 1.15F,
                                  .mark = static_cast<std::uint32_t>(marks_.size()),
                                  .bus = static_cast<std::uint32_t>(bus),
                                  .state = scene_.buses[bus].state,
                                  .chosen = true});
    }

    void distances()
    {
        std::vector<const SceneReach*> wanted;
        if (options_.chosen.kind == MapItem::Kind::water) {
            for (const SceneReach& reach : scene_.reaches)
                if (geometry_.waters[reach.water].record->id == options_.chosen.id) wanted.push_back(&reach);
            std::ranges::stable_sort(wanted, {}, [](const SceneReach* each) { return each->distance_m; });
        } else {
            std::size_t school = geometry_.schools.size();
            std::size_t most = most_distances;
            if (options_.chosen.kind == MapItem::Kind::school) {
                for (std::size_t i = 0; i < geometry_.schools.size(); ++i)
                    if (geometry_.schools[i].record->id == options_.chosen.id) school = i;
            } else if (!chosen_routes_.empty()) {
                school = geometry_.routes[chosen_routes_.front()].school;
                most = 1;  // of a bus: only the water nearest to its school
            }
            const auto range = std::ranges::equal_range(scene_.reaches, school, {}, &SceneReach::school);
            for (const SceneReach& reach : range)
                if (wanted.size() < most) wanted.push_back(&reach);
        }
        if (wanted.size() > most_distances) wanted.resize(most_distances);
        for (const SceneReach* reach : wanted) {
            const Px from = px(geometry_.schools[reach->school].at);
            const Px to = px(reach->nearest);
            // Shorter than the school's own square it would only be a blot.
            if (std::hypot(from.x - to.x, from.y - to.y) < 14 * scale_) continue;
            drawing_.distances.push_back({from, to, static_cast<std::uint32_t>(reach->school),
                                          static_cast<std::uint32_t>(reach->water), reach->distance_m});
        }
    }

    void chosen_shore()
    {
        if (options_.chosen.kind != MapItem::Kind::water) return;
        const auto add = [&](std::span<const geo::Position> points) {
            auto& line = drawing_.chosen_shape.emplace_back();
            for (const geo::Position& p : points) {
                const Px at = px(geo::map_from_position(p));
                if (line.empty() || std::hypot(at.x - line.back().x, at.y - line.back().y) > scale_) line.push_back(at);
            }
        };
        for (const SceneWater& water : geometry_.waters) {
            if (water.record->id != options_.chosen.id || !water.box.touches(sight_)) continue;
            for (const geo::Polyline& line : water.shape.lines) add(line.points);
            for (const geo::Polygon& polygon : water.shape.polygons)
                for (const geo::Ring& ring : polygon.rings) add(ring);
        }
    }

    const Scene& scene_;
    const SceneGeometry& geometry_;
    const Shown& shown_;
    std::span<const Mark> marks_;
    const DrawOptions& options_;
    float scale_;
    MapBox sight_;
    std::vector<std::size_t> chosen_routes_;
    std::vector<std::size_t> hovered_routes_;
    Drawing drawing_;
};

}  // namespace

Drawing drawing_of(const Scene& scene, const Shown& shown, std::span<const Mark> marks, const Detail& detail,
                   const MapView& view, const DrawOptions& options)
{
    return Drawer(scene, shown, marks, detail, view, options).drawn();
}

}  // namespace xiaoan::map
