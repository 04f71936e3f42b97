#include "console/tasks/tasks_panel.hpp"

#include "console/language/wording.hpp"
#include "console/rules/wording.hpp"
#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/chip.hpp"

#include <algorithm>
#include <array>

namespace xiaoan::tasks {

namespace {

using desk::Frame;
using desk::Requests;
using shell::Align;
using shell::FontRole;
using shell::Rect;

constexpr float head_px = 42;
constexpr std::size_t first_county = 3;  // column
constexpr std::array chip_ids{"all", "overdue", "proved"};

void refresh(TasksState& state, const Frame& frame)
{
    if (state.lines_of == frame.derived.snapshot && state.lines_as_of == frame.derived.as_of) return;
    state.lines = task_lines(frame.derived.dossiers, frame.derived.as_of);
    state.lines_of = frame.derived.snapshot;
    state.lines_as_of = frame.derived.as_of;
}

bool shows(TaskChip chip, const TaskLine& line)
{
    return chip == TaskChip::all || (chip == TaskChip::overdue && line.overdue > 0) ||
           (chip == TaskChip::proved && line.proved);
}

void draw_head(TasksState& state, const Frame& frame, const Rect& head)
{
    const auto& ui = frame.ui;
    float x = head.x0 + ui.px(14);
    const auto title = frame.tr("tasks.title_page");
    shell::draw_text(ui, Rect{x, head.y0, head.x1, head.y1}, Align::left,
                     {.font = FontRole::body_bold, .color = ui.theme.ink}, title);
    x += shell::text_width(ui, FontRole::body_bold, title) + ui.px(12);
    for (std::size_t i = 0; i < chip_ids.size(); ++i) {
        const auto chip = static_cast<TaskChip>(i);
        const auto count = std::ranges::count_if(state.lines, [&](const TaskLine& line) { return shows(chip, line); });
        const std::string label = std::string{frame.tr(std::string{"tasks.chip."} + chip_ids[i])} + " " +
                                  language::grouped(static_cast<std::size_t>(count));
        if (x + shell::chip_width(ui, label) > head.x1) break;
        if (shell::chip(ui, chip_ids[i], label, state.chip == chip, {x, head.y0 + ui.px(10)}))
            state.chip = state.chip == chip ? TaskChip::all : chip;
        x += shell::chip_width(ui, label) + ui.px(8);
    }
}

std::string due_text(const Frame& frame, const data::PlanItem& item)
{
    return item.due_on.has_date() ? data::iso(item.due_on.date()) : std::string{frame.tr("tasks.lasting")};
}

std::string cell_text(const Frame& frame, const TaskLine& line, std::size_t column)
{
    switch (column) {
    case 0: return line.item->item;
    case 1: return title(*line.item, frame.language);
    case 2: return due_text(frame, *line.item);
    default: break;
    }
    const TaskRow& row = line.rows[column - first_county];
    const std::string state = state_text(row, frame.language);
    return row.overdue ? frame.tr("tasks.late", {state}) : state;
}

/// A county's state: late ones call, what is done or lasting is calm, what was not reported is pale.
bool draw_state(const Frame& frame, const TaskLine& line, const shell::TableCell& cell)
{
    if (cell.column < first_county) return false;
    const auto& ui = frame.ui;
    const TaskRow& row = line.rows[cell.column - first_county];
    const bool reported = row.progress != nullptr && row.progress->state != data::ProgressState::not_given;
    Rect where = cell.where;
    if (row.overdue) {
        shell::severity_shape(ui, {where.x0 + ui.px(6), where.middle().y}, shell::Severity::rectify);
        where.x0 += ui.px(17);
    }
    shell::draw_text_fitted(ui, where, Align::left,
                            {.font = row.overdue ? FontRole::body_bold : FontRole::body,
                             .color = row.overdue ? ui.theme.rectify.text
                                      : reported  ? ui.theme.second_ink
                                                  : ui.theme.placeholder},
                            state_text(row, frame.language));
    return true;
}

}  // namespace

std::vector<TaskLine> task_lines(const rules::Dossiers& dossiers, data::Date as_of)
{
    std::vector<TaskLine> lines;
    for (TaskRow& row : task_ledger(dossiers, as_of)) {
        if (lines.empty() || lines.back().item != row.item) lines.push_back({.item = row.item, .rows = {}});
        TaskLine& line = lines.back();
        line.overdue += row.overdue ? 1U : 0U;
        line.proved = line.proved || !row.evidence.empty();
        line.rows.push_back(std::move(row));
    }
    return lines;
}

Requests draw_tasks_panel(TasksState& state, const Frame& frame, const Rect& where)
{
    Requests asked;
    const auto& ui = frame.ui;
    refresh(state, frame);
    const float below_head = where.y0 + ui.px(head_px);
    draw_head(state, frame, {where.x0, where.y0, where.x1, below_head});
    std::vector<const TaskLine*> shown;
    for (const TaskLine& line : state.lines)
        if (shows(state.chip, line)) shown.push_back(&line);
    std::vector<shell::TableColumn> columns{
        {.id = "item", .head = std::string{frame.tr("tasks.item")}, .width = 76, .sorts = false},
        {.id = "title", .head = std::string{frame.tr("tasks.title")}, .width = 240, .grows = true, .sorts = false},
        {.id = "due", .head = std::string{frame.tr("tasks.due_on")}, .width = 118, .sorts = false}};
    for (const data::County& each : frame.snapshot().region->counties)
        columns.push_back({.id = std::to_string(each.adcode.value),
                           .head = rules::county_name(frame.snapshot(), each.adcode, frame.language),
                           .width = 112,
                           .sorts = false});
    shell::TableRows rows;
    rows.count = shown.size();
    rows.text = [&](std::size_t row, std::size_t column) { return cell_text(frame, *shown[row], column); };
    rows.draw = [&](const shell::TableCell& cell) { return draw_state(frame, *shown[cell.row], cell); };
    for (std::size_t i = 0; i < shown.size() && frame.selection.what == desk::Selected::task; ++i)
        if (shown[i]->item->item == frame.selection.key) rows.selected = i;
    rows.empty = frame.tr(state.lines.empty() ? "tasks.none" : "tasks.none_shown");
    rows.faded = frame.stale;
    const auto events =
        shell::table(ui, "tasks", {where.x0, below_head, where.x1, where.y1}, columns, state.table, rows);
    if (const auto row = events.opened ? events.opened : events.selected)
        asked.push_back(desk::Select{{desk::Selected::task, shown[*row]->item->item}, false});
    return asked;
}

}  // namespace xiaoan::tasks
