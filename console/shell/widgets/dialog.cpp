#include "console/shell/widgets/dialog.hpp"

#include "console/shell/text.hpp"
#include "console/shell/widgets/button.hpp"
#include "console/shell/widgets/popup.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <string>

namespace xiaoan::shell {
namespace {

constexpr float padding_px = 24;
constexpr float title_gap_px = 14;
constexpr float button_gap_px = 8;
constexpr float above_buttons_px = 20;
constexpr ImGuiWindowFlags dialog_flags = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                                          ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoMove |
                                          ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground;

/// Popups are opened and looked up on the same level, whatever window draws them.
[[nodiscard]] ImGuiID id_of(std::string_view id)
{
    return ImHashStr(id.data(), id.size(), ImHashStr("dialog"));
}

[[nodiscard]] std::optional<std::string_view> draw_buttons(const Ui& ui, float x0, float x1, float y,
                                                           std::span<const DialogButton> buttons)
{
    std::optional<std::string_view> pressed;
    float width = 0;
    for (const DialogButton& of : buttons) width += button_width(ui, of.label) + ui.px(button_gap_px);
    float x = std::max(x0, x1 - width + ui.px(button_gap_px));
    for (const DialogButton& of : buttons) {
        const Rect where = rect_at(x, y, button_width(ui, of.label), ui.px(button_height_px));
        if (button(ui, of.id, of.label, where, {.primary = of.primary, .enabled = of.enabled, .reason = of.reason}))
            pressed = of.id;
        x = where.x1 + ui.px(button_gap_px);
        if (of.cancels && ImGui::IsKeyPressed(ImGuiKey_Escape, false) && !ImGui::IsWindowAppearing() &&
            !ImGui::GetIO().WantTextInput)
            pressed = of.id;
        // Enter is the main button's unless another button has the focus or several lines are being typed.
        const bool enter =
            ImGui::IsKeyPressed(ImGuiKey_Enter, false) || ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false);
        if (of.primary && of.enabled && enter && !ImGui::IsAnyItemFocused() && !ImGui::GetIO().WantTextInput)
            pressed = of.id;
    }
    return pressed;
}

}  // namespace

void open_dialog(std::string_view id)
{
    ImGui::OpenPopup(id_of(id));
}

void close_dialog()
{
    ImGui::ClosePopupToLevel(0, true);
}

bool dialog_is_open(std::string_view id)
{
    return ImGui::IsPopupOpen(id_of(id), ImGuiPopupFlags_None);
}

std::optional<std::string_view> dialog(const Ui& ui, std::string_view id, const DialogLook& look,
                                       const std::function<float(Point, float)>& content,
                                       std::span<const DialogButton> buttons)
{
    if (!dialog_is_open(id)) return {};
    const float width = std::min(ui.px(look.width), ui.screen.x - 2 * ui.px(16));
    ImGui::SetNextWindowPos({std::round(ui.screen.x / 2), std::round(ui.screen.y * 0.44F)}, ImGuiCond_Always,
                            {0.5F, 0.44F});
    ImGui::SetNextWindowSizeConstraints({width, 0}, {width, ui.screen.y - 2 * ui.px(16)});
    // BeginPopupModal takes a name and hashes it in the current window; the id is the dialog's own instead.
    std::optional<std::string_view> pressed;
    if (!ImGui::BeginPopupEx(id_of(id), dialog_flags | ImGuiWindowFlags_Modal | ImGuiWindowFlags_AlwaysAutoResize))
        return {};
    popup_ground(ui, 10, 2);
    const ImVec2 corner = ImGui::GetWindowPos();
    const float padding = ui.px(padding_px);
    const float x = std::round(corner.x) + padding;
    const float inner = width - 2 * padding;
    float y = std::round(corner.y) + padding - ImGui::GetScrollY();
    y += draw_paragraph(ui, {x, y - ui.px(3)}, inner, {.font = FontRole::title, .color = ui.theme.ink}, look.title) +
         ui.px(title_gap_px);
    y += content({x, y}, inner);
    y += ui.px(above_buttons_px);
    pressed = draw_buttons(ui, x, x + inner, y, buttons);
    y += ui.px(button_height_px) + padding;
    ImGui::SetCursorScreenPos({x, y - 1});
    ImGui::Dummy({inner + padding, 1});
    ImGui::EndPopup();
    return pressed;
}

}  // namespace xiaoan::shell
