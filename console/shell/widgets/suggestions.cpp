#include "console/shell/widgets/suggestions.hpp"

#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/popup.hpp"
#include "console/shell/widgets/press.hpp"

#include <imgui_internal.h>

#include <algorithm>

namespace xiaoan::shell {
namespace {

constexpr float row_px = 28, padding_px = 5, inset_px = 10;
constexpr ImGuiWindowFlags list_flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                        ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                                        ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoNav;

/// Moves the choice; gives the row that a key takes.
std::optional<std::size_t> after_keys(SuggestionState& state, std::size_t count)
{
    const std::size_t last = count - 1;
    if (ImGui::IsKeyPressed(ImGuiKey_DownArrow, true))
        state.chosen = !state.chosen ? 0 : std::min(*state.chosen + 1, last);
    if (ImGui::IsKeyPressed(ImGuiKey_UpArrow, true))
        state.chosen = state.chosen && *state.chosen > 0 ? std::optional{*state.chosen - 1} : std::nullopt;
    if (state.chosen && *state.chosen > last) state.chosen = last;
    if (ImGui::IsKeyPressed(ImGuiKey_Escape, false)) state.dismissed = true;
    const bool takes = ImGui::IsKeyPressed(ImGuiKey_Enter, false) || ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false) ||
                       ImGui::IsKeyPressed(ImGuiKey_Tab, false);
    return takes ? state.chosen : std::nullopt;
}

std::optional<std::size_t> draw_rows(const Ui& ui, const SuggestionState& state, std::span<const SuggestionRow> rows,
                                     const Rect& list)
{
    std::optional<std::size_t> pressed;
    float y = list.y0 + ui.px(padding_px);
    for (std::size_t i = 0; i < rows.size(); ++i, y += ui.px(row_px)) {
        const Rect line{list.x0 + ui.px(padding_px), y, list.x1 - ui.px(padding_px), y + ui.px(row_px)};
        ImGui::PushID(static_cast<int>(i));
        const Press press = press_area(ui, "row", rows[i].label, line, {.ring = Ring::none});
        ImGui::PopID();
        if (state.chosen == i || press.hovered) fill(ui, line, ui.theme.selection, 5);
        Rect inside = line.inset(ui.px(inset_px), 0);
        const float side = std::min(text_width(ui, FontRole::small, rows[i].side), inside.width() * 0.55F);
        draw_text_fitted(ui, Rect{inside.x1 - side, inside.y0, inside.x1, inside.y1}, Align::right,
                         {.font = FontRole::small, .color = ui.theme.muted}, rows[i].side);
        inside.x1 -= side + (side > 0 ? ui.px(10) : 0);
        draw_text_fitted(ui, inside, Align::left, {.color = ui.theme.ink}, rows[i].label);
        if (press.pressed) pressed = i;
    }
    return pressed;
}

}  // namespace

std::optional<std::size_t> suggestions(const Ui& ui, std::string_view id, SuggestionState& state, const Rect& field,
                                       std::span<const SuggestionRow> rows, bool active, bool typed)
{
    const bool own = state.of == id;
    if (active && !own) state = {std::string{id}, std::nullopt, false};
    if (typed) {
        state.dismissed = false;
        state.chosen.reset();
    }
    if (!active && !own) return {};
    if (rows.empty() || state.dismissed) return {};
    std::optional<std::size_t> taken = active ? after_keys(state, rows.size()) : std::nullopt;

    const float height = ui.px(row_px) * static_cast<float>(rows.size()) + 2 * ui.px(padding_px);
    const float gap = ui.px(3);
    const bool up = ui.screen.y - field.y1 < height + 2 * gap && field.y0 > height;
    const float width = std::max(field.width(), std::min(ui.px(300), ui.screen.x - field.x0 - ui.px(8)));
    const Rect list = rect_at(field.x0, up ? field.y0 - gap - height : field.y1 + gap, width, height);
    ImGui::SetNextWindowPos(low(list));
    ImGui::SetNextWindowSize({list.width(), list.height()});
    bool held = false;
    if (ImGui::Begin("##suggestions", nullptr, list_flags)) {
        ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
        popup_ground(ui, 7);
        if (const auto pressed = draw_rows(ui, state, rows, list)) taken = pressed;
        // A press takes the caret from the field: the list stays until the button is let go.
        held = ImGui::IsMouseHoveringRect(low(list), high(list)) &&
               (ImGui::IsMouseDown(ImGuiMouseButton_Left) || ImGui::IsMouseReleased(ImGuiMouseButton_Left));
    }
    ImGui::End();
    if (taken || (!active && !held)) state = {};
    return taken;
}

}  // namespace xiaoan::shell
