#include "geo/datum.hpp"

#include <cmath>
#include <numbers>

namespace xiaoan::geo {
namespace {

using std::numbers::pi;

constexpr double gcj_a_m = 6378245.0;
constexpr double gcj_ee = 0.00669342162296594323;
constexpr double bd_k = pi * 3000.0 / 180.0;
constexpr double settled_deg = 1e-10;
constexpr int most_rounds = 20;  // Baicheng needs 5 to come below 1e-13 degree

bool is_shifted(const Position& p) noexcept
{
    return p.lon >= 72.004 && p.lon <= 137.8347 && p.lat >= 0.8293 && p.lat <= 55.8271;
}

double sine_of_half_turns(double u) noexcept
{
    return std::sin(u * pi);
}

/// Solves forward(x) = given by x <- x - (forward(x) - given). The shifts change slowly with place, so each round
/// divides the error by more than a hundred.
template <class From, class To, class Forward>
std::optional<From> solve(const To& given, Forward forward) noexcept
{
    From guess{given.lon, given.lat};
    for (int round = 0; round < most_rounds; ++round) {
        const To reached = forward(guess);
        const double lon_off = reached.lon - given.lon;
        const double lat_off = reached.lat - given.lat;
        guess.lon -= lon_off;
        guess.lat -= lat_off;
        if (std::abs(lon_off) < settled_deg && std::abs(lat_off) < settled_deg) return guess;
    }
    return std::nullopt;
}

}  // namespace

Gcj02Position gcj02_from_cgcs2000(const Position& p) noexcept
{
    if (!is_shifted(p)) return {p.lon, p.lat};
    const auto s = sine_of_half_turns;
    const double x = p.lon - 105.0;
    const double y = p.lat - 35.0;
    const double common = 20 * s(6 * x) + 20 * s(2 * x);
    const double north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * std::sqrt(std::abs(x)) +
                         (common + 20 * s(y) + 40 * s(y / 3) + 160 * s(y / 12) + 320 * s(y / 30)) * 2 / 3;
    const double east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * std::sqrt(std::abs(x)) +
                        (common + 20 * s(x) + 40 * s(x / 3) + 150 * s(x / 12) + 300 * s(x / 30)) * 2 / 3;
    const double lat_rad = p.lat / 180 * pi;
    const double m = 1 - gcj_ee * std::sin(lat_rad) * std::sin(lat_rad);
    const double lat_shift = 180 * north * m * std::sqrt(m) / (gcj_a_m * (1 - gcj_ee) * pi);
    const double lon_shift = 180 * east * std::sqrt(m) / (gcj_a_m * std::cos(lat_rad) * pi);
    return {p.lon + lon_shift, p.lat + lat_shift};
}

std::optional<Position> cgcs2000_from_gcj02(const Gcj02Position& p) noexcept
{
    return solve<Position>(p, gcj02_from_cgcs2000);
}

Bd09Position bd09_from_gcj02(const Gcj02Position& p) noexcept
{
    const double z = std::hypot(p.lon, p.lat) + 2e-5 * std::sin(p.lat * bd_k);
    const double theta = std::atan2(p.lat, p.lon) + 3e-6 * std::cos(p.lon * bd_k);
    return {z * std::cos(theta) + 0.0065, z * std::sin(theta) + 0.006};
}

std::optional<Gcj02Position> gcj02_from_bd09(const Bd09Position& p) noexcept
{
    return solve<Gcj02Position>(p, bd09_from_gcj02);
}

Bd09Position bd09_from_cgcs2000(const Position& p) noexcept
{
    return bd09_from_gcj02(gcj02_from_cgcs2000(p));
}

std::optional<Position> cgcs2000_from_bd09(const Bd09Position& p) noexcept
{
    const auto gcj = gcj02_from_bd09(p);
    if (!gcj) return std::nullopt;
    return cgcs2000_from_gcj02(*gcj);
}

}  // namespace xiaoan::geo
