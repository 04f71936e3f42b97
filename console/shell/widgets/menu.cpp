#include "console/shell/widgets/menu.hpp"

#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/field.hpp"
#include "console/shell/widgets/popup.hpp"
#include "console/shell/widgets/press.hpp"

#include <imgui_internal.h>

#include <algorithm>

namespace xiaoan::shell {
namespace {

constexpr float row_px = 30;
constexpr float padding_px = 5;
constexpr float inset_px = 12;
constexpr float rule_px = 9;
constexpr float side_gap_px = 24;
constexpr float most_height_px = 420;
constexpr float least_width_px = 120;
constexpr ImGuiWindowFlags popup_flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                         ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground;

[[nodiscard]] Point menu_size(const Ui& ui, std::span<const MenuRow> rows)
{
    float width = ui.px(least_width_px);
    float height = 2 * ui.px(padding_px);
    for (const MenuRow& row : rows) {
        const float side = row.side.empty() ? 0 : ui.px(side_gap_px) + text_width(ui, FontRole::small, row.side);
        width =
            std::max(width, text_width(ui, FontRole::body_bold, row.label) + side + 2 * ui.px(inset_px + padding_px));
        height += ui.px(row_px) + (row.rule_above ? ui.px(rule_px) : 0);
    }
    return {width, height};
}

[[nodiscard]] bool draw_row(const Ui& ui, std::size_t index, const MenuRow& row, const Rect& where)
{
    ImGui::PushID(static_cast<int>(index));
    const Press press =
        press_area(ui, "row", row.label, where, {.enabled = row.enabled, .ring = Ring::none, .radius = 5});
    const bool lit = row.enabled && (press.hovered || press.focused);
    if (lit)
        fill(ui, where,
             ui.theme.kind == ThemeKind::light ? ui.theme.selection : mixed(ui.theme.hover, ui.theme.ink, 0.06F), 5);
    const Rect inside = where.inset(ui.px(inset_px), 0);
    const Color ink = row.enabled ? ui.theme.ink : mixed(ui.theme.muted, ui.theme.panel, 0.35F);
    draw_text(ui, inside, Align::left, {.font = row.chosen ? FontRole::body_bold : FontRole::body, .color = ink},
              row.label);
    draw_text(ui, inside, Align::right, {.font = FontRole::small, .color = row.enabled ? ui.theme.muted : ink},
              row.side);
    ImGui::PopID();
    return press.pressed;
}

[[nodiscard]] std::optional<std::size_t> rows_of(const Ui& ui, std::span<const MenuRow> rows, Point size)
{
    std::optional<std::size_t> picked;
    const ImVec2 window = ImGui::GetWindowPos();
    const float x = window.x + ui.px(padding_px);
    const float bar = ImGui::GetScrollMaxY() > 0 ? ImGui::GetStyle().ScrollbarSize : 0;
    float y = window.y + ui.px(padding_px) - ImGui::GetScrollY();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].rule_above) {
            hairline(ui, x, x + size.x - 2 * ui.px(padding_px), y + std::floor(ui.px(rule_px) / 2), ui.theme.line);
            y += ui.px(rule_px);
        }
        const Rect where = rect_at(x, y, ImGui::GetWindowWidth() - 2 * ui.px(padding_px) - bar, ui.px(row_px));
        if (rows[i].chosen && ImGui::IsWindowAppearing()) ImGui::SetScrollFromPosY(y - window.y, 0.5F);
        if (draw_row(ui, i, rows[i], where)) picked = i;
        y += ui.px(row_px);
    }
    ImGui::SetCursorScreenPos({x, y});
    ImGui::Dummy({1, ui.px(padding_px)});
    if (picked) ImGui::CloseCurrentPopup();
    return picked;
}

[[nodiscard]] std::optional<std::size_t> popup(const Ui& ui, std::string_view id, Point at, Point size,
                                               std::span<const MenuRow> rows)
{
    std::optional<std::size_t> picked;
    ImGui::SetNextWindowPos({at.x, at.y});
    ImGui::SetNextWindowSize({size.x, size.y});
    if (ImGui::BeginPopupEx(ImGui::GetID(id.data(), id.data() + id.size()),
                            popup_flags & ~ImGuiWindowFlags_NoScrollbar)) {
        popup_ground(ui, 8);
        picked = rows_of(ui, rows, size);
        ImGui::EndPopup();
    }
    return picked;
}

}  // namespace

void open_menu(std::string_view id)
{
    ImGui::OpenPopup(ImGui::GetID(id.data(), id.data() + id.size()));
}

bool menu_is_open(std::string_view id)
{
    return ImGui::IsPopupOpen(ImGui::GetID(id.data(), id.data() + id.size()), ImGuiPopupFlags_None);
}

std::optional<std::size_t> menu(const Ui& ui, std::string_view id, const Rect& anchor, std::span<const MenuRow> rows)
{
    if (!menu_is_open(id)) return {};
    Point size = menu_size(ui, rows);
    size.x = std::max(size.x, anchor.width());
    const float gap = ui.px(4);
    const float below = ui.screen.y - anchor.y1 - 2 * gap;
    const float above = anchor.y0 - 2 * gap;
    const bool up = below < std::min(size.y, ui.px(160)) && above > below;
    size.y = std::min({size.y, ui.px(most_height_px), std::max(up ? above : below, ui.px(row_px))});
    const float x = std::clamp(anchor.x0, gap, std::max(gap, ui.screen.x - size.x - gap));
    return popup(ui, id, {x, up ? anchor.y0 - gap - size.y : anchor.y1 + gap}, size, rows);
}

std::optional<std::size_t> context_menu(const Ui& ui, std::string_view id, std::span<const MenuRow> rows)
{
    if (!menu_is_open(id)) return {};
    // Where the pointer was when it opened; the toolkit's own question for it works only inside the popup.
    const ImGuiContext& g = *GImGui;
    const ImVec2 at = g.OpenPopupStack[g.BeginPopupStack.Size].OpenPopupPos;
    const Point size = menu_size(ui, rows);
    const float x = std::min(at.x, ui.screen.x - size.x - ui.px(4));
    const float y = std::min(at.y, ui.screen.y - size.y - ui.px(4));
    return popup(ui, id, {std::max(0.0F, x), std::max(0.0F, y)}, size, rows);
}

std::optional<std::size_t> drop_down(const Ui& ui, std::string_view id, std::string_view label, std::string_view value,
                                     std::span<const MenuRow> rows, const Rect& where)
{
    ImGui::PushID(id.data(), id.data() + id.size());
    if (field(ui, "field", value, where, {.label = label, .drop_mark = true, .open = menu_is_open("menu")}))
        open_menu("menu");
    const auto picked = menu(ui, "menu", where, rows);
    ImGui::PopID();
    return picked;
}

}  // namespace xiaoan::shell
