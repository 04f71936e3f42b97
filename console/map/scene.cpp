#include "console/map/scene.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <unordered_map>

namespace xiaoan::map {

namespace {

using IndexOf = std::unordered_map<std::string_view, std::uint32_t>;

void add_route(SceneBus& bus, const SceneGeometry& geometry, std::string_view code)
{
    if (code.empty()) return;
    const std::size_t route = geometry.route(code);
    if (route == geometry.routes.size() || geometry.routes[route].line.empty()) return;
    if (std::ranges::find(bus.routes, route) == bus.routes.end()) bus.routes.push_back(route);
}

bool is_current(const data::Run& run, data::Date as_of)
{
    return !(run.from_on.has_date() && as_of < run.from_on.date()) &&
           !(run.to_on.has_date() && run.to_on.date() < as_of);
}

std::vector<SceneReach> reaches_of(const SceneGeometry& geometry, std::span<const NearWater> near)
{
    std::unordered_map<std::int64_t, std::size_t> schools;
    std::unordered_map<std::int64_t, std::size_t> waters;
    for (std::size_t i = 0; i < geometry.schools.size(); ++i) schools.emplace(geometry.schools[i].record->id.value, i);
    for (std::size_t i = 0; i < geometry.waters.size(); ++i) waters.emplace(geometry.waters[i].record->id.value, i);
    std::vector<SceneReach> out;
    for (const NearWater& pair : near) {
        const auto school = schools.find(pair.school.value);
        const auto water = waters.find(pair.water.value);
        if (school == schools.end() || water == waters.end()) continue;
        out.push_back({school->second, water->second, pair.distance_m, geo::map_from_position(pair.nearest)});
    }
    std::ranges::sort(out, {}, [](const SceneReach& r) { return std::tuple{r.school, r.distance_m, r.water}; });
    return out;
}

template <class List>
std::size_t index_of(const List& list, data::RecordId id)
{
    const auto found = std::ranges::find_if(list, [&](const auto& each) { return each.record->id == id; });
    return static_cast<std::size_t>(found - list.begin());
}

}  // namespace

Scene scene_of(std::shared_ptr<const SceneGeometry> geometry, std::span<const rules::BusState> states, data::Date as_of,
               std::span<const NearWater> near)
{
    Scene scene;
    const data::Snapshot& snapshot = *geometry->snapshot;
    const auto& table = snapshot.all<data::Bus>();
    scene.buses.reserve(table.size());
    IndexOf by_number;
    by_number.reserve(table.size());
    for (const data::Bus& record : table) {
        const auto index = static_cast<std::uint32_t>(scene.buses.size());
        const auto state = index < states.size() ? states[index] : rules::BusState::not_in_service;
        scene.buses.push_back({&record, state, {}});
        by_number.emplace(record.registration_number, index);
    }

    for (const data::Run& run : snapshot.all<data::Run>())
        if (const auto bus = by_number.find(run.registration_number); bus != by_number.end() && is_current(run, as_of))
            add_route(scene.buses[bus->second], *geometry, run.route);

    // Without a current run the permit says where a bus would go. Later permits stand later in the table.
    std::vector<const data::Permit*> last(scene.buses.size());
    for (const data::Permit& permit : snapshot.all<data::Permit>()) {
        const auto bus = by_number.find(permit.registration_number);
        if (bus == by_number.end() || permit.route.empty()) continue;
        const data::Permit*& kept = last[bus->second];
        const auto granted_from = [](const data::Permit& each) {
            return each.decision == data::Decision::granted && each.valid_from.has_date() ? each.valid_from.date()
                                                                                          : data::Date::min();
        };
        if (kept == nullptr || granted_from(*kept) <= granted_from(permit)) kept = &permit;
    }
    for (std::size_t i = 0; i < scene.buses.size(); ++i)
        if (scene.buses[i].routes.empty() && last[i] != nullptr) add_route(scene.buses[i], *geometry, last[i]->route);

    scene.reaches = reaches_of(*geometry, near);
    scene.water_in_reach.assign(geometry->waters.size(), false);
    for (const SceneReach& reach : scene.reaches) scene.water_in_reach[reach.water] = true;
    scene.geometry = std::move(geometry);
    return scene;
}

bool SceneFilter::shows(const Scene& scene, std::size_t bus) const
{
    const SceneBus& each = scene.buses[bus];
    if (!states[static_cast<std::size_t>(each.state)]) return false;
    if (county.given() && each.record->county != county) return false;
    return bus >= left_out.size() || !left_out[bus];
}

LegendCounts legend_counts(const Scene& scene, const SceneFilter& filter)
{
    LegendCounts counts;
    for (const SceneBus& bus : scene.buses) {
        if (filter.county.given() && bus.record->county != filter.county) continue;
        ++counts.buses[static_cast<std::size_t>(bus.state)];
        if (bus.routes.empty()) ++counts.without_place[static_cast<std::size_t>(bus.state)];
    }
    for (std::size_t i = 0; i < scene.water_in_reach.size(); ++i)
        if (scene.water_in_reach[i] &&
            (!filter.county.given() || scene.geometry->waters[i].record->county == filter.county))
            ++counts.waters_in_reach;
    return counts;
}

std::size_t bus_index(const Scene& scene, data::RecordId id)
{
    const auto found = std::ranges::lower_bound(scene.buses, id, {}, [](const SceneBus& b) { return b.record->id; });
    if (found == scene.buses.end() || found->record->id != id) return scene.buses.size();
    return static_cast<std::size_t>(found - scene.buses.begin());
}

MapBox box_of(const Scene& scene, const MapItem& item)
{
    const SceneGeometry& geometry = *scene.geometry;
    MapBox box;
    switch (item.kind) {
    case MapItem::Kind::none: break;
    case MapItem::Kind::bus:
        if (const std::size_t bus = bus_index(scene, item.id); bus < scene.buses.size())
            for (const std::size_t route : scene.buses[bus].routes) box.add(geometry.routes[route].box);
        break;
    case MapItem::Kind::school:
        if (const std::size_t i = index_of(geometry.schools, item.id); i < geometry.schools.size())
            box.add(geometry.schools[i].at);
        break;
    case MapItem::Kind::water:
        if (const std::size_t i = index_of(geometry.waters, item.id); i < geometry.waters.size())
            box = geometry.waters[i].box;
        break;
    case MapItem::Kind::route:
        if (const std::size_t i = index_of(geometry.routes, item.id); i < geometry.routes.size())
            box = geometry.routes[i].box;
        break;
    case MapItem::Kind::stop:
        for (const SceneRoute& route : geometry.routes)
            for (const SceneStop& stop : route.stops)
                if (stop.record->id == item.id) box.add(stop.at);
        break;
    }
    return box;
}

}  // namespace xiaoan::map
