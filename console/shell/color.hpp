// A colour as the toolkit packs it: alpha, blue, green, red from the highest byte down.
#pragma once

#include <cstdint>

namespace xiaoan::shell {

using Color = std::uint32_t;

/// 0xRRGGBB, opaque.
[[nodiscard]] constexpr Color rgb(std::uint32_t hex) noexcept
{
    return 0xFF000000U | ((hex & 0xFFU) << 16U) | (hex & 0xFF00U) | ((hex >> 16U) & 0xFFU);
}

/// The same colour, `share` of it opaque: 0 to 1.
[[nodiscard]] constexpr Color with_alpha(Color color, float share) noexcept
{
    return (color & 0x00FFFFFFU) | (static_cast<Color>(share * 255.0F + 0.5F) << 24U);
}

/// `share` of the way from one opaque colour to another.
[[nodiscard]] constexpr Color mixed(Color from, Color to, float share) noexcept
{
    Color out = 0xFF000000U;
    for (unsigned shift = 0; shift < 24; shift += 8) {
        const auto a = static_cast<float>((from >> shift) & 0xFFU);
        const auto b = static_cast<float>((to >> shift) & 0xFFU);
        out |= static_cast<Color>(a + (b - a) * share + 0.5F) << shift;
    }
    return out;
}

}  // namespace xiaoan::shell
