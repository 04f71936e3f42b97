// The ink that can be read on a ground of any colour.
#pragma once

#include "console/shell/color.hpp"

#include <cmath>

namespace xiaoan::shell {

/// Relative luminance, 0 to 1 (WCAG 2.2, "relative luminance").
[[nodiscard]] inline float luminance(Color color) noexcept
{
    const auto linear = [&](unsigned shift) {
        const float share = static_cast<float>((color >> shift) & 0xFFU) / 255.0F;
        return share <= 0.04045F ? share / 12.92F : std::pow((share + 0.055F) / 1.055F, 2.4F);
    };
    return 0.2126F * linear(0) + 0.7152F * linear(8) + 0.0722F * linear(16);
}

/// White or near black, whichever stands out more.
[[nodiscard]] inline Color ink_on(Color ground) noexcept
{
    constexpr Color dark = rgb(0x15202B), light = rgb(0xFFFFFF);
    const float of_ground = luminance(ground);
    const float with_light = 1.05F / (of_ground + 0.05F), with_dark = (of_ground + 0.05F) / (luminance(dark) + 0.05F);
    return with_light >= with_dark ? light : dark;
}

}  // namespace xiaoan::shell
