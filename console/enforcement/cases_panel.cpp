#include "console/enforcement/cases_panel.hpp"

#include "console/desk/fitting_columns.hpp"
#include "console/desk/severity.hpp"
#include "console/language/wording.hpp"
#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/button.hpp"
#include "console/shell/widgets/chip.hpp"

#include <algorithm>
#include <array>

namespace xiaoan::enforcement {

namespace {

using desk::Frame;
using desk::Requests;
using shell::Align;
using shell::FontRole;
using shell::Rect;

constexpr float head_px = 42;
constexpr std::array column_ids{"number",     "subject",   "county", "problems",
                                "department", "opened_on", "due_on", "state"};
constexpr std::array<float, 8> widths{106, 120, 90, 150, 108, 118, 190, 84};
constexpr std::array<float, 8> english_widths{106, 120, 92, 170, 128, 118, 214, 92};
constexpr std::array<int, 8> ranks{0, 0, 2, 0, 1, 3, 0, 0};  // what the dossier says as well is left out first
constexpr std::array chip_ids{"all", "overdue", "open", "replied", "closed"};

CaseColumn column_of(std::string_view id)
{
    for (std::size_t i = 0; i < column_ids.size(); ++i)
        if (column_ids[i] == id) return static_cast<CaseColumn>(i);
    return CaseColumn::due_on;
}

void refresh(CasesState& state, const Frame& frame)
{
    const CaseOrder order{state.table.sort_id.empty() ? CaseColumn::due_on : column_of(state.table.sort_id),
                          state.table.descending};
    const CasesState::Basis wanted{frame.derived.snapshot, frame.derived.as_of, frame.filter.county, state.chip, order};
    if (state.basis == wanted) return;
    state.rows = case_rows(*wanted.snapshot, wanted.as_of, wanted.county, wanted.chip, wanted.order);
    state.basis = wanted;
}

void draw_head(CasesState& state, const Frame& frame, const Rect& head)
{
    const auto& ui = frame.ui;
    float x = head.x0 + ui.px(14);
    const auto title = frame.tr("cases.title");
    shell::draw_text(ui, Rect{x, head.y0, head.x1, head.y1}, Align::left,
                     {.font = FontRole::body_bold, .color = ui.theme.ink}, title);
    x += shell::text_width(ui, FontRole::body_bold, title) + ui.px(12);
    for (std::size_t i = 0; i < chip_ids.size(); ++i) {
        const auto chip = static_cast<CaseChip>(i);
        const std::string label = std::string{frame.tr(std::string{"cases.chip."} + chip_ids[i])} + " " +
                                  language::grouped(state.rows.counts[i]);
        if (x + shell::chip_width(ui, label) > head.x1) break;
        // A chip that is on, pressed again, shows all.
        if (shell::chip(ui, chip_ids[i], label, state.chip == chip, {x, head.y0 + ui.px(10)}))
            state.chip = state.chip == chip ? CaseChip::all : chip;
        x += shell::chip_width(ui, label) + ui.px(8);
    }
}

const std::string& cell_text(const CaseRowText& text, std::size_t column)
{
    const std::array cells{&text.number,     &text.subject,   &text.county, &text.problems,
                           &text.department, &text.opened_on, &text.due_on, &text.state};
    return *cells[column];
}

/// The gravest rule of a case, for the shape before its problems.
std::optional<shell::Severity> gravest(const data::Case& of)
{
    std::optional<rules::Severity> gravest;
    for (const data::CaseRule& each : of.rules)
        if (const rules::Rule* known = rules::find_rule(each.rule))
            gravest = std::min(gravest.value_or(rules::Severity::data),
                               each.rule.ends_with('?') ? rules::Severity::data : known->severity);
    if (!gravest || *gravest == rules::Severity::data) return std::nullopt;
    return desk::shown_severity(*gravest);
}

bool draw_cell(const Frame& frame, const CaseRow& row, const CaseRowText& text, const shell::TableCell& cell,
               std::size_t column)
{
    const auto& ui = frame.ui;
    const bool closed = row.opened->state == data::CaseState::closed;
    const Rect roomy{cell.where.x0, cell.where.y0, cell.where.x1 + ui.px(7), cell.where.y1};
    if (column == static_cast<std::size_t>(CaseColumn::problems)) {
        const auto severity = gravest(*row.opened);
        if (severity && !closed)
            shell::severity_shape(ui, {cell.where.x0 + ui.px(6), cell.where.middle().y}, *severity);
        shell::draw_text_fitted(ui, Rect{roomy.x0 + ui.px(18), roomy.y0, roomy.x1, roomy.y1}, Align::left,
                                {.color = closed ? ui.theme.muted : ui.theme.ink}, text.problems);
        return true;
    }
    if (column == static_cast<std::size_t>(CaseColumn::due_on) && text.overdue) {
        shell::draw_text_fitted(ui, roomy, Align::left, {.font = FontRole::body_bold, .color = ui.theme.stop.text},
                                text.due_on);
        return true;
    }
    if (!closed) return false;
    shell::draw_text_fitted(ui, roomy, Align::left, {.color = ui.theme.muted}, cell_text(text, column));
    return true;
}

desk::FittingColumns columns(const Frame& frame, float width)
{
    const auto& own = frame.language == language::Language::en ? english_widths : widths;
    std::vector<desk::CandidateColumn> all;
    for (std::size_t i = 0; i < column_ids.size(); ++i)
        all.push_back({{.id = column_ids[i],
                        .head = std::string{frame.tr(std::string{"cases.column."} + column_ids[i])},
                        .width = own[i],
                        .grows = static_cast<CaseColumn>(i) == CaseColumn::problems},
                       i,
                       ranks[i]});
    return desk::fitting_columns(std::move(all), frame.ui, width);
}

std::vector<shell::MenuRow> menu_rows(const Frame& frame, const data::Case& of)
{
    const bool open = of.state != data::CaseState::closed && !frame.known_at;
    return {{.label = std::string{frame.tr("cases.menu.bus")}},
            {.label = std::string{frame.tr("cases.menu.reply")}, .enabled = open},
            {.label = std::string{frame.tr("cases.menu.close")}, .enabled = open},
            {.label = std::string{frame.tr("cases.menu.copy")}, .rule_above = true}};
}

desk::Request chosen(const data::Case& of, std::size_t entry)
{
    switch (entry) {
    case 0: return desk::Select{{desk::Selected::bus, of.subject_key}, true};
    case 1: return desk::BeginReply{of.number};
    case 2: return desk::BeginClose{of.number};
    default: return desk::CopyText{of.number};
    }
}

}  // namespace

Requests draw_cases_panel(CasesState& state, const Frame& frame, const Rect& where)
{
    Requests asked;
    const auto& ui = frame.ui;
    refresh(state, frame);
    const float below_head = where.y0 + ui.px(head_px);
    draw_head(state, frame, {where.x0, where.y0, where.x1, below_head});
    const auto shown = columns(frame, where.width());
    const auto& of_rows = state.rows.rows;
    CaseRowText text;
    std::optional<std::size_t> text_of;
    const auto words = [&](std::size_t row) -> const CaseRowText& {
        if (text_of != row) text = case_row_text(frame.snapshot(), of_rows[row], frame.derived.as_of, frame.language);
        text_of = row;
        return text;
    };
    const std::size_t all = state.rows.counts[0];
    const std::string nothing =
        all == 0 ? std::string{frame.tr("cases.none_yet")} : frame.tr("cases.none_shown", {language::grouped(all)});
    shell::TableRows rows;
    rows.count = of_rows.size();
    for (std::size_t i = 0; i < of_rows.size() && frame.selection.what == desk::Selected::supervision; ++i)
        if (of_rows[i].opened->number == frame.selection.key) rows.selected = i;
    rows.text = [&](std::size_t row, std::size_t column) { return cell_text(words(row), shown.of[column]); };
    rows.draw = [&](const shell::TableCell& cell) {
        return draw_cell(frame, of_rows[cell.row], words(cell.row), cell, shown.of[cell.column]);
    };
    rows.menu = [&](std::size_t row) { return menu_rows(frame, *of_rows[row].opened); };
    rows.empty = nothing;
    rows.faded = frame.stale;
    const auto events =
        shell::table(ui, "cases", {where.x0, below_head, where.x1, where.y1}, shown.heads, state.table, rows);
    const auto select = [&](std::size_t row, bool zoom) {
        asked.push_back(desk::Select{{desk::Selected::supervision, of_rows[row].opened->number}, zoom});
    };
    if (events.selected) select(*events.selected, false);
    if (events.opened) select(*events.opened, true);
    if (events.menu_row) asked.push_back(chosen(*of_rows[*events.menu_row].opened, *events.menu_entry));
    return asked;
}

}  // namespace xiaoan::enforcement
