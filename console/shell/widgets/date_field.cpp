#include "console/shell/widgets/date_field.hpp"

#include "console/shell/icons.hpp"
#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/field.hpp"
#include "console/shell/widgets/press.hpp"

#include <imgui_internal.h>

namespace xiaoan::shell {
namespace {

constexpr float padding_px = 12;
constexpr float label_gap_px = 7;
constexpr float arrow_px = 15;
constexpr float arrow_gap_px = 8;
constexpr std::string_view widest = "2026-08-30";

[[nodiscard]] bool key(ImGuiKey which)
{
    return ImGui::IsKeyPressed(which, true);
}

/// Steps by the keys that the field holds while it has the focus.
[[nodiscard]] Day stepped(Day day)
{
    const ImGuiID own = ImGui::GetItemID();
    for (const ImGuiKey held : {ImGuiKey_UpArrow, ImGuiKey_DownArrow, ImGuiKey_PageUp, ImGuiKey_PageDown})
        ImGui::SetKeyOwner(held, own);
    if (key(ImGuiKey_UpArrow)) day += std::chrono::days(1);
    if (key(ImGuiKey_DownArrow)) day -= std::chrono::days(1);
    if (key(ImGuiKey_PageUp)) day = months_later(day, 1);
    if (key(ImGuiKey_PageDown)) day = months_later(day, -1);
    return day;
}

[[nodiscard]] bool arrow(const Ui& ui, std::string_view id, Icon icon, std::string_view label, const Rect& where)
{
    const Press press = press_area(ui, id, label, where, {.radius = 4, .reason = label});
    if (press.hovered) fill(ui, where.inset(0, ui.px(6)), ui.theme.selection, 4);
    draw_icon(ui, where.middle(), icon, ui.theme.second_ink, 1.1F);
    return press.pressed;
}

bool type_date(const Ui& ui, Day& day, DateFieldState& state, const Rect& where)
{
    const auto typed_day = day_from_text(state.typing);
    const Typed typed =
        text_input(ui, "typing", state.typing, where, {.take_focus = state.just_began, .wrong = !typed_day});
    state.just_began = false;
    if (!typed.left) return false;
    state.editing = false;
    const auto now = day_from_text(state.typing);
    if (ImGui::IsKeyPressed(ImGuiKey_Escape) || !now || *now == day) return false;
    day = *now;
    return true;
}

}  // namespace

float date_field_width(const Ui& ui, const DateFieldLook& look)
{
    const float label = look.label.empty() ? 0 : text_width(ui, FontRole::small, look.label) + ui.px(label_gap_px);
    return 2 * ui.px(padding_px) + label + text_width(ui, FontRole::body, widest) + ui.px(arrow_gap_px) +
           2 * ui.px(arrow_px) - ui.px(4);
}

bool date_field(const Ui& ui, std::string_view id, Day& day, DateFieldState& state, const Rect& where,
                const DateFieldLook& look)
{
    ImGui::PushID(id.data(), id.data() + id.size());
    bool changed = false;
    if (state.editing) {
        changed = type_date(ui, day, state, where);
        ImGui::PopID();
        return changed;
    }
    const Day before = day;
    const std::string text = iso_text(day);
    const float arrows = where.x1 - ui.px(padding_px) - 2 * ui.px(arrow_px) + ui.px(4);
    const Rect value{where.x0, where.y0, arrows - ui.px(2), where.y1};
    const Press press = press_area(ui, "value", text, value, {.ring = Ring::none});
    const bool focused = ImGui::IsItemFocused();
    if (focused) day = stepped(day);
    const bool over = ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(low(where), high(where));
    box(ui, where, 6, ui.theme.field, over ? mixed(ui.theme.field_border, ui.theme.ink, 0.25F) : ui.theme.field_border);
    if (press.focused) focus_ring(ui, where, 6, Ring::outside);
    Rect inside = value.inset(ui.px(padding_px), 0);
    if (!look.label.empty()) {
        draw_text(ui, inside, Align::left, {.font = FontRole::small, .color = ui.theme.muted}, look.label);
        inside.x0 += text_width(ui, FontRole::small, look.label) + ui.px(label_gap_px);
    }
    draw_text(ui, inside, Align::left, {.color = ui.theme.second_ink}, text);
    if (arrow(ui, "earlier", Icon::arrow_left, look.earlier,
              rect_at(arrows, where.y0 + 1, ui.px(arrow_px), where.height() - 2)))
        day -= std::chrono::days(1);
    if (arrow(ui, "later", Icon::arrow_right, look.later,
              rect_at(arrows + ui.px(arrow_px), where.y0 + 1, ui.px(arrow_px), where.height() - 2)))
        day += std::chrono::days(1);
    if (press.pressed) {
        state.editing = state.just_began = true;
        state.typing = text;
    }
    ImGui::PopID();
    return day != before;
}

}  // namespace xiaoan::shell
