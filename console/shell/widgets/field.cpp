#include "console/shell/widgets/field.hpp"

#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/press.hpp"

#include <imgui_internal.h>
#include <imgui_stdlib.h>

#include <cmath>
#include <string>

namespace xiaoan::shell {
namespace {

constexpr float padding_px = 12;
constexpr float label_gap_px = 7;
constexpr float mark_px = 16;
constexpr float icon_px = 22;

void field_box(const Ui& ui, const Rect& where, bool hovered)
{
    const Color border = hovered ? mixed(ui.theme.field_border, ui.theme.ink, 0.25F) : ui.theme.field_border;
    box(ui, where, 6, ui.theme.field, border);
}

/// Ground and frame of an input; the text itself is the toolkit's.
void input_box(const Ui& ui, const Rect& where, const InputLook& look, bool active, bool hovered)
{
    field_box(ui, where, hovered && look.enabled);
    if (look.wrong) outline(ui, where, 6, ui.theme.stop.line, std::max(ui.px(1.5F), ui.px.hair()));
    if (active) outline(ui, where, 6, look.wrong ? ui.theme.stop.line : ui.theme.accent, ui.px(2));
}

/// Gives the caret to the input that comes next. Its window has to have the focus by then: 1.90.1 looks for the input
/// in the focus scope of the window that had it last.
void take_focus()
{
    ImGui::SetWindowFocus();
    ImGui::SetKeyboardFocusHere();
}

[[nodiscard]] Typed after_input(bool changed, bool entered)
{
    return {
        .changed = changed, .entered = entered, .active = ImGui::IsItemActive(), .left = ImGui::IsItemDeactivated()};
}

}  // namespace

float field_width(const Ui& ui, std::string_view value, const FieldLook& look)
{
    float width = 2 * ui.px(padding_px) + text_width(ui, FontRole::body, value);
    if (!look.label.empty()) width += text_width(ui, FontRole::small, look.label) + ui.px(label_gap_px);
    if (look.drop_mark) width += ui.px(mark_px);
    return width;
}

bool field(const Ui& ui, std::string_view id, std::string_view value, const Rect& where, const FieldLook& look)
{
    const Press press = press_area(ui, id, value, where, {.reason = look.reason});
    field_box(ui, where, press.hovered || look.open);
    if (look.open) outline(ui, where, 6, ui.theme.accent, ui.px(2));
    Rect inside = where.inset(ui.px(padding_px), 0);
    if (!look.label.empty()) {
        draw_text(ui, inside, Align::left, {.font = FontRole::small, .color = ui.theme.muted}, look.label);
        inside.x0 += text_width(ui, FontRole::small, look.label) + ui.px(label_gap_px);
    }
    if (look.drop_mark) {
        draw_icon(ui, {inside.x1 - ui.px(4), where.middle().y}, Icon::caret_down, ui.theme.second_ink);
        inside.x1 -= ui.px(mark_px);
    }
    draw_text_fitted(ui, inside, Align::left, {.color = ui.theme.second_ink}, value);
    return press.pressed;
}

float key_box(const Ui& ui, float right, float middle_y, std::string_view key)
{
    const float width = text_width(ui, FontRole::small, key) + ui.px(10);
    const float height = ui.px(20);
    const Rect at = rect_at(right - width, std::floor(middle_y - height / 2), width, height);
    box(ui, at, 4, ui.theme.field, ui.theme.field_border);
    draw_text(ui, at, Align::centre, {.font = FontRole::small, .color = ui.theme.muted}, key);
    return width;
}

bool search_field(const Ui& ui, std::string_view id, std::string_view hint, std::string_view key_hint,
                  const Rect& where)
{
    const Press press = press_area(ui, id, hint, where);
    field_box(ui, where, press.hovered);
    const float middle = where.middle().y;
    draw_icon(ui, {where.x0 + ui.px(19), middle}, Icon::search, ui.theme.muted);
    Rect inside{where.x0 + ui.px(32), where.y0, where.x1 - ui.px(7), where.y1};
    if (!key_hint.empty()) inside.x1 -= key_box(ui, inside.x1, middle, key_hint) + ui.px(8);
    draw_text_fitted(ui, inside, Align::left, {.color = ui.theme.placeholder}, hint);
    return press.pressed;
}

Typed text_input(const Ui& ui, std::string_view id, std::string& text, const Rect& where, const InputLook& look)
{
    ui.fonts.note(FontRole::body, text);
    ui.fonts.note(FontRole::body, look.hint);
    ImGui::PushID(id.data(), id.data() + id.size());
    const bool was_active = ImGui::GetActiveID() == ImGui::GetID("##text") && ImGui::GetActiveID() != 0;
    input_box(ui, where, look, was_active,
              ImGui::IsMouseHoveringRect(low(where), high(where)) && ImGui::IsWindowHovered());
    Rect inside = where;
    if (look.icon) {
        draw_icon(ui, {where.x0 + ui.px(19), where.middle().y}, *look.icon, ui.theme.muted);
        inside.x0 += ui.px(icon_px - 2);
    }
    if (!look.key_hint.empty() && !was_active)
        inside.x1 -= key_box(ui, where.x1 - ui.px(7), where.middle().y, look.key_hint) + ui.px(4);
    ImGui::SetCursorScreenPos(low(inside));
    ImGui::SetNextItemWidth(inside.width());
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding,
                        {ui.px(padding_px), std::floor((where.height() - text_height(ui, FontRole::body)) / 2)});
    ImGui::BeginDisabled(!look.enabled);
    if (look.take_focus) take_focus();
    const ImGuiInputTextFlags flags = look.select_all ? ImGuiInputTextFlags_AutoSelectAll : ImGuiInputTextFlags_None;
    const bool changed = ImGui::InputText("##text", &text, flags);
    const bool entered = ImGui::IsItemDeactivated() &&
                         (ImGui::IsKeyPressed(ImGuiKey_Enter) || ImGui::IsKeyPressed(ImGuiKey_KeypadEnter));
    const Typed typed = after_input(changed, entered);
    ImGui::EndDisabled();
    ImGui::PopStyleVar();
    if (text.empty())
        draw_text_fitted(ui, inside.inset(ui.px(padding_px), 0), Align::left, {.color = ui.theme.placeholder},
                         look.hint);
    if (!typed.active && look.enabled && ImGui::IsItemFocused() && !GImGui->NavDisableHighlight)
        focus_ring(ui, where, 6, Ring::outside);
    ImGui::PopID();
    if (ui.probe != nullptr) {
        ui.probe->item(look.hint.empty() ? id : look.hint, where, ui.clip());
        ui.probe->text(text, where, ui.clip());
    }
    return typed;
}

Typed text_area(const Ui& ui, std::string_view id, std::string& text, const Rect& where, const InputLook& look)
{
    ui.fonts.note(FontRole::body, text);
    ImGui::PushID(id.data(), id.data() + id.size());
    const bool was_active = ImGui::GetActiveID() == ImGui::GetID("##text") && ImGui::GetActiveID() != 0;
    input_box(ui, where, look, was_active,
              ImGui::IsMouseHoveringRect(low(where), high(where)) && ImGui::IsWindowHovered());
    ImGui::SetCursorScreenPos(low(where));
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {ui.px(padding_px), ui.px(7)});
    ImGui::BeginDisabled(!look.enabled);
    if (look.take_focus) take_focus();
    const Typed typed = after_input(ImGui::InputTextMultiline("##text", &text, {where.width(), where.height()}), false);
    ImGui::EndDisabled();
    ImGui::PopStyleVar();
    ImGui::PopID();
    if (text.empty() && !typed.active)
        draw_text(ui, {where.x0 + ui.px(padding_px), where.y0 + ui.px(7)}, {.color = ui.theme.placeholder}, look.hint);
    if (ui.probe != nullptr) {
        ui.probe->item(look.hint.empty() ? id : look.hint, where, ui.clip());
        ui.probe->text(text, where, ui.clip());
    }
    return typed;
}

}  // namespace xiaoan::shell
