#include "console/shell/widgets/tooltip.hpp"

#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/wrap.hpp"

#include <imgui_internal.h>

#include <algorithm>

namespace xiaoan::shell {
namespace {

constexpr float delay_s = 0.4F;
constexpr float padding_px = 10;
constexpr float widest_px = 420;
constexpr float below_px = 20;

/// How long the pointer has been over this rectangle; negative if it is not.
[[nodiscard]] float rested_s(const Rect& over)
{
    ImGuiWindow& window = *ImGui::GetCurrentWindow();
    const ImGuiID id = ImHashData(&over, sizeof(Rect), window.GetID("##tooltip"));
    const bool inside = ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem) &&
                        ImGui::IsMouseHoveringRect(low(over), high(over)) && !ImGui::IsAnyMouseDown();
    const auto now = static_cast<float>(ImGui::GetTime());
    if (!inside) {
        // Only what was hovered before has an entry: the storage does not grow with every cell of a table.
        if (window.StateStorage.GetFloat(id, -1) >= 0) window.StateStorage.SetFloat(id, -1);
        return -1;
    }
    const float since = window.StateStorage.GetFloat(id, -1);
    if (since < 0) window.StateStorage.SetFloat(id, now);
    return since < 0 ? 0 : now - since;
}

}  // namespace

void tooltip(const Ui& ui, const Rect& over, std::string_view text)
{
    if (text.empty()) return;
    const float rested = rested_s(over);
    if (rested < 0) return;
    if (rested < delay_s) {
        ui.pulse.frame_within(static_cast<double>(delay_s - rested) + 0.01);
        return;
    }
    const float padding = ui.px(padding_px);
    const float width = std::min({text_width(ui, FontRole::label, text), ui.px(widest_px), ui.screen.x - 4 * padding});
    const float height = paragraph_height(ui, width, FontRole::label, text);
    const float all_width = width + 2 * padding;
    const float all_height = std::max(height + ui.px(8), ui.px(28));
    const ImVec2 mouse = ImGui::GetMousePos();
    const float x = std::clamp(mouse.x, 0.0F, std::max(0.0F, ui.screen.x - all_width));
    const float under = mouse.y + ui.px(below_px);
    const float y = under + all_height > ui.screen.y ? mouse.y - all_height - ui.px(8) : under;
    const Rect frame = rect_at(std::round(x), std::round(y), all_width, all_height);

    ImGui::SetNextWindowPos(low(frame));
    ImGui::SetNextWindowSize({frame.width(), frame.height()});
    if (ImGui::BeginTooltip()) {
        ui.list().PushClipRectFullScreen();
        shadow(ui, frame, 6);
        fill(ui, frame, ui.theme.tooltip, 6);
        draw_paragraph(ui, {frame.x0 + padding, frame.y0 + std::floor((all_height - height) / 2)}, width,
                       {.font = FontRole::label, .color = ui.theme.on_tooltip}, text);
        ui.list().PopClipRect();
        ImGui::EndTooltip();
    }
}

}  // namespace xiaoan::shell
