// One cell of a CSV that leaves the product: quoted where needed, never a live formula.
#pragma once

#include <string>
#include <string_view>

namespace xiaoan::data {

/// Appends `text` as RFC 4180 wants it. Text that a spreadsheet would run as a formula (it begins with = + - @, a tab
/// or a carriage return, and is no number) gets a leading apostrophe, which intake takes away again.
void append_csv_cell(std::string& line, std::string_view text);

/// The text with that apostrophe where it needs one.
[[nodiscard]] std::string shielded(std::string text);

/// Whether a spreadsheet would take this text for a formula.
[[nodiscard]] bool looks_like_formula(std::string_view text);

}  // namespace xiaoan::data
