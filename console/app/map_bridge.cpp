#include "console/app/map_bridge.hpp"

#include <algorithm>

namespace xiaoan::app {

namespace {

using Kind = map::MapItem::Kind;

template <class Record>
const Record* by_code(const data::Table<Record>& table, std::string_view code)
{
    const auto found = std::find_if(table.begin(), table.end(), [&](const Record& each) { return each.code == code; });
    return found != table.end() ? &*found : nullptr;
}

/// The first bus of the scene that serves the route.
const data::Bus* bus_on(const map::Scene& scene, const data::Route* route)
{
    if (route == nullptr) return nullptr;
    const auto index = scene.geometry->route(route->code);
    for (const auto& bus : scene.buses)
        if (std::find(bus.routes.begin(), bus.routes.end(), index) != bus.routes.end()) return bus.record;
    return nullptr;
}

/// What on the map a case is about; nothing where it is about no place.
desk::Selected subject_of(const data::Case& of)
{
    if (of.subject_kind == "bus") return desk::Selected::bus;
    if (of.subject_kind == "school") return desk::Selected::school;
    return of.subject_kind == "water" ? desk::Selected::water : desk::Selected::nothing;
}

}  // namespace

map::MapItem map_item(const desk::Derived& derived, const desk::Selection& selection)
{
    switch (selection.what) {
    case desk::Selected::bus: {
        const auto bus = derived.dossiers.find(selection.key);
        return bus < derived.dossiers.size() ? map::MapItem{Kind::bus, derived.dossiers.bus(bus).id} : map::MapItem{};
    }
    case desk::Selected::supervision: {
        const data::Case* found = derived.snapshot->find_case(selection.key);
        return found != nullptr ? map_item(derived, {subject_of(*found), found->subject_key}) : map::MapItem{};
    }
    case desk::Selected::school: {
        const auto* school = by_code(derived.snapshot->all<data::School>(), selection.key);
        return school != nullptr ? map::MapItem{Kind::school, school->id} : map::MapItem{};
    }
    case desk::Selected::water: {
        const auto* water = by_code(derived.snapshot->all<data::Water>(), selection.key);
        return water != nullptr ? map::MapItem{Kind::water, water->id} : map::MapItem{};
    }
    case desk::Selected::task:
    case desk::Selected::joint:
    case desk::Selected::candidate:
    case desk::Selected::stand:
    case desk::Selected::suspect:
    case desk::Selected::checked:
    case desk::Selected::nothing: break;
    }
    return {};
}

desk::Selection selection_of(const map::Scene& scene, const desk::Derived& derived, const map::MapItem& item)
{
    const auto& snapshot = *derived.snapshot;
    const auto of_bus = [](const data::Bus* bus) {
        return bus != nullptr ? desk::Selection{desk::Selected::bus, bus->registration_number} : desk::Selection{};
    };
    switch (item.kind) {
    case Kind::bus: return of_bus(snapshot.all<data::Bus>().find(item.id));
    case Kind::route: return of_bus(bus_on(scene, snapshot.all<data::Route>().find(item.id)));
    case Kind::stop: {
        const auto* stop = snapshot.all<data::Stop>().find(item.id);
        return of_bus(stop != nullptr ? bus_on(scene, derived.dossiers.route(stop->route)) : nullptr);
    }
    case Kind::school: {
        const auto* school = snapshot.all<data::School>().find(item.id);
        return school != nullptr ? desk::Selection{desk::Selected::school, school->code} : desk::Selection{};
    }
    case Kind::water: {
        const auto* water = snapshot.all<data::Water>().find(item.id);
        return water != nullptr ? desk::Selection{desk::Selected::water, water->code} : desk::Selection{};
    }
    case Kind::none: break;
    }
    return {};
}

map::SceneFilter scene_filter(const desk::Derived& derived, const desk::BusFilter& filter)
{
    map::SceneFilter made;
    made.states.fill(false);
    for (std::size_t state = 1; state < made.states.size(); ++state)
        if (const auto row = desk::legend_row(static_cast<rules::BusState>(state)))
            made.states[state] = filter.states[*row];
    made.county = filter.county;
    if (filter.plate || !filter.rule.empty() || filter.only_in_case) {
        auto any_state = filter;
        any_state.states = {true, true, true, true};
        made.left_out.assign(derived.dossiers.size(), true);
        for (const auto bus : desk::shown_buses(derived, any_state)) made.left_out[bus] = false;
    }
    return made;
}

}  // namespace xiaoan::app
