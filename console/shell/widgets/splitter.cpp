#include "console/shell/widgets/splitter.hpp"

#include "console/shell/shapes.hpp"

#include <cmath>
#include <string>

namespace xiaoan::shell {
namespace {

constexpr float grip_px = 7;
constexpr float line_px = 2;
// Not NoBringToFrontOnFocus: that would put it behind the regions, where it never gets the pointer.
constexpr ImGuiWindowFlags flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                                   ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoFocusOnAppearing;

}  // namespace

float splitter(const Ui& ui, std::string_view id, Seam seam, float at, float begin, float end)
{
    const bool upright = seam == Seam::upright;
    const float half = std::floor(ui.px(grip_px) / 2);
    const float low_edge = std::round(at) - half;
    const float high_edge = low_edge + ui.px(grip_px);
    const Rect grip = upright ? Rect{low_edge, begin, high_edge, end} : Rect{begin, low_edge, end, high_edge};
    if (grip.empty()) return 0;
    ImGui::SetNextWindowPos(low(grip));
    ImGui::SetNextWindowSize({grip.width(), grip.height()});
    float dragged = 0;
    if (ImGui::Begin(("##seam " + std::string(id)).c_str(), nullptr, flags)) {
        ImGui::InvisibleButton("grip", {grip.width(), grip.height()});
        const bool active = ImGui::IsItemActive();
        if (active) {
            // Follows the pointer, not the sum of its steps: a limit then does not leave the seam behind.
            const ImVec2 mouse = ImGui::GetMousePos();
            dragged = std::round((upright ? mouse.x : mouse.y) - at);
        }
        if (active || ImGui::IsItemHovered()) {
            ImGui::SetMouseCursor(upright ? ImGuiMouseCursor_ResizeEW : ImGuiMouseCursor_ResizeNS);
            const float stroke = ui.px(line_px);
            const float from = std::round(at - stroke / 2);
            fill(ui, upright ? Rect{from, begin, from + stroke, end} : Rect{begin, from, end, from + stroke},
                 ui.theme.accent);
        }
        if (ui.probe != nullptr) ui.probe->item(id, grip, ui.clip());
    }
    ImGui::End();
    return dragged;
}

}  // namespace xiaoan::shell
