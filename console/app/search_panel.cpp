#include "console/app/search_panel.hpp"

#include "console/app/initials.hpp"
#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/field.hpp"
#include "console/shell/widgets/popup.hpp"
#include "console/shell/widgets/press.hpp"

#include <algorithm>

namespace xiaoan::app {

namespace {

using shell::Rect;

constexpr const char* popup_id = "search";
constexpr std::size_t most_hits = 12;
constexpr float width_px = 560, row_px = 34, padding_px = 12, field_px = 40;
constexpr ImGuiWindowFlags popup_flags = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                                         ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                                         ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollbar;

void refresh_entries(SearchState& state, const desk::Frame& frame, std::span<const shell::Action> actions)
{
    if (state.generation == frame.snapshot().generation && state.language == frame.language && !state.entries.empty())
        return;
    state.entries = search_entries(frame.derived, frame.language, pinyin_initials);
    for (const auto& action : actions) {
        SearchEntry entry{
            .selection = {}, .command = action.id, .name = std::string{action.label}, .side = {}, .sought = {}};
        if (action.chord != 0) entry.side = shell::chord_text(action.chord);
        entry.sought = folded(entry.name) + ' ' + pinyin_initials(entry.name);
        state.entries.push_back(std::move(entry));
    }
    state.generation = frame.snapshot().generation;
    state.language = frame.language;
}

void move_choice(SearchState& state)
{
    if (state.hits.empty()) return;
    const auto last = state.hits.size() - 1;
    if (ImGui::IsKeyPressed(ImGuiKey_DownArrow)) state.chosen = state.chosen == last ? 0 : state.chosen + 1;
    if (ImGui::IsKeyPressed(ImGuiKey_UpArrow)) state.chosen = state.chosen == 0 ? last : state.chosen - 1;
    state.chosen = std::min(state.chosen, last);
}

/// One hit; true when it was pressed.
bool draw_hit(const shell::Ui& ui, const SearchEntry& entry, const Rect& where, bool chosen)
{
    const std::string id =
        "hit" + std::to_string(static_cast<int>(entry.selection.what)) + entry.selection.key + entry.name;
    const auto press = shell::press_area(ui, id, entry.name, where, {.ring = shell::Ring::none});
    if (chosen || press.hovered) shell::fill(ui, where, chosen ? ui.theme.selection : ui.theme.hover, 5);
    const float side = shell::text_width(ui, shell::FontRole::small, entry.side);
    const Rect inside = where.inset(ui.px(10), 0);
    shell::draw_text_fitted(ui, Rect{inside.x0, inside.y0, inside.x1 - side - ui.px(12), inside.y1}, shell::Align::left,
                            {.color = ui.theme.ink}, entry.name);
    shell::draw_text(ui, inside, shell::Align::right, {.font = shell::FontRole::small, .color = ui.theme.muted},
                     entry.side);
    return press.pressed;
}

void choose(const SearchEntry& entry, SearchAnswer& answer)
{
    if (entry.command >= 0)
        answer.action = entry.command;
    else
        answer.requests.push_back(desk::Select{entry.selection, true});
    ImGui::CloseCurrentPopup();
}

}  // namespace

SearchAnswer draw_search(SearchState& state, const desk::Frame& frame, std::span<const shell::Action> actions)
{
    SearchAnswer answer;
    const auto& ui = frame.ui;
    const bool began = state.opening;
    if (state.opening) {
        state.opening = false;
        state.typed.clear();
        state.hits.clear();
        ImGui::OpenPopup(popup_id);
    }
    const float width = std::min(ui.px(width_px), ui.screen.x - ui.px(40));
    const float rows = static_cast<float>(std::max<std::size_t>(state.hits.size(), 1));
    const float height = ui.px(field_px + 3 * padding_px) + rows * ui.px(row_px);
    ImGui::SetNextWindowPos({std::round((ui.screen.x - width) / 2), ui.px(64)});
    ImGui::SetNextWindowSize({width, height});
    if (!ImGui::BeginPopup(popup_id, popup_flags)) return answer;
    refresh_entries(state, frame, actions);
    shell::popup_ground(ui, 10);
    const ImVec2 at = ImGui::GetWindowPos();
    const Rect field = shell::rect_at(at.x + ui.px(padding_px), at.y + ui.px(padding_px), width - 2 * ui.px(padding_px),
                                      ui.px(field_px));
    move_choice(state);
    const auto typed =
        shell::text_input(ui, "typed", state.typed, field,
                          {.hint = frame.tr("search.hint"), .icon = shell::Icon::search, .take_focus = began});
    if (typed.changed) {
        state.hits = found(state.entries, state.typed, most_hits);
        state.chosen = 0;
    }
    float y = field.y1 + ui.px(padding_px);
    for (std::size_t i = 0; i < state.hits.size(); ++i) {
        const auto& entry = state.entries[state.hits[i]];
        if (draw_hit(ui, entry, shell::rect_at(field.x0, y, field.width(), ui.px(row_px)), i == state.chosen))
            choose(entry, answer);
        y += ui.px(row_px);
    }
    if (state.hits.empty())
        shell::draw_text(ui, shell::rect_at(field.x0 + ui.px(10), y, field.width(), ui.px(row_px)), shell::Align::left,
                         {.font = shell::FontRole::label, .color = ui.theme.muted},
                         frame.tr(state.typed.empty() ? "search.what" : "search.nothing"));
    if (typed.entered && !state.hits.empty()) choose(state.entries[state.hits[state.chosen]], answer);
    if (ImGui::IsKeyPressed(ImGuiKey_Escape, false)) ImGui::CloseCurrentPopup();
    ImGui::EndPopup();
    return answer;
}

}  // namespace xiaoan::app
