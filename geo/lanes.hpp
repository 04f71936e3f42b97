// geo/lanes.hpp: eight numbers at once, by the compilers' own vector types: portable, whatever the processor holds.
#pragma once

#include <cstdint>
#include <cstring>

#if defined(__SSE__)
#include <xmmintrin.h>
#endif

namespace xiaoan::geo {

inline constexpr std::uint32_t lanes = 8;
using Floats [[gnu::vector_size(32)]] = float;
using Ints [[gnu::vector_size(32)]] = std::int32_t;
using Words [[gnu::vector_size(32)]] = std::uint32_t;

/// Bits that say of which lanes a thing is true: bit i for lane i.
using LaneBits = std::uint32_t;

[[gnu::always_inline]] inline Floats load(const float* from) noexcept
{
    Floats all;
    std::memcpy(&all, from, sizeof all);
    return all;
}
[[gnu::always_inline]] inline void store(float* to, const Floats& all) noexcept
{
    std::memcpy(to, &all, sizeof all);
}

[[gnu::always_inline]] inline Floats larger(const Floats& a, const Floats& b) noexcept
{
    return a > b ? a : b;
}
[[gnu::always_inline]] inline Floats smaller(const Floats& a, const Floats& b) noexcept
{
    return a < b ? a : b;
}

[[gnu::always_inline]] inline float least_of(const Floats& all) noexcept
{
    const auto lesser = [](float a, float b) { return a < b ? a : b; };
    return lesser(lesser(lesser(all[0], all[1]), lesser(all[2], all[3])),
                  lesser(lesser(all[4], all[5]), lesser(all[6], all[7])));
}

[[gnu::always_inline]] inline LaneBits at_most(const Floats& all, float limit) noexcept
{
#if defined(__SSE__)
    __m128 low;
    __m128 high;
    std::memcpy(&low, &all, sizeof low);
    std::memcpy(&high, reinterpret_cast<const char*>(&all) + sizeof low, sizeof high);
    const __m128 limits = _mm_set1_ps(limit);
    return static_cast<LaneBits>(_mm_movemask_ps(_mm_cmple_ps(low, limits)) |
                                 _mm_movemask_ps(_mm_cmple_ps(high, limits)) << 4);
#else
    LaneBits which = 0;
    for (std::uint32_t i = 0; i < lanes; ++i) which |= (all[i] <= limit ? 1u : 0u) << i;
    return which;
#endif
}

}  // namespace xiaoan::geo
