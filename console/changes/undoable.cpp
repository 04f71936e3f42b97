#include "console/changes/undoable.hpp"

namespace xiaoan::changes {

std::optional<NotUndoable> why_not_undoable(const ChangeList& list, const data::Change& change)
{
    if (const auto by = list.undone_by(change.id)) return NotUndoable{"changes.undo.already", by};
    if (change.command == "init" || change.id.value <= 1) return NotUndoable{"changes.undo.first", std::nullopt};
    if (change.touched == 0) return NotUndoable{"changes.undo.nothing", std::nullopt};
    return std::nullopt;
}

}  // namespace xiaoan::changes
