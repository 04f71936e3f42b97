// The page of imports: what files would change, row by row, and what is wrong with them, before anything is written.
#pragma once

#include "console/desk/dossier.hpp"
#include "console/desk/frame.hpp"
#include "console/desk/request.hpp"
#include "console/imports/review_lines.hpp"
#include "console/shell/table.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace xiaoan::imports {

/// Kept by the window from frame to frame. The shell hands what the worker reports to `list`.
struct ImportsState {
    ImportList list;
    ReviewFilter filter;
    ReviewLines lines;
    shell::TableState sheets_table;
    shell::TableState review_table;
    shell::TableState issues_table;
    std::optional<std::size_t> selected;  // among the lines
    bool detail_open = false;             // where the detail lies over the page, whether it is shown

    // What follows from the list, kept until list or filter change.
    std::uint64_t version = 0;
    std::uint64_t beginning = 0;  // of the lines that `selected` is among
    std::optional<SheetRow> counted_of;
    std::vector<SheetRow> sheets;
    ReviewCounts counts;
};

/// Draws into `where` of the current region.
[[nodiscard]] desk::Requests draw_imports_panel(ImportsState& state, const desk::Frame& frame,
                                                const shell::Rect& where);

/// What is chosen, beside the page: a sheet with its columns and how it is read, a record before and after, an issue.
[[nodiscard]] desk::Requests draw_import_detail(ImportsState& state, const desk::Frame& frame,
                                                const desk::DossierPlace& place);

/// What writes the accepted rows; nothing where there are none.
[[nodiscard]] desk::Requests write_accepted(const ImportsState& state);

}  // namespace xiaoan::imports
