#include "console/map/scale_bar.hpp"

#include <fmt/format.h>

#include <cmath>

namespace xiaoan::map {

ScaleBar scale_bar(double ground_m_per_px, double longest_px)
{
    const double longest_m = ground_m_per_px * longest_px;
    const double power = std::pow(10.0, std::floor(std::log10(longest_m)));
    double length = power;
    for (const double factor : {2.0, 5.0})
        if (factor * power <= longest_m) length = factor * power;
    return {length, length / ground_m_per_px, length_text(length)};
}

std::string length_text(double metres)
{
    if (metres < 1) return fmt::format("{:.1f} m", metres);
    if (metres < 999.5) return fmt::format("{:.0f} m", metres);
    const double km = metres / 1000;
    if (km < 9.95 && std::abs(km - std::round(km)) >= 0.05) return fmt::format("{:.1f} km", km);
    return fmt::format("{:.0f} km", km);
}

}  // namespace xiaoan::map
