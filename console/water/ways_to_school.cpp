#include "console/water/ways_to_school.hpp"

#include "geo/wkt.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>

namespace xiaoan::water {

namespace {

std::optional<geo::Position> place_of(const data::Stop& stop)
{
    if (!stop.lon || !stop.lat) return std::nullopt;
    const geo::Position place{*stop.lon, *stop.lat};
    return geo::is_valid(place) ? std::optional{place} : std::nullopt;
}

/// The stops that have a place, by route and sequence.
std::unordered_map<std::string_view, std::vector<const data::Stop*>> stops_by_route(const data::Snapshot& snapshot)
{
    std::unordered_map<std::string_view, std::vector<const data::Stop*>> by_route;
    for (const data::Stop& stop : snapshot.all<data::Stop>())
        if (place_of(stop)) by_route[stop.route].push_back(&stop);
    for (auto& [route, stops] : by_route) std::ranges::sort(stops, {}, &data::Stop::sequence);
    return by_route;
}

}  // namespace

bool WaysToSchool::known_of(std::string_view school) const
{
    return std::ranges::binary_search(schools, school);
}

WaysToSchool ways_to_school(const data::Snapshot& snapshot)
{
    WaysToSchool ways;
    const auto by_route = stops_by_route(snapshot);
    for (const data::Route& route : snapshot.all<data::Route>()) {
        const auto stops = by_route.find(route.code);
        bool has_place = stops != by_route.end();
        if (const auto read = geo::geometry_from_wkt(route.geometry); read && !read->lines.empty()) {
            ways.lines.insert(ways.lines.end(), read->lines.begin(), read->lines.end());
            has_place = true;
        } else if (has_place) {
            geo::Polyline line;
            for (const data::Stop* stop : stops->second) line.points.push_back(*place_of(*stop));
            ways.lines.push_back(std::move(line));
        }
        if (has_place && !route.school.empty()) ways.schools.push_back(route.school);
    }
    for (const auto& [route, stops] : by_route)
        for (const data::Stop* stop : stops) ways.stops.push_back(*place_of(*stop));
    std::ranges::sort(ways.stops, {}, [](const geo::Position& at) { return std::pair{at.lon, at.lat}; });
    std::ranges::sort(ways.schools);
    const auto repeated = std::ranges::unique(ways.schools);
    ways.schools.erase(repeated.begin(), repeated.end());
    return ways;
}

}  // namespace xiaoan::water
