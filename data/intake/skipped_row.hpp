// Rows of a ledger that are no records: totals, remarks, signatures, headers said again.
#pragma once

#include "data/intake/recognised_sheet.hpp"
#include "data/intake/sheet.hpp"

namespace xiaoan::data {

/// Whether the row is a total (合计, 洮北区小计), a remark (备注：…), a signature (填报人：…), the headers again, or
/// has nothing in any column that is read (a line that was only numbered).
[[nodiscard]] bool is_skipped_row(const SheetRow& row, const RecognisedSheet& sheet);

}  // namespace xiaoan::data
