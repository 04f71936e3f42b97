// The page of the task ledger: one line an entry, one column a county; and the dossier of one entry.
#pragma once

#include "console/desk/dossier.hpp"
#include "console/desk/frame.hpp"
#include "console/desk/request.hpp"
#include "console/shell/table.hpp"
#include "console/tasks/task_ledger.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace xiaoan::tasks {

/// The chips: all entries, those overdue somewhere, those that the register bears on.
enum class TaskChip : std::uint8_t { all, overdue, proved };

/// One entry with its rows, one a county in the region's order.
struct TaskLine {
    const data::PlanItem* item = nullptr;
    std::vector<TaskRow> rows;
    std::size_t overdue = 0;  // of its counties
    bool proved = false;      // the register says something about it
};

/// Kept by the window from frame to frame.
struct TasksState {
    TaskChip chip = TaskChip::all;
    shell::TableState table;

    // The lines, kept until what they depend on changes; the snapshot holds the items they point at.
    std::shared_ptr<const data::Snapshot> lines_of;
    data::Date lines_as_of{};
    std::vector<TaskLine> lines;
};

/// The ledger's lines.
[[nodiscard]] std::vector<TaskLine> task_lines(const rules::Dossiers& dossiers, data::Date as_of);

/// Draws into `where` of the current region.
[[nodiscard]] desk::Requests draw_tasks_panel(TasksState& state, const desk::Frame& frame, const shell::Rect& where);

/// Draws the dossier of the selected entry; nothing where the plan does not hold it.
[[nodiscard]] desk::Requests draw_task_dossier(TasksState& state, const desk::Frame& frame,
                                               const desk::DossierPlace& place);

}  // namespace xiaoan::tasks
