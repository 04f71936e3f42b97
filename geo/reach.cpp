#include "geo/reach.hpp"

#include <algorithm>
#include <cmath>

namespace xiaoan::geo {
namespace {

// Roundings of the bounds themselves stay far below this; it costs 0.03 mm at 3 km.
constexpr double rounding_room = 1e-8;

/// Half the height of the band, from the shortest meridian degree there is: that at the equator.
double half_band_deg(double radius_m) noexcept
{
    return radius_m / degree_length(0).lat_m * (1 + rounding_room);
}

}  // namespace

DegreeLength shortest_degrees(double lat_deg, double radius_m) noexcept
{
    const double half_deg = half_band_deg(radius_m);
    const double nearest_pole_deg = std::abs(lat_deg) + half_deg;
    const double nearest_equator_deg = std::max(0.0, std::abs(lat_deg) - half_deg);
    DegreeLength shortest;
    shortest.lat_m = degree_length(nearest_equator_deg).lat_m;
    shortest.lon_m = nearest_pole_deg < 90 ? degree_length(nearest_pole_deg).lon_m : 0;
    return shortest;
}

double flat_excess(double lat_deg, double radius_m) noexcept
{
    const DegreeLength here = degree_length(lat_deg);
    const DegreeLength shortest = shortest_degrees(lat_deg, radius_m);
    return std::max(here.lon_m / shortest.lon_m, here.lat_m / shortest.lat_m) * (1 + rounding_room);
}

Box box_around(const Position& p, double radius_m) noexcept
{
    const DegreeLength shortest = shortest_degrees(p.lat, radius_m);
    const double half_lat = radius_m / shortest.lat_m * (1 + rounding_room);
    const double half_lon = std::min(180.0, radius_m / shortest.lon_m * (1 + rounding_room));
    return {p.lon - half_lon, p.lat - half_lat, p.lon + half_lon, p.lat + half_lat};
}

}  // namespace xiaoan::geo
