// The page of imports: what files brought, sheet by sheet and row by row, before and after it is written.
#pragma once

#include "console/desk/frame.hpp"
#include "console/desk/request.hpp"
#include "console/imports/issue_list.hpp"
#include "console/shell/table.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace xiaoan::imports {

/// Kept by the window from frame to frame. The shell hands what the worker reports to `list`.
struct ImportsState {
    ImportList list;
    IssueFilter filter;
    shell::TableState sheets_table;
    shell::TableState issues_table;
    std::optional<std::size_t> selected_issue;

    // The rows, kept until list or filter change.
    std::uint64_t version = 0;
    IssueFilter rows_of;
    std::vector<SheetRow> sheets;
    std::vector<IssueRow> issues;
    IssueCounts counts;
};

/// Draws into `where` of the current region.
[[nodiscard]] desk::Requests draw_imports_panel(ImportsState& state, const desk::Frame& frame,
                                                const shell::Rect& where);

}  // namespace xiaoan::imports
