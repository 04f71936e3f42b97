// The page of how the buses are run: by whom, how many are bought by the government, whom they carry; over a year.
#pragma once

#include "console/desk/frame.hpp"
#include "console/desk/request.hpp"
#include "console/permits/counted_operations.hpp"
#include "console/permits/operations_tables.hpp"
#include "console/shell/table.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace xiaoan::permits {

/// Kept by the window from frame to frame.
struct OperationsState {
    std::shared_ptr<const CountedOperations> counted;
    std::shared_ptr<const data::Snapshot> asked_for;  // of what the worker was asked last
    data::Date asked_as_of{};
    shell::TableState table;

    // The table, kept until what it depends on changes.
    std::shared_ptr<const CountedOperations> table_of;
    language::Language language{};
    data::PlainSheet counties;
};

/// Draws into `where` of the current region, which scrolls; asks for the numbers where it has those of something else.
[[nodiscard]] desk::Requests draw_operations_panel(OperationsState& state, const desk::Frame& frame,
                                                   const shell::Rect& where);

/// Both tables as the sheets of a workbook; none before they are counted.
[[nodiscard]] std::vector<data::PlainSheet> operations_sheets(const OperationsState& state, data::Adcode county,
                                                              language::Language language);

}  // namespace xiaoan::permits
