// 督办台账: the cases of a month as a list for the file and for the joint meeting.
#pragma once

#include "console/documents/page/list_pages.hpp"
#include "console/enforcement/case_rows.hpp"

#include <chrono>
#include <span>

namespace xiaoan::enforcement {

/// The cases that were alive on a day of the month: opened by its end and not ended before its beginning, by county in
/// the order of the region, then by number. Of the steps those taken by the as-of date (and by the month's end where
/// that is earlier) are told: letters, replies, checks, the end; a case ended later counts as alive. Overdue is counted
/// at the same day. `rows` may hold others, which are left out.
[[nodiscard]] documents::ListDocument case_ledger(const data::Snapshot& snapshot, std::span<const CaseRow> rows,
                                                  std::chrono::year_month month, data::Date as_of,
                                                  language::Language language);

/// How the ledger's table is set.
inline constexpr documents::TableStyle case_ledger_style{
    .size_pt = 8.5, .line_pt = 12.5, .below_pt = 7.5, .grid = false, .boxed = false};

}  // namespace xiaoan::enforcement
