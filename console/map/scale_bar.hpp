// The scale bar: the longest round length that fits into a given width.
#pragma once

#include <string>

namespace xiaoan::map {

struct ScaleBar {
    double length_m = 0;  // on the ground, 1, 2 or 5 times a power of ten
    double width_px = 0;  // as long as that on the screen
    std::string text;     // 20 km, 500 m
};

/// `ground_m_per_px` at the place where the bar stands for. Both arguments above 0.
[[nodiscard]] ScaleBar scale_bar(double ground_m_per_px, double longest_px);

/// A length as a map says it: 240 m, 1.2 km, 20 km.
[[nodiscard]] std::string length_text(double metres);

}  // namespace xiaoan::map
