// geo/local_distance.hpp: geodesic distance from one place to those around it, by a series with an error bound.
//
// With m the length of the meridian from the place's latitude to the other's, x the length of the place's own parallel
// between the two longitudes, K the Gaussian curvature, K' its change per metre northwards and p = tan(lat) / N:
//
//     T = m2 + x2 (1 - p m - K m2/3 - K' m3/12) + x4 (-p2 + p (p2 - K) m) / 12
//
// is the square of the distance up to terms of sixth order. The terms follow from the eikonal equation |grad s| = 1,
// and so does the bound (docs/geometry.md): where |grad sqrt(T)|2 = 1 + rho, sqrt(T) is off by at most the integral of
// |rho| / 2 along the way.
#pragma once

#include "geo/position.hpp"

namespace xiaoan::geo {

/// The series about one place. Arguments are differences of longitude and latitude in degrees, other minus place.
struct LocalSeries {
    double m1, m2, m3, m4;  ///< m from a difference of latitude
    double x1;              ///< x from one of longitude
    double b1, b2, b3;      ///< the factor of x2, by powers of m
    double c0, c1;          ///< the factor of x4

    /// The square of the distance in square metres, and how it changes with each degree.
    struct Gradient {
        double square_m2;
        double per_east_deg;
        double per_north_deg;
    };
    [[nodiscard]] Gradient gradient(double east_deg, double north_deg) const noexcept
    {
        const double m = north_deg * (m1 + north_deg * (m2 + north_deg * (m3 + north_deg * m4)));
        const double dm = m1 + north_deg * (2 * m2 + north_deg * (3 * m3 + north_deg * 4 * m4));
        const double x = east_deg * x1;
        const double x2 = x * x;
        const double b = 1 + m * (b1 + m * (b2 + m * b3));
        const double c = c0 + m * c1;
        const double per_m = 2 * m + x2 * (b1 + m * (2 * b2 + m * 3 * b3) + x2 * c1);
        return {m * m + x2 * (b + x2 * c), 2 * x * (b + 2 * x2 * c) * x1, per_m * dm};
    }
};

/// A plane about a place: metres east = e (east + n (east_n + n east_nn)), metres north = n (north + n north_n) for e
/// and n degrees east and north. Its distances are those of the series but for terms of fourth order in the square.
struct LocalPlane {
    double east, east_n, east_nn;
    double north, north_n;
};

class LocalDistance {
public:
    explicit LocalDistance(const Position& from) noexcept;

    /// How far the root of the series can be from the true distance, in metres, for all places at most `radius_m` away:
    /// radius * (radius2 (K + p2))2 / 300. Infinite where that does not hold: where radius2 (K + p2) exceeds 0.001
    /// (143 km at 45 degrees, 3.5 km at 89) or the place is not valid.
    [[nodiscard]] double error_bound_m(double radius_m) const noexcept;

    [[nodiscard]] const LocalSeries& series() const noexcept { return series_; }
    [[nodiscard]] LocalPlane plane() const noexcept;

    /// K + p2: one over the square of the length that the bounds are measured by, 1 / m2.
    [[nodiscard]] double curvature() const noexcept { return curvature_; }
    /// p = tan(lat) / N: how much shorter a parallel is, in parts, for each metre further north; 1 / m.
    [[nodiscard]] double narrowing() const noexcept { return -series_.b1; }

private:
    LocalSeries series_{};
    double curvature_ = 0;
};

}  // namespace xiaoan::geo
