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
/// Heights in design pixels; a low window has all keys in sight too.
struct Pitch {
    float row = 28;
    float heading = 34;
};
constexpr Pitch low_pitch{.row = 24, .heading = 28};
constexpr float roomy_from_px = 520;

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
    const Pitch pitch = ui.screen.y < ui.px(roomy_from_px) ? low_pitch : Pitch{};
    float total = 0;
    std::string_view group;
    for (const Action& action : actions) {
        if (action.chord == 0) continue;
        if (action.group != group) total += pitch.heading;
        group = action.group;
        total += pitch.row;
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
            break_for(ui.px(pitch.heading + pitch.row));
            draw_text(ui, Rect{x, y, x + column, y + ui.px(pitch.heading)}, Align::left,
                      {.font = FontRole::label, .color = ui.theme.muted}, action.group);
            y += ui.px(pitch.heading);
            group = action.group;
        }
        break_for(ui.px(pitch.row));
        row(ui, rect_at(x, y, column, ui.px(pitch.row)), action);
        y += ui.px(pitch.row);
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
