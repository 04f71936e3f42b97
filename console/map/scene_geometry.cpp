#include "console/map/scene_geometry.hpp"

#include "geo/polygon.hpp"
#include "geo/wkt.hpp"

#include <algorithm>
#include <cmath>

namespace xiaoan::map {

namespace {

std::optional<geo::MapPosition> placed(const std::optional<double>& lon, const std::optional<double>& lat)
{
    if (!lon || !lat || !geo::is_valid({*lon, *lat})) return std::nullopt;
    return geo::map_from_position({*lon, *lat});
}

double squared_distance(const geo::MapPosition& a, const geo::MapPosition& b)
{
    return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y);
}

std::vector<SceneSchool> schools_of(const data::Snapshot& snapshot)
{
    std::vector<SceneSchool> out;
    for (const data::School& school : snapshot.all<data::School>())
        if (const auto at = placed(school.lon, school.lat)) out.push_back({&school, *at});
    std::ranges::stable_sort(out, {}, [](const SceneSchool& each) -> std::string_view { return each.record->code; });
    return out;
}

/// Stops with a place, sorted by route, sequence and id.
std::vector<SceneStop> stops_of(const data::Snapshot& snapshot)
{
    std::vector<SceneStop> out;
    for (const data::Stop& stop : snapshot.all<data::Stop>())
        if (const auto at = placed(stop.lon, stop.lat)) out.push_back({*at, &stop});
    std::ranges::stable_sort(out, [](const SceneStop& a, const SceneStop& b) {
        if (const int order = a.record->route.compare(b.record->route); order != 0) return order < 0;
        return a.record->sequence.value_or(0) < b.record->sequence.value_or(0);
    });
    return out;
}

std::vector<geo::MapPosition> line_of(const SceneRoute& route)
{
    std::vector<geo::MapPosition> line;
    if (!route.record->geometry.empty())
        if (const auto shape = geo::geometry_from_wkt(route.record->geometry); shape && !shape->lines.empty())
            for (const geo::Polyline& part : shape->lines)
                for (const geo::Position& p : part.points) line.push_back(geo::map_from_position(p));
    if (line.size() < 2) {
        line.clear();
        for (const SceneStop& stop : route.stops) line.push_back(stop.at);
    }
    return line;
}

/// The end away from the school; without a school the begin of the way there, or the end of the way back.
geo::MapPosition far_end_of(const SceneRoute& route, const std::vector<SceneSchool>& schools)
{
    const geo::MapPosition first = route.stops.empty() ? route.line.front() : route.stops.front().at;
    const geo::MapPosition last = route.stops.empty() ? route.line.back() : route.stops.back().at;
    if (route.school < schools.size()) {
        const geo::MapPosition school = schools[route.school].at;
        return squared_distance(first, school) >= squared_distance(last, school) ? first : last;
    }
    return route.record->direction == data::Direction::from_school ? last : first;
}

std::vector<SceneWater> waters_of(const data::Snapshot& snapshot, const std::stop_token& stop)
{
    std::vector<SceneWater> out;
    for (const data::Water& record : snapshot.all<data::Water>()) {
        if (stop.stop_requested()) break;
        SceneWater water{.record = &record, .shape = {}, .at = {}, .box = {}};
        const auto point = placed(record.lon, record.lat);
        if (!record.geometry.empty())
            if (auto shape = geo::geometry_from_wkt(record.geometry)) water.shape = std::move(*shape);
        const auto label = geo::label_point(water.shape);
        if (!label && !point) continue;
        water.at = label ? geo::map_from_position(*label) : *point;
        water.box = map_from_box(geo::bounding_box(water.shape));
        water.box.add(water.at);
        out.push_back(std::move(water));
    }
    return out;
}

}  // namespace

std::size_t SceneGeometry::route(std::string_view code) const
{
    const auto by_code = [](const SceneRoute& each) -> std::string_view { return each.record->code; };
    const auto found = std::ranges::lower_bound(routes, code, {}, by_code);
    if (found == routes.end() || found->record->code != code) return routes.size();
    return static_cast<std::size_t>(found - routes.begin());
}

std::size_t SceneGeometry::school(std::string_view code) const
{
    const auto by_code = [](const SceneSchool& each) -> std::string_view { return each.record->code; };
    const auto found = std::ranges::lower_bound(schools, code, {}, by_code);
    if (found == schools.end() || found->record->code != code) return schools.size();
    return static_cast<std::size_t>(found - schools.begin());
}

SceneGeometry scene_geometry_of(std::shared_ptr<const data::Snapshot> snapshot, std::stop_token stop)
{
    SceneGeometry scene;
    scene.snapshot = std::move(snapshot);
    scene.schools = schools_of(*scene.snapshot);
    scene.routes.reserve(scene.snapshot->all<data::Route>().size());
    for (const data::Route& record : scene.snapshot->all<data::Route>()) scene.routes.emplace_back().record = &record;
    std::ranges::stable_sort(scene.routes, {},
                             [](const SceneRoute& each) -> std::string_view { return each.record->code; });

    const auto stops = stops_of(*scene.snapshot);
    auto next = stops.begin();
    for (SceneRoute& route : scene.routes) {
        if (stop.stop_requested()) return scene;
        while (next != stops.end() && next->record->route < route.record->code) ++next;
        for (; next != stops.end() && next->record->route == route.record->code; ++next) route.stops.push_back(*next);
        route.school = scene.school(route.record->school);
        route.line = line_of(route);
        if (route.line.empty()) continue;
        for (const auto& p : route.line) route.box.add(p);
        for (const auto& each : route.stops) route.box.add(each.at);
        route.far_end = far_end_of(route, scene.schools);
    }
    scene.waters = waters_of(*scene.snapshot, stop);
    return scene;
}

}  // namespace xiaoan::map
