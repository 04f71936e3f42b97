#include "console/changes/undo_dialog.hpp"

#include "console/changes/change_words.hpp"
#include "console/language/wording.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/comparison.hpp"
#include "console/shell/widgets/dialog.hpp"

#include <array>
#include <utility>

namespace xiaoan::changes {

namespace {

constexpr std::string_view dialog_id = "undo change";

}  // namespace

void ask_undo(UndoDialogState& state, data::Change change)
{
    state.change = std::move(change);
    state.opening = true;
}

desk::Requests draw_undo_dialog(UndoDialogState& state, const desk::Frame& frame)
{
    desk::Requests asked;
    if (!state.change) return asked;
    if (std::exchange(state.opening, false)) shell::open_dialog(dialog_id);
    if (!shell::dialog_is_open(dialog_id)) {
        state.change.reset();
        return asked;
    }
    const auto& change = *state.change;
    const auto& ui = frame.ui;
    const std::string number = language::grouped(static_cast<std::size_t>(change.id.value));
    const std::string title = frame.tr("changes.undo.title", {number});
    const std::string button = frame.tr("changes.undo.do", {number});
    const std::array buttons{
        shell::DialogButton{.id = "cancel", .label = frame.tr("window.cancel"), .cancels = true},
        shell::DialogButton{.id = "undo", .label = button, .primary = true},
    };
    const auto content = [&](shell::Point at, float width) {
        float y = at.y;
        const auto fact = [&](std::string_view key, const std::string& value) {
            y += shell::fact_row(ui, {at.x, y}, width, frame.tr(key), value);
        };
        fact("changes.column.what", what_text(change, frame.language));
        fact("changes.column.who", change.actor + " · " + moment_text(change.at));
        if (!change.file.empty()) fact("changes.column.file", change.file);
        fact("changes.column.records", language::grouped(change.touched));
        y += ui.px(10);
        y += shell::draw_paragraph(ui, {at.x, y}, width, {.color = ui.theme.second_ink}, frame.tr("changes.undo.means"),
                                   22);
        return y - at.y;
    };
    const auto pressed = shell::dialog(ui, dialog_id, {.title = title}, content, buttons);
    if (pressed == "undo") asked.push_back(data::Command{data::UndoChange{change.id}});
    if (pressed) shell::close_dialog();
    return asked;
}

}  // namespace xiaoan::changes
