#include "geo/map_plane.hpp"

#include "geo/ellipsoid.hpp"

#include <cmath>

namespace xiaoan::geo {
namespace {

constexpr double outermost_lat_deg = 89;

}  // namespace

MapPosition map_from_position(const Position& p) noexcept
{
    const double lat_deg = p.lat > outermost_lat_deg    ? outermost_lat_deg
                           : p.lat < -outermost_lat_deg ? -outermost_lat_deg
                                                        : p.lat;
    const double e = std::sqrt(ellipsoid_e2);
    const double sine = std::sin(lat_deg * radians_per_degree);
    return {ellipsoid_a_m * p.lon * radians_per_degree, ellipsoid_a_m * (std::atanh(sine) - e * std::atanh(e * sine))};
}

Position position_from_map(const MapPosition& p) noexcept
{
    const double e = std::sqrt(ellipsoid_e2);
    const double isometric = p.y / ellipsoid_a_m;
    // sin(lat) = tanh(isometric + e atanh(e sin(lat))): each round divides the error by at least 1 / e2 = 149, so
    // eight rounds go below the resolution of a double from any start.
    double sine = std::tanh(isometric);
    for (int round = 0; round < 8; ++round) sine = std::tanh(isometric + e * std::atanh(e * sine));
    // Near a pole asin loses digits; atan of sinh does not.
    const double lat = std::atan(std::sinh(isometric + e * std::atanh(e * sine)));
    return {p.x / ellipsoid_a_m / radians_per_degree, lat / radians_per_degree};
}

double map_scale(double lat_deg) noexcept
{
    return ellipsoid_a_m * radians_per_degree / degree_length(lat_deg).lon_m;
}

}  // namespace xiaoan::geo
