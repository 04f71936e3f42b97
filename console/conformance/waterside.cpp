#include "console/conformance/waterside.hpp"

#include "geo/corridor.hpp"
#include "geo/geodesic.hpp"
#include "geo/shore_distance.hpp"

#include <algorithm>
#include <cmath>

namespace xiaoan::conformance {

namespace {

/// Calls `use(place, along_m)` at the begin of a line and at equal steps of at most `step_m` on each of its edges that
/// `wanted`.
template <class Wanted, class Use>
void walk(const geo::Polyline& line, double step_m, Wanted wanted, Use use)
{
    double along_m = 0;
    for (std::size_t i = 1; i < line.points.size(); ++i) {
        const geo::Position &a = line.points[i - 1], &b = line.points[i];
        const double length_m = geo::geodesic_m(a, b);
        if (wanted(a, b)) {
            const double steps = std::max(1.0, std::ceil(length_m / step_m));
            for (double step = 0; step < steps; ++step) {
                const double part = step / steps;
                use(geo::Position{a.lon + part * (b.lon - a.lon), a.lat + part * (b.lat - a.lat)},
                    along_m + part * length_m);
            }
        }
        along_m += length_m;
    }
}

/// A place of the line that is near the water.
struct NearPlace {
    double along_m = 0;
    bool crosses = false;
};

constexpr double step_m = 2;

std::vector<NearPlace> near_places(const geo::Polyline& line, const geo::Geometry& water)
{
    constexpr double metres_a_degree = 60'000;  // of longitude up to 57 degrees: the box is wide enough
    geo::Box box = geo::bounding_box(water);
    const double reach_deg = waterside_reach_m / metres_a_degree;
    box = {box.west - reach_deg, box.south - reach_deg, box.east + reach_deg, box.north + reach_deg};
    const auto touches = [&](const geo::Position& a, const geo::Position& b) {
        geo::Box edge;
        edge.add(a);
        edge.add(b);
        return box.touches(edge);
    };
    std::vector<NearPlace> places;
    walk(line, step_m, touches, [&](const geo::Position& place, double along_m) {
        if (!box.contains(place)) return;
        const auto shore = geo::shore_distance_within(place, water, waterside_reach_m);
        if (shore) places.push_back({along_m, shore->inside || shore->distance_m <= step_m / 2});
    });
    return places;
}

}  // namespace

std::vector<Beside> beside_waters(const geo::Polyline& line, const geo::NearSearch& search,
                                  std::span<const geo::Geometry> waters)
{
    auto pairs = search.along(line, waterside_reach_m);
    std::ranges::sort(pairs, {}, &geo::NearPair::geometry);
    std::vector<Beside> found;
    for (const geo::NearPair& pair : pairs) {
        auto places = near_places(line, waters[pair.geometry]);
        std::vector<double> crossings;
        for (const NearPlace& each : places)
            if (each.crosses) crossings.push_back(each.along_m);
        std::erase_if(places, [&](const NearPlace& each) {
            const auto next = std::ranges::lower_bound(crossings, each.along_m - crossing_m);
            return next != crossings.end() && *next <= each.along_m + crossing_m;
        });
        for (std::size_t first = 0; first < places.size();) {
            std::size_t last = first;
            while (last + 1 < places.size() && places[last + 1].along_m - places[last].along_m <= step_m * 1.5) ++last;
            const double length_m = places[last].along_m - places[first].along_m + step_m;
            if (length_m > waterside_length_m) found.push_back({pair.geometry, places[first].along_m, length_m});
            first = last + 1;
        }
    }
    return found;
}

double longest_off_m(const geo::Polyline& line, const geo::Polyline& from, double off_m)
{
    constexpr double off_step_m = 20;
    const geo::Corridor corridor(from, off_m);
    std::uint32_t hint = 0;
    double longest = 0, begun = -1;
    walk(
        line, off_step_m, [](const geo::Position&, const geo::Position&) { return true; },
        [&](const geo::Position& place, double along_m) {
            if (corridor.holds(place, hint)) {
                begun = -1;
                return;
            }
            if (begun < 0) begun = along_m;
            longest = std::max(longest, along_m - begun);
        });
    return longest;
}

}  // namespace xiaoan::conformance
