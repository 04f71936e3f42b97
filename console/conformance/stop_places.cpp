#include "console/conformance/stop_places.hpp"

#include "console/conformance/expected.hpp"

namespace xiaoan::conformance {

namespace {

std::vector<geo::Geometry> places(const data::Snapshot& snapshot)
{
    std::vector<geo::Geometry> places;
    for (const data::Stop& stop : snapshot.all<data::Stop>())
        if (stop.lon && stop.lat) places.push_back(geo::geometry_of(geo::Position{*stop.lon, *stop.lat}));
    for (const data::Route& route : snapshot.all<data::Route>())
        if (const auto line = line_of(route))
            for (const auto& end : {line->points.front(), line->points.back()}) places.push_back(geo::geometry_of(end));
    return places;
}

}  // namespace

StopPlaces::StopPlaces(const data::Snapshot& snapshot) : search_(places(snapshot)) {}

std::optional<double> StopPlaces::nearest_m(const geo::Position& place, double within_m) const
{
    const auto found = search_.nearest(place, 1, within_m);
    return found.empty() ? std::nullopt : std::optional{found.front().distance_m};
}

}  // namespace xiaoan::conformance
