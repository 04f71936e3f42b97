#include "console/rules/wording.hpp"
#include "console/supervision/joint.hpp"
#include "console/tasks/tasks_panel.hpp"

#include <algorithm>

namespace xiaoan::tasks {

namespace {

using desk::DossierColumn;
using desk::Frame;
using desk::Requests;

/// One county: what it reported, and what the register proves.
void draw_county(DossierColumn& column, const Frame& frame, const TaskRow& row)
{
    std::vector<std::string> lines;
    if (row.progress != nullptr && row.progress->done_on.has_date())
        lines.push_back(frame.tr("tasks.done", {data::iso(row.progress->done_on.date())}));
    if (row.progress != nullptr && !row.progress->note.empty()) lines.push_back(row.progress->note);
    for (const TaskEvidence& each : row.evidence) lines.push_back(evidence_text(each, frame.language));
    const bool reported = row.progress != nullptr && row.progress->state != data::ProgressState::not_given;
    const std::string county = rules::county_name(frame.snapshot(), row.county, frame.language);
    const std::string state = state_text(row, frame.language);
    const std::string title = county + " · " + (row.overdue ? frame.tr("tasks.late", {state}) : state);
    column.card({.severity = row.overdue ? shell::Severity::rectify
                             : reported  ? shell::Severity::in_order
                                         : shell::Severity::notice,
                 .title = title,
                 .lines = lines});
}

/// What was asked for about the entry, and where it was met about.
void draw_joint(DossierColumn& column, const Frame& frame, const std::string& item)
{
    std::vector<std::string> lines;
    for (const data::Meeting& each : frame.snapshot().all<data::Meeting>()) {
        const auto items = supervision::listed(each.items);
        if (std::ranges::find(items, item) == items.end()) continue;
        lines.push_back(
            frame.tr("tasks.meeting",
                     {each.number, each.held_on.has_date() ? data::iso(each.held_on.date()) : "", each.agreed}));
    }
    for (const data::Assignment& each : frame.snapshot().all<data::Assignment>())
        if (each.item == item)
            lines.push_back(
                frame.tr(supervision::is_done(each, frame.derived.as_of) ? "tasks.assignment_done" : "tasks.assignment",
                         {each.number, std::string{frame.tr("department." + std::string{data::word(each.department)})},
                          each.what, each.due_on.has_date() ? data::iso(each.due_on.date()) : "—"}));
    if (lines.empty()) return;
    column.heading(frame.tr("cases.links"));
    for (const std::string& line : lines) column.small(line);
}

}  // namespace

Requests draw_task_dossier(TasksState& state, const Frame& frame, const desk::DossierPlace& place)
{
    if (state.lines_of != frame.derived.snapshot || state.lines_as_of != frame.derived.as_of) {
        state.lines = task_lines(frame.derived.dossiers, frame.derived.as_of);
        state.lines_of = frame.derived.snapshot;
        state.lines_as_of = frame.derived.as_of;
    }
    const auto line =
        std::ranges::find_if(state.lines, [&](const TaskLine& each) { return each.item->item == frame.selection.key; });
    if (line == state.lines.end()) return {};
    const data::PlanItem& item = *line->item;
    const auto content = [&](DossierColumn& column) {
        column.head({.title = item.item, .line = title(item, frame.language)});
        column.fact(frame.tr("tasks.section"), item.section);
        column.fact(frame.tr("tasks.units"), item.units);
        column.fact(frame.tr("tasks.due_on"), item.deadline_zh);
        column.heading(frame.tr("tasks.by_county"));
        for (const TaskRow& row : line->rows)
            if (!frame.filter.county.given() || row.county == frame.filter.county) draw_county(column, frame, row);
        draw_joint(column, frame, item.item);
    };
    const auto& counties = frame.snapshot().region->counties;
    const data::Adcode county = frame.filter.county.given() ? frame.filter.county
                                : counties.empty()          ? data::Adcode{}
                                                            : counties.front().adcode;
    const std::string key = item.item + "/" + std::to_string(county.value);
    const auto of_county = std::ranges::find(line->rows, county, &TaskRow::county);
    const bool reported = of_county != line->rows.end() && of_county->progress != nullptr;
    std::vector<std::pair<std::string, std::string>> given;
    if (!reported)
        given = {{"item", item.item}, {"county", rules::county_name(frame.snapshot(), county, frame.language)}};
    const std::string report = frame.tr("tasks.report", {rules::county_name(frame.snapshot(), county, frame.language)});
    const std::array buttons{
        desk::DossierButton{"report",
                            report,
                            {.primary = true, .enabled = !frame.known_at, .reason = frame.why_read_only()},
                            desk::BeginRecord{"progress", reported ? key : std::string{}, given}},
        desk::DossierButton{"history",
                            frame.tr("cases.history"),
                            {.enabled = reported, .reason = frame.tr("tasks.nothing_reported")},
                            desk::ShowHistory{"progress", key}}};
    return desk::draw_dossier(frame, place, content, buttons);
}

}  // namespace xiaoan::tasks
