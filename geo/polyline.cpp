#include "geo/polyline.hpp"

#include "geo/edge_nearest.hpp"
#include "geo/geodesic.hpp"

#include <algorithm>
#include <cmath>

namespace xiaoan::geo {

double length_m(const Polyline& line) noexcept
{
    double sum_m = 0;
    for (std::size_t i = 1; i < line.points.size(); ++i) sum_m += geodesic_m(line.points[i - 1], line.points[i]);
    return sum_m;
}

std::optional<PlaceOnLine> place_along(const Polyline& line, double along_m) noexcept
{
    if (std::isnan(along_m)) return std::nullopt;
    const double asked_m = std::max(0.0, along_m);
    std::optional<PlaceOnLine> end;
    double before_m = 0;
    for (std::size_t i = 1; i < line.points.size(); ++i) {
        const Position& a = line.points[i - 1];
        const Position& b = line.points[i];
        const double edge_m = geodesic_m(a, b);
        if (!(edge_m > 0)) continue;
        const double bearing = bearing_deg(a, b).value_or(0);
        if (asked_m <= before_m + edge_m) {
            const double t = (asked_m - before_m) / edge_m;
            return PlaceOnLine{{a.lon + t * (b.lon - a.lon), a.lat + t * (b.lat - a.lat)}, bearing, asked_m};
        }
        before_m += edge_m;
        end = PlaceOnLine{b, bearing, before_m};
    }
    return end;
}

std::optional<PlaceOnLine> midpoint(const Polyline& line) noexcept
{
    return place_along(line, length_m(line) / 2);
}

std::optional<PlaceOnLine> nearest_place(const Polyline& line, const Position& p) noexcept
{
    if (!is_valid(p)) return std::nullopt;
    std::optional<PlaceOnLine> best;
    double best_m = 0;
    double before_m = 0;
    for (std::size_t i = 1; i < line.points.size(); ++i) {
        const Position& a = line.points[i - 1];
        const Position& b = line.points[i];
        const double edge_m = geodesic_m(a, b);
        if (!(edge_m > 0)) continue;
        const NearestOnEdge found = nearest_on_edge(p, a, b);
        if (!best || found.distance_m < best_m) {
            best_m = found.distance_m;
            best = PlaceOnLine{found.at, bearing_deg(a, b).value_or(0), before_m + geodesic_m(a, found.at)};
        }
        before_m += edge_m;
    }
    return best;
}

}  // namespace xiaoan::geo
