// The two tables of the page of imports: what each sheet brought, and what is wrong with its rows.
#pragma once

#include "console/imports/imports_panel.hpp"

#include <string>

namespace xiaoan::imports {

/// All sheets where there is room, else four tenths of it.
[[nodiscard]] float sheets_table_height(const ImportsState& state, const shell::Ui& ui, float room);
/// A row that is chosen narrows the issues to its sheet.
void draw_sheets_table(ImportsState& state, const desk::Frame& frame, const shell::Rect& where);
[[nodiscard]] desk::Requests draw_issues_table(ImportsState& state, const desk::Frame& frame, const shell::Rect& where);

/// The name of the file of a row of sheets.
[[nodiscard]] std::string file_of(const ImportsState& state, const SheetRow& row);
/// The issue that is chosen; null where none is.
[[nodiscard]] const IssueRow* selected_issue(const ImportsState& state);

}  // namespace xiaoan::imports
