// Whether a change can be undone as far as the log tells; the register itself has the last word.
#pragma once

#include "console/changes/change_list.hpp"

#include <string_view>

namespace xiaoan::changes {

/// Why it cannot: a key of the language files, "changes.undo.already" with the number of the change that did it.
struct NotUndoable {
    std::string_view key;
    std::optional<data::ChangeId> by;
};

/// Empty where it may be tried. What touched no record has nothing to undo, and the first change is the register
/// itself.
[[nodiscard]] std::optional<NotUndoable> why_not_undoable(const ChangeList& list, const data::Change& change);

}  // namespace xiaoan::changes
