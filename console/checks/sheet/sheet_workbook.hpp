// The check sheet as a workbook: the questions as columns, a row for each vehicle and rows for those nobody expects. It
// comes back filled in.
#pragma once

#include "console/checks/sheet/check_sheet.hpp"
#include "data/register/region.hpp"

#include <string>

namespace xiaoan::checks {

/// Rows a team for vehicles that nobody expects.
inline constexpr std::size_t blank_rows = 20;
/// Before the header of a column that is there to be compared with and is not read back.
[[nodiscard]] std::string_view reference_mark(language::Language language);

/// Throws data::StoreFault where the file cannot be written.
void write_sheet_workbook(const std::string& path, const CheckSheet& sheet, const data::Region& region);

}  // namespace xiaoan::checks
