#include "geo/geodesic.hpp"

#include "geo/ellipsoid.hpp"

#include <geodesic.h>

#include <cmath>

namespace xiaoan::geo {
namespace {

const geod_geodesic& cgcs2000() noexcept
{
    static const geod_geodesic ellipsoid = [] {
        geod_geodesic made{};
        geod_init(&made, ellipsoid_a_m, ellipsoid_f);
        return made;
    }();
    return ellipsoid;
}

}  // namespace

double geodesic_m(const Position& from, const Position& to) noexcept
{
    double distance_m = 0;
    geod_inverse(&cgcs2000(), from.lat, from.lon, to.lat, to.lon, &distance_m, nullptr, nullptr);
    return distance_m;
}

std::optional<double> bearing_deg(const Position& from, const Position& to) noexcept
{
    double distance_m = 0;
    double azimuth_deg = 0;
    geod_inverse(&cgcs2000(), from.lat, from.lon, to.lat, to.lon, &distance_m, &azimuth_deg, nullptr);
    if (!(distance_m > 0) || std::abs(from.lat) == 90 || std::isnan(azimuth_deg)) return std::nullopt;
    const double turned = azimuth_deg < 0 ? azimuth_deg + 360 : azimuth_deg;
    return turned >= 360 ? 0.0 : turned + 0.0;  // -1e-15 + 360 rounds to 360; + 0.0 clears the sign of a zero
}

Position destination(const Position& from, double bearing, double distance_m) noexcept
{
    Position reached;
    geod_direct(&cgcs2000(), from.lat, from.lon, bearing, distance_m, &reached.lat, &reached.lon, nullptr);
    return reached;
}

GeodesicArrival geodesic_arrival(const Position& from, const Position& to) noexcept
{
    GeodesicArrival found;
    geod_inverse(&cgcs2000(), from.lat, from.lon, to.lat, to.lon, &found.distance_m, nullptr, &found.heading_deg);
    return found;
}

}  // namespace xiaoan::geo
