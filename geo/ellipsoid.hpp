// geo/ellipsoid.hpp: the CGCS2000 ellipsoid and how long a degree is on it.
#pragma once

#include <cmath>
#include <numbers>

namespace xiaoan::geo {

/// Equatorial radius and flattening of CGCS2000 (the flattening is that of GRS 80 to all published digits).
inline constexpr double ellipsoid_a_m = 6378137.0;
inline constexpr double ellipsoid_f = 1 / 298.257222101;
inline constexpr double ellipsoid_e2 = ellipsoid_f * (2 - ellipsoid_f);
inline constexpr double radians_per_degree = std::numbers::pi / 180;

/// Metres per degree of longitude and of latitude at one place.
struct DegreeLength {
    double lon_m = 0;
    double lat_m = 0;
};

/// At latitude `lat_deg`: the radii of curvature in the prime vertical and in the meridian, times one degree.
[[nodiscard]] inline DegreeLength degree_length(double lat_deg) noexcept
{
    const double sine = std::sin(lat_deg * radians_per_degree);
    const double w2 = 1 - ellipsoid_e2 * sine * sine;
    const double w = std::sqrt(w2);
    const double cosine = std::cos(lat_deg * radians_per_degree);
    return {ellipsoid_a_m / w * cosine * radians_per_degree,
            ellipsoid_a_m * (1 - ellipsoid_e2) / (w2 * w) * radians_per_degree};
}

}  // namespace xiaoan::geo
