#include "geo/edge_nearest.hpp"

#include "geo/ellipsoid.hpp"
#include "geo/geodesic.hpp"

#include <algorithm>
#include <cmath>

namespace xiaoan::geo {
namespace {

constexpr double good_enough_m = 1e-9;  // what a further step could still take off the distance
constexpr int most_steps = 60;

/// The edge as a line of one parameter, 0 at a and 1 at b.
struct Edge {
    Position a, b;
    Position at(double t) const noexcept
    {
        if (t == 1) return b;  // so that the end is hit to the last bit
        return {a.lon + t * (b.lon - a.lon), a.lat + t * (b.lat - a.lat)};
    }
};

/// The distance at one parameter, with the slope of half its square and the speed of the line, metres per unit.
struct Probe {
    double t = 0;
    double distance_m = 0;
    double slope = 0;
    double speed2 = 0;
};

Probe probe(const Position& from, const Edge& edge, double t) noexcept
{
    const Position at = edge.at(t);
    const GeodesicArrival arrival = geodesic_arrival(from, at);
    const DegreeLength degree = degree_length(at.lat);
    const double east_m = (edge.b.lon - edge.a.lon) * degree.lon_m;
    const double north_m = (edge.b.lat - edge.a.lat) * degree.lat_m;
    const double heading = arrival.heading_deg * radians_per_degree;
    // The distance grows fastest in the direction in which its geodesic arrives.
    return {t, arrival.distance_m, arrival.distance_m * (east_m * std::sin(heading) + north_m * std::cos(heading)),
            east_m * east_m + north_m * north_m};
}

double flat_foot(const Position& from, const Edge& edge, const DegreeLength& degree) noexcept
{
    const double ax = (edge.a.lon - from.lon) * degree.lon_m;
    const double ay = (edge.a.lat - from.lat) * degree.lat_m;
    const double dx = (edge.b.lon - edge.a.lon) * degree.lon_m;
    const double dy = (edge.b.lat - edge.a.lat) * degree.lat_m;
    const double length2 = dx * dx + dy * dy;
    return length2 > 0 ? std::clamp(-(ax * dx + ay * dy) / length2, 0.0, 1.0) : 0.0;
}

/// Degrees measured half-way to a first guess are right to third order: at 3 km the search then ends where it begins.
double start(const Position& from, const Edge& edge) noexcept
{
    const double guess = flat_foot(from, edge, degree_length(from.lat));
    return flat_foot(from, edge, degree_length((from.lat + edge.at(guess).lat) / 2));
}

}  // namespace

NearestOnEdge nearest_on_edge(const Position& from, const Position& a, const Position& b) noexcept
{
    const Edge edge{a, b};
    double low = 0;
    double high = 1;
    Probe now = probe(from, edge, start(from, edge));
    Probe best = now;
    for (int step = 0; step < most_steps && now.speed2 > 0; ++step) {
        if (now.slope > 0)
            high = now.t;
        else
            low = now.t;
        double next = std::clamp(now.t - now.slope / now.speed2, 0.0, 1.0);
        if (next < low || next > high) next = (low + high) / 2;
        const double moved2_m2 = (next - now.t) * (next - now.t) * now.speed2;
        if (!(moved2_m2 > 2 * good_enough_m * std::max(now.distance_m, good_enough_m))) break;
        now = probe(from, edge, next);
        if (now.distance_m < best.distance_m) best = now;
    }
    return {best.distance_m, edge.at(best.t)};
}

}  // namespace xiaoan::geo
