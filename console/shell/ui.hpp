// What every part of the window is handed for a frame: colours, fonts, scale, and the ears of pulse and probe.
#pragma once

#include "console/shell/fonts.hpp"
#include "console/shell/probe.hpp"
#include "console/shell/pulse.hpp"
#include "console/shell/rect.hpp"
#include "console/shell/scale.hpp"
#include "console/shell/theme.hpp"

#include <imgui.h>

namespace xiaoan::shell {

/// Valid for one frame; passed by reference, kept by nobody.
struct Ui {
    const Theme& theme;
    Fonts& fonts;
    Scale px;
    Pulse& pulse;
    Probe* probe = nullptr;  ///< only while a script runs
    Point screen;            ///< size of the picture in physical pixels

    [[nodiscard]] ImDrawList& list() const { return *ImGui::GetWindowDrawList(); }
    /// What is visible of the list drawn to now.
    [[nodiscard]] Rect clip() const
    {
        const ImVec2 low = list().GetClipRectMin();
        const ImVec2 high = list().GetClipRectMax();
        return {low.x, low.y, high.x, high.y};
    }
};

[[nodiscard]] constexpr ImVec2 low(const Rect& rect) noexcept
{
    return {rect.x0, rect.y0};
}
[[nodiscard]] constexpr ImVec2 high(const Rect& rect) noexcept
{
    return {rect.x1, rect.y1};
}

}  // namespace xiaoan::shell
