// Undoing a change by its inverse, as a new change.
#pragma once

#include "data/register/recorded_change.hpp"
#include "data/register/result.hpp"

namespace xiaoan::data {

/// Rejected: unknown_change; not_undoable (the region's, or one that touched no record); already_undone and
/// later_change, each with the number of that other change; undo_conflict where the records as they would be then are
/// not allowed.
Result<std::optional<ChangeId>> undo_change(RecordedChange& change, const UndoChange& asked, const Actor& actor);

}  // namespace xiaoan::data
