#include "console/shell/widgets/date_input.hpp"

#include "console/shell/icons.hpp"
#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/menu.hpp"
#include "console/shell/widgets/popup.hpp"
#include "console/shell/widgets/press.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <optional>

namespace xiaoan::shell {
namespace {

constexpr float cell_px = 32, row_px = 28, padding_px = 12, head_px = 32, foot_px = 34, icon_px = 30;
constexpr int weeks = 6;
constexpr ImGuiWindowFlags popup_flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                         ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                                         ImGuiWindowFlags_NoNavInputs;

/// The day that keys move, kept in the storage of the field's window while the calendar is open.
class KeptDay {
public:
    KeptDay() : storage_(*ImGui::GetStateStorage()), id_(ImGui::GetID("day")) {}
    [[nodiscard]] Day get() const { return Day{std::chrono::days{storage_.GetInt(id_, 0)}}; }
    void set(Day day) { storage_.SetInt(id_, static_cast<int>(day.time_since_epoch().count())); }

private:
    ImGuiStorage& storage_;
    ImGuiID id_;
};

[[nodiscard]] Day after_keys(Day day)
{
    struct Step {
        ImGuiKey key;
        int days;
        int months;
    };
    constexpr std::array<Step, 6> steps{{{ImGuiKey_LeftArrow, -1, 0},
                                         {ImGuiKey_RightArrow, 1, 0},
                                         {ImGuiKey_UpArrow, -7, 0},
                                         {ImGuiKey_DownArrow, 7, 0},
                                         {ImGuiKey_PageUp, 0, -1},
                                         {ImGuiKey_PageDown, 0, 1}}};
    for (const Step& step : steps)
        if (ImGui::IsKeyPressed(step.key, true)) day = months_later(day + std::chrono::days{step.days}, step.months);
    return day;
}

/// One drawing of the open calendar: what its parts share.
class Sheet {
public:
    Sheet(const Ui& ui, Day today, const DateInputWords& words) : ui_(ui), today_(today), words_(words) {}

    [[nodiscard]] static Point size(const Ui& ui)
    {
        return {ui.px(7 * cell_px + 2 * padding_px), ui.px(head_px + (weeks + 1) * row_px + foot_px + 2 * padding_px)};
    }

    /// Gives the text that was chosen.
    std::optional<std::string> draw(KeptDay& kept)
    {
        day_ = after_keys(kept.get());
        const ImVec2 corner = ImGui::GetWindowPos();
        const float x = corner.x + ui_.px(padding_px);
        float y = corner.y + ui_.px(padding_px);
        head(x, y);
        y += ui_.px(head_px);
        for (int i = 0; i < 7; ++i)
            draw_text(ui_, rect_at(x + ui_.px(cell_px) * static_cast<float>(i), y, ui_.px(cell_px), ui_.px(row_px)),
                      Align::centre, {.font = FontRole::small, .color = ui_.theme.muted},
                      words_.weekdays[static_cast<std::size_t>(i)]);
        y += ui_.px(row_px);
        std::optional<std::string> chosen = days(x, y);
        y += ui_.px(row_px) * weeks;
        if (auto word = foot(x, y + ui_.px(6))) chosen = std::move(word);
        if (ImGui::IsKeyPressed(ImGuiKey_Enter, false) || ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false))
            chosen = iso_text(day_);
        kept.set(day_);
        return chosen;
    }

private:
    void head(float x, float y)
    {
        const float width = ui_.px(7 * cell_px);
        const auto arrow = [&](std::string_view id, Icon icon, std::string_view label, float at) {
            const Rect where = rect_at(at, y, ui_.px(cell_px), ui_.px(head_px - 4));
            const Press press = press_area(ui_, id, label, where, {.ring = Ring::none, .radius = 4, .reason = label});
            if (press.hovered) fill(ui_, where, ui_.theme.selection, 4);
            draw_icon(ui_, where.middle(), icon, ui_.theme.second_ink, 1.1F);
            return press.pressed;
        };
        if (arrow("earlier", Icon::arrow_left, words_.earlier, x)) day_ = months_later(day_, -1);
        if (arrow("later", Icon::arrow_right, words_.later, x + width - ui_.px(cell_px))) day_ = months_later(day_, 1);
        draw_text(ui_, rect_at(x, y, width, ui_.px(head_px - 4)), Align::centre,
                  {.font = FontRole::body_bold, .color = ui_.theme.ink}, iso_text(day_).substr(0, 7));
    }

    std::optional<std::string> days(float x, float y)
    {
        std::optional<std::string> chosen;
        const Day month = month_of(day_);
        Day day = first_shown(month);
        for (int cell = 0; cell < 7 * weeks; ++cell, day += std::chrono::days{1}) {
            const Rect where =
                rect_at(x + ui_.px(cell_px) * static_cast<float>(cell % 7),
                        y + ui_.px(row_px) * static_cast<float>(cell / 7), ui_.px(cell_px), ui_.px(row_px));
            const std::string text = iso_text(day);
            const Press press = press_area(ui_, text, text, where, {.ring = Ring::none, .radius = 5});
            const Rect ground = where.inset(ui_.px(2), ui_.px(1));
            if (day == day_)
                fill(ui_, ground, ui_.theme.accent, 5);
            else if (press.hovered)
                fill(ui_, ground, ui_.theme.selection, 5);
            else if (day == today_)
                outline(ui_, ground, 5, ui_.theme.accent, std::max(1.0F, ui_.px.hair()));
            const bool own = month_of(day) == month;
            const Color color = day == day_ ? ui_.theme.on_accent : own ? ui_.theme.ink : ui_.theme.placeholder;
            const std::string number = std::to_string(static_cast<unsigned>(std::chrono::year_month_day{day}.day()));
            draw_text(ui_, where, Align::centre, {.font = FontRole::label, .color = color}, number);
            if (press.pressed) chosen = text;
        }
        return chosen;
    }

    std::optional<std::string> foot(float x, float y)
    {
        std::optional<std::string> chosen;
        hairline(ui_, x, x + ui_.px(7 * cell_px), y, ui_.theme.faint_line);
        const auto word = [&](std::string_view text) {
            const float width = text_width(ui_, FontRole::label, text) + ui_.px(16);
            const Rect where = rect_at(x, y + ui_.px(4), width, ui_.px(foot_px - 8));
            const Press press = press_area(ui_, text, text, where, {.ring = Ring::none, .radius = 5});
            if (press.hovered) fill(ui_, where, ui_.theme.selection, 5);
            draw_text(ui_, where, Align::centre, {.font = FontRole::label, .color = ui_.theme.second_ink}, text);
            x += width + ui_.px(4);
            return press.pressed;
        };
        if (word(words_.today)) chosen = iso_text(today_);
        for (const std::string_view other : words_.others)
            if (word(other)) chosen = std::string{other};
        return chosen;
    }

    const Ui& ui_;
    Day today_;
    const DateInputWords& words_;
    Day day_{};
};

/// Beside the field, under it, or over it where there is no room below.
[[nodiscard]] Point place_of(const Ui& ui, const Rect& field, Point size)
{
    const float gap = ui.px(4);
    const bool up = ui.screen.y - field.y1 < size.y + 2 * gap && field.y0 > size.y;
    return {std::clamp(field.x0, gap, std::max(gap, ui.screen.x - size.x - gap)),
            up ? field.y0 - size.y - gap : std::min(field.y1 + gap, std::max(gap, ui.screen.y - size.y - gap))};
}

}  // namespace

Typed date_input(const Ui& ui, std::string_view id, std::string& text, Day today, const Rect& where,
                 const InputLook& look, const DateInputWords& words)
{
    ImGui::PushID(id.data(), id.data() + id.size());
    const Rect icon{where.x1 - ui.px(icon_px), where.y0, where.x1, where.y1};
    // The text keeps clear of the calendar: the box is drawn whole, the toolkit's part ends before it.
    ImGui::SetNextItemAllowOverlap();
    Typed typed = text_input(ui, "text", text, where, look);
    KeptDay kept;
    const Press press = press_area(ui, "open", words.open, icon, {.ring = Ring::inside, .reason = words.open});
    draw_icon(ui, {icon.middle().x - ui.px(2), icon.middle().y}, Icon::calendar,
              press.hovered ? ui.theme.accent : ui.theme.muted);
    const bool key =
        typed.active && ImGui::GetIO().KeyMods == ImGuiMod_Alt && ImGui::IsKeyPressed(ImGuiKey_DownArrow, false);
    if (press.pressed || key) {
        kept.set(day_from_text(text).value_or(today));
        open_menu("calendar");
    }
    const Point size = Sheet::size(ui);
    const Point at = place_of(ui, where, size);
    if (menu_is_open("calendar")) {
        ImGui::SetNextWindowPos({at.x, at.y});
        ImGui::SetNextWindowSize({size.x, size.y});
    }
    constexpr std::string_view popup = "calendar";
    if (ImGui::BeginPopupEx(ImGui::GetID(popup.data(), popup.data() + popup.size()), popup_flags)) {
        popup_ground(ui, 8);
        if (auto chosen = Sheet(ui, today, words).draw(kept)) {
            text = *std::move(chosen);
            typed.changed = typed.left = true;
            ImGui::CloseCurrentPopup();
        }
        ImGui::EndPopup();
    }
    ImGui::PopID();
    return typed;
}

}  // namespace xiaoan::shell
