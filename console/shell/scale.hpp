// The one number between sizes as they are designed (100 %) and physical pixels.
#pragma once

#include <algorithm>
#include <cmath>

namespace xiaoan::shell {

struct Scale {
    float factor = 1;

    /// Design pixels to whole physical pixels.
    [[nodiscard]] float operator()(float design_px) const noexcept { return std::round(design_px * factor); }
    /// The same without rounding, for radii and strokes of shapes.
    [[nodiscard]] float exact(float design_px) const noexcept { return design_px * factor; }
    /// Width of a hairline: whole pixels, at least one.
    [[nodiscard]] float hair() const noexcept { return std::max(1.0F, std::floor(factor)); }
};

}  // namespace xiaoan::shell
