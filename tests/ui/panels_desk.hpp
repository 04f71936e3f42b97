// A small register made by hand in memory, with a case in every state, for looking at the pages.
#pragma once

#include "console/changes/changes_panel.hpp"
#include "console/desk/derived.hpp"
#include "console/imports/imports_panel.hpp"

#include <memory>

namespace xiaoan::gallery {

/// Judged as of Monday 2026-11-23.
[[nodiscard]] std::shared_ptr<const desk::Derived> hand_made_desk();
/// A register without a single record.
[[nodiscard]] std::shared_ptr<const desk::Derived> empty_desk();

/// Two buses of one VIN, two plates of one bus, and a record that two counties give differently.
[[nodiscard]] std::shared_ptr<const desk::Derived> desk_of_conflicts();

/// What the log answers to a request of the page of changes.
[[nodiscard]] std::vector<data::Change> hand_made_history(const data::HistoryRequest& asked);

/// A dry run of two ledgers and a file that cannot be read.
void fill_imports(imports::ImportList& list);

}  // namespace xiaoan::gallery
