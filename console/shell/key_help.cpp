#include "console/shell/keyboard.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/dialog.hpp"
#include "console/shell/widgets/field.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace xiaoan::shell {
namespace {

constexpr std::string_view dialog_id = "key help";
constexpr float row_px = 28;
constexpr float heading_px = 34;

/// One action with its key at the right of its column.
void row(const Ui& ui, const Rect& line, const Action& action)
{
    const float key = key_box(ui, line.x1, line.middle().y, chord_text(action.chord));
    draw_text_fitted(ui, {line.x0, line.y0, line.x1 - key - ui.px(10), line.y1}, Align::left, {.color = ui.theme.ink},
                     action.label);
}

/// Fills both columns, breaking in the middle; gives the height.
float columns(const Ui& ui, Point at, float width, std::span<const Action> actions)
{
    float total = 0;
    std::string_view group;
    for (const Action& action : actions) {
        if (action.chord == 0) continue;
        if (action.group != group) total += heading_px;
        group = action.group;
        total += row_px;
    }
    const float gap = ui.px(36);
    const float column = std::floor((width - gap) / 2);
    float x = at.x;
    float y = at.y;
    float lowest = y;
    group = {};
    const auto break_for = [&](float height) {
        if (x > at.x || y + height / 2 - at.y <= ui.px(total) / 2) return;
        x += column + gap;
        y = at.y;
    };
    for (const Action& action : actions) {
        if (action.chord == 0) continue;
        if (action.group != group) {
            break_for(ui.px(heading_px + row_px));
            draw_text(ui, Rect{x, y, x + column, y + ui.px(heading_px)}, Align::left,
                      {.font = FontRole::label, .color = ui.theme.muted}, action.group);
            y += ui.px(heading_px);
            group = action.group;
        }
        break_for(ui.px(row_px));
        row(ui, rect_at(x, y, column, ui.px(row_px)), action);
        y += ui.px(row_px);
        lowest = std::max(lowest, y);
    }
    return lowest - at.y;
}

}  // namespace

void open_key_help()
{
    open_dialog(dialog_id);
}

void key_help(const Ui& ui, std::string_view title, std::string_view close, std::span<const Action> actions)
{
    const std::array<DialogButton, 1> buttons{{{.id = "close", .label = close, .primary = true, .cancels = true}}};
    const auto content = [&](Point at, float width) { return columns(ui, at, width, actions); };
    if (dialog(ui, dialog_id, {.title = title, .width = 680}, content, buttons)) close_dialog();
}

}  // namespace xiaoan::shell
