// The tables of the page of imports: what each sheet brought, what its rows would change, what is wrong with them.
#pragma once

#include "console/imports/imports_panel.hpp"

#include <string>

namespace xiaoan::imports {

/// All sheets where there is room, else a third of it.
[[nodiscard]] float sheets_table_height(const ImportsState& state, const shell::Ui& ui, float room);
/// A row that is chosen narrows the lines to its sheet; its box accepts or leaves all of its rows.
void draw_sheets_table(ImportsState& state, const desk::Frame& frame, const shell::Rect& where);
/// What rows would change; the box of a row accepts or leaves it.
[[nodiscard]] desk::Requests draw_review_table(ImportsState& state, const desk::Frame& frame, const shell::Rect& where);
[[nodiscard]] desk::Requests draw_issues_table(ImportsState& state, const desk::Frame& frame, const shell::Rect& where);

/// The report of a sheet; null for a file that has none.
[[nodiscard]] const data::SheetReport* sheet_of(const ImportsState& state, const SheetRow& row);
/// The name of the file of a row of sheets.
[[nodiscard]] std::string file_of(const ImportsState& state, const SheetRow& row);
/// The sheet's name, or the file's where it has none.
[[nodiscard]] std::string sheet_name(const ImportsState& state, const SheetRow& row);
/// The line that is chosen; null where none is.
[[nodiscard]] const ReviewLine* selected_line(const ImportsState& state);
/// "吉G·12345", with the record's name where the row gives one.
[[nodiscard]] std::string record_text(const data::PlannedRow& row);
/// "新增", "更改", "更换车辆".
[[nodiscard]] std::string outcome_text(const data::PlannedRow& row, const desk::Frame& frame);
/// Accepts or leaves the row of a line.
void toggle_row(ImportsState& state, const ReviewLine& line);

}  // namespace xiaoan::imports
