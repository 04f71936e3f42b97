// Asks before a change is undone, saying what it was and what undoing means.
#pragma once

#include "console/desk/frame.hpp"
#include "console/desk/request.hpp"
#include "data/register/change.hpp"

#include <optional>

namespace xiaoan::changes {

/// Kept by the window from frame to frame.
struct UndoDialogState {
    std::optional<data::Change> change;
    bool opening = false;
};

/// Opens the dialog in the next frame, for a change of the log (its records are not needed).
void ask_undo(UndoDialogState& state, data::Change change);

/// Draws the dialog if it is open; answers with the command UndoChange.
[[nodiscard]] desk::Requests draw_undo_dialog(UndoDialogState& state, const desk::Frame& frame);

}  // namespace xiaoan::changes
