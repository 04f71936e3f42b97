// Rows of a ledger that are no records: totals, remarks, signatures, headers said again, headings of sections.
#pragma once

#include "data/intake/recognised_sheet.hpp"
#include "data/intake/sheet.hpp"

namespace xiaoan::data {

/// Whether a text says that its row is a total, a remark or a signature. Numbers are none.
[[nodiscard]] bool says_no_record(const Cell& cell);

/// Whether the row is a total (合计, 洮北区小计), a remark (备注：…), a signature (填报人：…), one of the header rows
/// again, the numbers or letters of the columns (1 2 3 …, 甲 乙 1 2 …), an example to be overwritten (例), the heading
/// of a section (一、公办学校; a name of a county alone in its row), or has nothing of its own in any column that is
/// read: a line that was only numbered, or the continuation of a record whose cells are merged over several rows.
[[nodiscard]] bool is_skipped_row(const SheetRow& row, const RecognisedSheet& sheet);

}  // namespace xiaoan::data
