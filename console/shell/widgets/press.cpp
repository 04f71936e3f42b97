#include "console/shell/widgets/press.hpp"

#include "console/shell/shapes.hpp"
#include "console/shell/widgets/tooltip.hpp"

#include <imgui_internal.h>

namespace xiaoan::shell {

Press press_area(const Ui& ui, std::string_view id, std::string_view label, const Rect& where, const PressLook& look)
{
    Press out;
    if (where.empty()) return out;
    ImGui::PushID(id.data(), id.data() + id.size());
    ImGui::SetCursorScreenPos(low(where));
    ImGui::BeginDisabled(!look.enabled);
    // The toolkit fades what is disabled through its own alpha; ours is chosen by each widget.
    ImGuiButtonFlags flags = ImGuiButtonFlags_MouseButtonLeft;
    if (look.right_button) flags |= ImGuiButtonFlags_MouseButtonRight;
    out.pressed = ImGui::InvisibleButton("##press", {where.width(), where.height()}, flags);
    out.hovered = ImGui::IsItemHovered();
    out.held = ImGui::IsItemActive() && out.hovered;
    out.focused = look.enabled && ImGui::IsItemFocused() && !GImGui->NavDisableHighlight;
    ImGui::EndDisabled();
    ImGui::PopID();
    if (out.focused && look.ring != Ring::none) focus_ring(ui, where, look.radius, look.ring);
    if (!look.reason.empty()) tooltip(ui, where, look.reason);
    if (ui.probe != nullptr) ui.probe->item(label, where, ui.clip());
    return out;
}

void focus_ring(const Ui& ui, const Rect& where, float radius, Ring ring)
{
    const float stroke = ui.px(2);
    const float gap = ring == Ring::inside ? -ui.px(2) : ui.px(2);
    ui.list().PushClipRectFullScreen();
    outline(ui, where.inset(-gap - stroke), radius + (ring == Ring::inside ? 0.0F : 4.0F), ui.theme.accent, stroke);
    ui.list().PopClipRect();
}

}  // namespace xiaoan::shell
