// Points and rectangles of the screen in physical pixels, without any toolkit, so that layouts can be tested as values.
#pragma once

#include <algorithm>

namespace xiaoan::shell {

struct Point {
    float x = 0;
    float y = 0;
    friend bool operator==(const Point&, const Point&) = default;
};

/// Right and lower edges are outside: a rectangle of width 0 holds no pixel.
struct Rect {
    float x0 = 0;
    float y0 = 0;
    float x1 = 0;
    float y1 = 0;

    [[nodiscard]] constexpr float width() const noexcept { return x1 - x0; }
    [[nodiscard]] constexpr float height() const noexcept { return y1 - y0; }
    [[nodiscard]] constexpr bool empty() const noexcept { return x1 <= x0 || y1 <= y0; }
    [[nodiscard]] constexpr Point middle() const noexcept { return {(x0 + x1) / 2, (y0 + y1) / 2}; }
    [[nodiscard]] constexpr bool holds(Point at) const noexcept
    {
        return at.x >= x0 && at.x < x1 && at.y >= y0 && at.y < y1;
    }
    /// Smaller by `dx`, `dy` on each side; larger if they are negative.
    [[nodiscard]] constexpr Rect inset(float dx, float dy) const noexcept
    {
        return {x0 + dx, y0 + dy, x1 - dx, y1 - dy};
    }
    [[nodiscard]] constexpr Rect inset(float d) const noexcept { return inset(d, d); }
    [[nodiscard]] constexpr Rect moved(float dx, float dy) const noexcept
    {
        return {x0 + dx, y0 + dy, x1 + dx, y1 + dy};
    }
    /// The part that both share; empty() if there is none.
    [[nodiscard]] constexpr Rect shared_with(const Rect& other) const noexcept
    {
        return {std::max(x0, other.x0), std::max(y0, other.y0), std::min(x1, other.x1), std::min(y1, other.y1)};
    }
    friend bool operator==(const Rect&, const Rect&) = default;
};

[[nodiscard]] constexpr Rect rect_at(float x, float y, float width, float height) noexcept
{
    return {x, y, x + width, y + height};
}

}  // namespace xiaoan::shell
