#include "console/map/map_words.hpp"

#include "console/language/wording.hpp"
#include "console/map/scale_bar.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace xiaoan::map {

namespace {

using language::tr;

constexpr rules::BusState all_states[] = {rules::BusState::stop, rules::BusState::rectify, rules::BusState::notice,
                                          rules::BusState::in_order, rules::BusState::not_in_service};

std::string words_for_mark(const Mark& mark, language::Language language)
{
    std::string out;
    for (const rules::BusState state : all_states) {
        const std::uint32_t count = mark.buses_in[static_cast<std::size_t>(state)];
        if (count == 0) continue;
        if (!out.empty()) out += " · ";
        out += fmt::format("{} {}", tr(language, state_key(state)), language::grouped(count));
    }
    return out;
}

std::string words_for_bus(const Scene& scene, data::RecordId id, language::Language language)
{
    const std::size_t index = bus_index(scene, id);
    if (index == scene.buses.size()) return {};
    const SceneBus& bus = scene.buses[index];
    std::string out = fmt::format("{} · {}", language::shown_registration_number(bus.record->registration_number),
                                  tr(language, state_key(bus.state)));
    if (!bus.routes.empty())
        if (const std::string& name = scene.geometry->routes[bus.routes.front()].record->name; !name.empty())
            out += "\n" + name;
    return out;
}

std::string words_for_water(const Scene& scene, data::RecordId id, language::Language language)
{
    const auto& waters = scene.geometry->waters;
    const auto found = std::ranges::find_if(waters, [&](const SceneWater& each) { return each.record->id == id; });
    if (found == waters.end()) return {};
    std::string out = found->record->name.empty() ? found->record->code : found->record->name;
    const auto index = static_cast<std::size_t>(found - waters.begin());
    const SceneReach* nearest = nullptr;
    for (const SceneReach& reach : scene.reaches)
        if (reach.water == index && (nearest == nullptr || reach.distance_m < nearest->distance_m)) nearest = &reach;
    if (nearest != nullptr)
        out += "\n" + tr(language, "map.water_from_school",
                         {scene.geometry->schools[nearest->school].record->name, length_text(nearest->distance_m)});
    return out;
}

std::string words_for_stop(const Scene& scene, data::RecordId id)
{
    for (const SceneRoute& route : scene.geometry->routes)
        for (const SceneStop& stop : route.stops) {
            if (stop.record->id != id) continue;
            std::string out = stop.record->name;
            if (stop.record->time.given()) out += " " + data::hh_mm(stop.record->time);
            if (!route.record->name.empty()) out += "\n" + route.record->name;
            return out;
        }
    return {};
}

}  // namespace

std::string_view state_key(rules::BusState state)
{
    switch (state) {
    case rules::BusState::stop: return "state.stop";
    case rules::BusState::rectify: return "state.rectify";
    case rules::BusState::notice: return "state.notice";
    case rules::BusState::in_order: return "state.in_order";
    case rules::BusState::not_in_service: break;
    }
    return "state.not_in_service";
}

std::string words_for(const Scene& scene, std::span<const Mark> marks, const Picked& picked,
                      language::Language language)
{
    if (picked.mark && *picked.mark < marks.size()) return words_for_mark(marks[*picked.mark], language);
    switch (picked.item.kind) {
    case MapItem::Kind::none: break;
    case MapItem::Kind::bus: return words_for_bus(scene, picked.item.id, language);
    case MapItem::Kind::water: return words_for_water(scene, picked.item.id, language);
    case MapItem::Kind::stop: return words_for_stop(scene, picked.item.id);
    case MapItem::Kind::school:
        for (const SceneSchool& school : scene.geometry->schools)
            if (school.record->id == picked.item.id) return school.record->name;
        break;
    case MapItem::Kind::route:
        for (const SceneRoute& route : scene.geometry->routes)
            if (route.record->id == picked.item.id)
                return route.record->name.empty() ? tr(language, "map.route_of", {route.record->code})
                                                  : route.record->name;
        break;
    }
    return {};
}

}  // namespace xiaoan::map
