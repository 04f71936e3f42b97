#include "console/shell/region.hpp"

#include "console/shell/shapes.hpp"

#include <imgui_internal.h>

#include <string>

namespace xiaoan::shell {
namespace {

constexpr ImGuiWindowFlags base_flags = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                                        ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoMove |
                                        ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground;
constexpr ImGuiWindowFlags still_flags = ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse;

}  // namespace

void region(const Ui& ui, std::string_view id, const Rect& where, const RegionLook& look,
            const std::function<void()>& content)
{
    if (where.empty()) return;
    ImGui::SetNextWindowPos(low(where));
    ImGui::SetNextWindowSize({where.width(), where.height()});
    ImGuiWindowFlags flags = base_flags;
    if (!look.scrolls) flags |= still_flags;
    // What floats stays in front: splitters and other regions come to the front of those with this flag only.
    if (!look.floats) flags |= ImGuiWindowFlags_NoBringToFrontOnFocus;
    if (ImGui::Begin(std::string(id).c_str(), nullptr, flags)) {
        if (look.floats) {
            // To the left only: above lies the bar.
            ui.list().PushClipRect({0, where.y0}, {where.x1, where.y1});
            shadow(ui, where, 0, 2);
            ui.list().PopClipRect();
            ui.list().PushClipRect(low(where), high(where));  // under the scroll bar too
            fill(ui, where, ui.theme.panel);
            ui.list().PopClipRect();
        }
        content();
    }
    ImGui::End();
}

Point region_origin()
{
    const ImVec2 at = ImGui::GetWindowPos();
    return {at.x - ImGui::GetScrollX(), at.y - ImGui::GetScrollY()};
}

void region_end(float y)
{
    ImGui::SetCursorScreenPos({region_origin().x, y - 1});
    ImGui::Dummy({1, 1});
}

void cycle_regions(std::span<const std::string_view> ids)
{
    if (ids.empty() || !ImGui::IsKeyPressed(ImGuiKey_F6, false)) return;
    std::size_t now = ids.size() - 1;
    const ImGuiWindow* focused = GImGui->NavWindow != nullptr ? GImGui->NavWindow->RootWindow : nullptr;
    for (std::size_t i = 0; i < ids.size(); ++i)
        if (focused != nullptr && ids[i] == focused->Name) now = i;
    for (std::size_t step = 1; step <= ids.size(); ++step) {
        const bool back = ImGui::GetIO().KeyShift;
        const std::size_t next = (now + (back ? ids.size() - step : step)) % ids.size();
        ImGuiWindow* window = ImGui::FindWindowByName(std::string(ids[next]).c_str());
        if (window == nullptr || !window->Active) continue;
        ImGui::FocusWindow(window);
        if (GImGui->NavId == 0) ImGui::NavInitWindow(window, false);
        GImGui->NavDisableHighlight = false;
        return;
    }
}

}  // namespace xiaoan::shell
