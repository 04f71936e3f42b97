// The page of changes: who changed what and when, newest first, opened down to the field, and undone from here.
#pragma once

#include "console/changes/change_list.hpp"
#include "console/changes/undo_dialog.hpp"
#include "console/desk/frame.hpp"
#include "console/desk/request.hpp"
#include "console/shell/table.hpp"

#include <optional>

namespace xiaoan::changes {

/// Kept by the window from frame to frame. The log is read by the worker: the panel asks with desk::ReadHistory, and
/// the answer is handed to `list.take`.
struct ChangesState {
    ChangeList list;
    shell::TableState table;
    std::optional<Row> selected;  // its `change` is the number of the change, not an index
    UndoDialogState undo;
};

/// Draws into `where` of the current region.
[[nodiscard]] desk::Requests draw_changes_panel(ChangesState& state, const desk::Frame& frame,
                                                const shell::Rect& where);

/// Shows the changes of one record alone, as desk::ShowHistory asks for.
void show_changes_of(ChangesState& state, OfRecord record);

}  // namespace xiaoan::changes
