#include "console/checks/plan/route_times.hpp"

#include "geo/geodesic.hpp"
#include "geo/polyline.hpp"
#include "geo/wkt.hpp"

#include <algorithm>

namespace xiaoan::checks {

namespace {

constexpr double minutes_per_metre = 60.0 / (assumed_kmh * 1000);

struct PlacedStop {
    geo::Position at;
    data::TimeOfDay time;
    double along_m = 0;
};

std::vector<PlacedStop> placed(std::span<const data::Stop* const> stops)
{
    std::vector<PlacedStop> all;
    for (const data::Stop* stop : stops)
        if (stop->lon && stop->lat && geo::is_valid({*stop->lon, *stop->lat}))
            all.push_back({{*stop->lon, *stop->lat}, stop->time, 0});
    return all;
}

/// The longest line of the route's geometry; empty where it has none that can be read.
geo::Polyline drawn_line(const data::Route* route)
{
    if (route == nullptr) return {};
    auto read = geo::geometry_from_wkt(route->geometry);
    if (!read || read->lines.empty()) return {};
    return std::move(*std::ranges::max_element(read->lines, {}, geo::length_m));
}

void measure_along(const geo::Polyline& line, std::vector<PlacedStop>& stops)
{
    for (PlacedStop& stop : stops)
        if (const auto place = geo::nearest_place(line, stop.at)) stop.along_m = place->along_m;
}

geo::Polyline line_through(std::vector<PlacedStop>& stops)
{
    geo::Polyline line;
    double along_m = 0;
    for (PlacedStop& stop : stops) {
        if (!line.points.empty()) along_m += geo::geodesic_m(line.points.back(), stop.at);
        stop.along_m = along_m;
        line.points.push_back(stop.at);
    }
    return line;
}

std::vector<TimedPlace> times_of(const std::vector<PlacedStop>& stops)
{
    std::vector<TimedPlace> times;
    for (const PlacedStop& stop : stops) {
        if (!stop.time.given()) continue;
        const TimedPlace here{stop.along_m, static_cast<double>(stop.time.minutes)};
        if (times.empty() || (here.along_m > times.back().along_m && here.minute >= times.back().minute))
            times.push_back(here);
    }
    return times;
}

}  // namespace

double TimedRoute::minute_at(double along_m) const
{
    if (known.size() == 1) return known[0].minute + (along_m - known[0].along_m) * minutes_per_metre;
    auto after = std::ranges::lower_bound(known, along_m, {}, &TimedPlace::along_m);
    after = std::clamp(after, known.begin() + 1, known.end() - 1);
    const TimedPlace& a = *(after - 1);
    const TimedPlace& b = *after;
    return a.minute + (along_m - a.along_m) / (b.along_m - a.along_m) * (b.minute - a.minute);
}

RouteTimes route_times(const data::Route* route, std::span<const data::Stop* const> stops, data::TimeOfDay departs_at)
{
    auto on_line = placed(stops);
    TimedRoute timed{drawn_line(route), {}};
    if (timed.line.points.size() >= 2) {
        measure_along(timed.line, on_line);
        if (on_line.size() >= 2 && on_line.back().along_m < on_line.front().along_m) {
            std::ranges::reverse(timed.line.points);
            measure_along(timed.line, on_line);
        }
    } else {
        timed.line = line_through(on_line);
    }
    const double length_m = geo::length_m(timed.line);
    if (length_m <= 0) return {{}, NoTimes::no_place};

    timed.known = times_of(on_line);
    const data::TimeOfDay begins = route ? route->departs_at : data::TimeOfDay{};
    const data::TimeOfDay ends = route ? route->arrives_at : data::TimeOfDay{};
    if (timed.known.empty() && begins.given()) {
        timed.known.push_back({0, static_cast<double>(begins.minutes)});
        if (ends > begins) timed.known.push_back({length_m, static_cast<double>(ends.minutes)});
    } else if (timed.known.empty() && ends.given()) {
        timed.known.push_back({length_m, static_cast<double>(ends.minutes)});
    }
    if (departs_at.given()) {
        if (timed.known.empty()) timed.known.push_back({0, static_cast<double>(departs_at.minutes)});
        const double planned = begins.given() ? begins.minutes : timed.known.front().minute;
        for (TimedPlace& place : timed.known) place.minute += departs_at.minutes - planned;
    }
    if (timed.known.empty()) return {{}, NoTimes::no_time};
    return {std::move(timed), {}};
}

}  // namespace xiaoan::checks
