#include "geo/local_distance.hpp"

#include "geo/ellipsoid.hpp"

#include <cmath>
#include <limits>

namespace xiaoan::geo {
namespace {

/// M'/M by latitude and its first two derivatives, from M = a (1 - e2) / w3 with h = (w2)' / w2.
struct MeridianChange {
    double h, l, l1, l2;
    MeridianChange(double sine, double cosine, double w2) noexcept
    {
        const double sine2 = 2 * sine * cosine;
        const double cosine2 = cosine * cosine - sine * sine;
        h = -ellipsoid_e2 * sine2 / w2;
        const double h1 = -2 * ellipsoid_e2 * cosine2 / w2 - h * h;
        const double h2 = 4 * ellipsoid_e2 * sine2 / w2 + 2 * ellipsoid_e2 * cosine2 / w2 * h - 2 * h * h1;
        l = -1.5 * h;
        l1 = -1.5 * h1;
        l2 = -1.5 * h2;
    }
};

}  // namespace

LocalDistance::LocalDistance(const Position& from) noexcept
{
    const double lat = from.lat * radians_per_degree;
    const double sine = std::sin(lat);
    const double cosine = std::cos(lat);
    const double w2 = 1 - ellipsoid_e2 * sine * sine;
    const double w = std::sqrt(w2);
    const double across_m = ellipsoid_a_m / w;                             // radius of the prime vertical, N
    const double along_m = ellipsoid_a_m * (1 - ellipsoid_e2) / (w2 * w);  // radius of the meridian, M

    const MeridianChange change(sine, cosine, w2);
    const auto& [h, l, l1, l2] = change;
    LocalSeries& s = series_;
    s.m1 = along_m * radians_per_degree;
    s.m2 = s.m1 * radians_per_degree * l / 2;
    s.m3 = s.m1 * radians_per_degree * radians_per_degree * (l * l + l1) / 6;
    s.m4 = s.m1 * radians_per_degree * radians_per_degree * radians_per_degree * (l * l * l + 3 * l * l1 + l2) / 24;
    s.x1 = across_m * cosine * radians_per_degree;

    const double k = 1 / (along_m * across_m);
    const double k_north = 2 * k * h / along_m;  // K is w4 / (a2 (1 - e2))
    const double p = sine / (across_m * cosine);
    s.b1 = -p;
    s.b2 = -k / 3;
    s.b3 = -k_north / 12;
    s.c0 = -p * p / 12;
    s.c1 = p * (p * p - k) / 12;
    curvature_ = is_valid(from) ? k + p * p : std::numeric_limits<double>::infinity();
}

double LocalDistance::error_bound_m(double radius_m) const noexcept
{
    const double size2 = radius_m * radius_m * curvature_;
    return size2 <= 1e-3 ? radius_m * size2 * size2 / 300 : std::numeric_limits<double>::infinity();
}

LocalPlane LocalDistance::plane() const noexcept
{
    // x sqrt(1 + b1 m + b2 m2), with m to second order in the difference of latitude.
    const LocalSeries& s = series_;
    const double second = (s.b2 - s.b1 * s.b1 / 4) / 2;
    return {s.x1, s.x1 * s.b1 / 2 * s.m1, s.x1 * (second * s.m1 * s.m1 + s.b1 / 2 * s.m2), s.m1, s.m2};
}

}  // namespace xiaoan::geo
