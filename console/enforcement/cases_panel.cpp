#include "console/enforcement/cases_panel.hpp"

#include "console/desk/fitting_columns.hpp"
#include "console/desk/severity.hpp"
#include "console/language/wording.hpp"
#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/button.hpp"
#include "console/shell/widgets/chip.hpp"
#include "console/shell/widgets/field.hpp"
#include "console/shell/widgets/menu.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace xiaoan::enforcement {

namespace {

using data::CaseStep;
using desk::Frame;
using desk::Requests;
using shell::Align;
using shell::FontRole;
using shell::Rect;

constexpr float head_px = 42;
constexpr float least_with_strip_px = 230;  // of the page's height
constexpr int calendar_days = 35;
constexpr int report_days = 365;
constexpr std::array column_ids{"number", "subject", "county", "problems", "department",
                                "due_on", "next",    "state",  "opened_on"};
constexpr std::array<float, 9> widths{106, 120, 90, 150, 108, 190, 178, 84, 118};
constexpr std::array<float, 9> english_widths{106, 120, 122, 170, 128, 206, 190, 92, 118};
constexpr std::array<int, 9> ranks{0, 0, 2, 0, 1, 0, 0, 3, 4};  // what the dossier says as well is left out first
constexpr std::array chip_ids{"all", "living", "bureau", "overdue", "week", "department", "ended"};

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
    const CasesState::Basis wanted{frame.derived.snapshot,
                                   frame.derived.as_of,
                                   {.county = frame.filter.county,
                                    .department = state.department,
                                    .due = state.due,
                                    .chip = state.chip,
                                    .order = order}};
    if (state.basis == wanted) return;
    const auto& all = frame.derived.cases;
    state.rows = case_rows(*wanted.snapshot, all, wanted.as_of, wanted.wish);
    const auto weighed =
        supervision::case_list(all, {.county = wanted.wish.county, .department = wanted.wish.department});
    state.calendar = supervision::due_calendar(weighed, *wanted.snapshot->region, wanted.as_of, calendar_days);
    state.report = supervision::case_report(weighed, wanted.as_of - std::chrono::days{report_days - 1}, wanted.as_of);
    state.basis = wanted;
}

/// The controls at the right end of the head, from right to left; gives the x where they begin.
class RightEnd {
public:
    RightEnd(CasesState& state, const Frame& frame, const Rect& head, Requests& asked)
        : state_(state), frame_(frame), ui_(frame.ui), y_(head.y0 + ui_.px(5)), x_(head.x1 - ui_.px(14)), asked_(asked)
    {
    }

    float draw()
    {
        const bool writes = !frame_.known_at;
        if (button("matter", frame_.tr("cases.new"), writes,
                   writes ? frame_.tr("cases.new.reason") : frame_.why_read_only()))
            asked_.push_back(desk::BeginMatter{});
        const bool load = state_.shown == CasesShown::load;
        if (button("load", frame_.tr(load ? "cases.show_list" : "cases.show_load"), true, {}))
            state_.shown = load ? CasesShown::list : CasesShown::load;
        department();
        return x_;
    }

private:
    bool button(std::string_view id, std::string_view label, bool enabled, std::string_view reason)
    {
        const shell::ButtonLook look{.enabled = enabled, .reason = reason, .padding = 12};
        const float width = shell::button_width(ui_, label, look);
        x_ -= width;
        const bool pressed = shell::button(ui_, id, label, box(width), look);
        x_ -= ui_.px(8);
        return pressed;
    }
    [[nodiscard]] Rect box(float width) const { return shell::rect_at(x_, y_, width, ui_.px(shell::bar_height_px)); }

    /// Which department's cases.
    void department()
    {
        std::vector<shell::MenuRow> rows{
            {.label = std::string{frame_.tr("value.all")}, .chosen = state_.department.empty()}};
        std::string value = rows.front().label;
        const auto words = data::words_of<data::Department>;
        for (const auto& each : words) {
            rows.push_back({.label = std::string{frame_.tr("department." + std::string{each.word})},
                            .chosen = state_.department == each.word});
            if (rows.back().chosen) value = rows.back().label;
        }
        const shell::FieldLook look{.label = frame_.tr("cases.column.department"), .drop_mark = true};
        const float width = shell::field_width(ui_, value, look);
        x_ -= width;
        if (const auto picked = shell::drop_down(ui_, "department", look.label, value, rows, box(width)))
            state_.department = *picked == 0 ? std::string{} : std::string{words[*picked - 1].word};
        x_ -= ui_.px(12);
    }

    CasesState& state_;
    const Frame& frame_;
    const shell::Ui& ui_;
    float y_, x_;
    Requests& asked_;
};

void draw_head(CasesState& state, const Frame& frame, const Rect& head, Requests& asked)
{
    const auto& ui = frame.ui;
    const float end = RightEnd(state, frame, head, asked).draw();
    float x = head.x0 + ui.px(14);
    const auto title = frame.tr("cases.title");
    shell::draw_text(ui, Rect{x, head.y0, end, head.y1}, Align::left,
                     {.font = FontRole::body_bold, .color = ui.theme.ink}, title);
    x += shell::text_width(ui, FontRole::body_bold, title) + ui.px(12);
    for (std::size_t i = 0; i < chip_ids.size(); ++i) {
        const auto chip = static_cast<CaseChip>(i);
        const std::string label = std::string{frame.tr(std::string{"cases.chip."} + chip_ids[i])} + " " +
                                  language::grouped(state.rows.counts[i]);
        if (x + shell::chip_width(ui, label) > end) break;
        // A chip that is on, pressed again, shows all.
        if (shell::chip(ui, chip_ids[i], label, state.chip == chip, {x, head.y0 + ui.px(10)}))
            state.chip = state.chip == chip ? CaseChip::all : chip;
        x += shell::chip_width(ui, label) + ui.px(8);
    }
}

const std::string& cell_text(const CaseRowText& text, std::size_t column)
{
    const std::array cells{&text.number, &text.subject, &text.county, &text.problems, &text.department,
                           &text.due_on, &text.next,    &text.state,  &text.opened_on};
    return *cells[column];
}

/// The gravest rule of a case, for the shape before its problems.
std::optional<shell::Severity> gravest(const data::Case& of)
{
    std::optional<rules::Severity> gravest;
    for (const data::CaseRule& each : of.rules)
        if (const auto severity = supervision::severity_of(each.rule))
            gravest = std::min(gravest.value_or(rules::Severity::data), *severity);
    if (!gravest || *gravest == rules::Severity::data) return std::nullopt;
    return desk::shown_severity(*gravest);
}

bool draw_cell(const Frame& frame, const CaseRow& row, const CaseRowText& text, const shell::TableCell& cell,
               std::size_t column)
{
    const auto& ui = frame.ui;
    const bool ended = has_ended(row.opened->state);
    const Rect roomy{cell.where.x0, cell.where.y0, cell.where.x1 + ui.px(7), cell.where.y1};
    if (column == static_cast<std::size_t>(CaseColumn::problems)) {
        const auto severity = gravest(*row.opened);
        if (severity && !ended) shell::severity_shape(ui, {cell.where.x0 + ui.px(6), cell.where.middle().y}, *severity);
        shell::draw_text_fitted(ui, Rect{roomy.x0 + ui.px(18), roomy.y0, roomy.x1, roomy.y1}, Align::left,
                                {.color = ended ? ui.theme.muted : ui.theme.ink}, text.problems);
        return true;
    }
    if (column == static_cast<std::size_t>(CaseColumn::due_on) && text.overdue) {
        shell::draw_text_fitted(ui, roomy, Align::left, {.font = FontRole::body_bold, .color = ui.theme.stop.text},
                                text.due_on);
        return true;
    }
    // What the bureau has to do stands out from what it waits for.
    if (column == static_cast<std::size_t>(CaseColumn::next) &&
        supervision::waiting_for(row.next) == supervision::Waiting::bureau) {
        shell::draw_text_fitted(ui, roomy, Align::left, {.font = FontRole::body_bold, .color = ui.theme.ink},
                                text.next);
        return true;
    }
    if (!ended && column != static_cast<std::size_t>(CaseColumn::next)) return false;
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

/// An entry of a row's menu, and what it asks for.
struct Entry {
    std::string_view label;
    desk::Request asks;
    bool enabled = true;
};

std::vector<Entry> entries(const Frame& frame, const data::Case& of)
{
    const auto step = [&](std::string_view label, CaseStep which) {
        return Entry{frame.tr(label), desk::BeginStep{of.number, which},
                     !frame.known_at && why_not(of, which, frame.language).empty()};
    };
    return {{frame.tr("cases.menu.bus"), desk::Select{{desk::Selected::bus, of.subject_key}, true},
             of.subject_kind == "bus"},
            step("cases.menu.send", CaseStep::sent),
            step("cases.menu.reply", CaseStep::replied),
            step("cases.menu.urge", CaseStep::urged),
            step("cases.menu.verify", CaseStep::verified),
            step("cases.menu.close", CaseStep::closed),
            {frame.tr("cases.menu.copy"), desk::CopyText{of.number}}};
}

void draw_list(CasesState& state, const Frame& frame, const Rect& where, Requests& asked)
{
    const auto& ui = frame.ui;
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
    rows.menu = [&](std::size_t row) {
        std::vector<shell::MenuRow> menu;
        for (const Entry& each : entries(frame, *of_rows[row].opened))
            menu.push_back({.label = std::string{each.label}, .enabled = each.enabled});
        menu.back().rule_above = true;
        return menu;
    };
    rows.empty = nothing;
    rows.faded = frame.stale;
    const auto events = shell::table(ui, "cases", where, shown.heads, state.table, rows);
    const auto select = [&](std::size_t row, bool zoom) {
        asked.push_back(desk::Select{{desk::Selected::supervision, of_rows[row].opened->number}, zoom});
    };
    if (events.selected) select(*events.selected, false);
    if (events.opened) select(*events.opened, true);
    if (events.menu_row) asked.push_back(entries(frame, *of_rows[*events.menu_row].opened)[*events.menu_entry].asks);
}

}  // namespace

void show_cases(CasesState& state, std::string_view chip, std::string department)
{
    const auto found = std::ranges::find(chip_ids, chip);
    state.chip = found != chip_ids.end() ? static_cast<CaseChip>(found - chip_ids.begin()) : CaseChip::all;
    state.department = std::move(department);
    state.due.reset();
    state.shown = CasesShown::list;
}

Requests draw_cases_panel(CasesState& state, const Frame& frame, const Rect& where)
{
    Requests asked;
    const auto& ui = frame.ui;
    refresh(state, frame);
    float y = where.y0 + ui.px(head_px);
    draw_head(state, frame, {where.x0, where.y0, where.x1, y}, asked);
    if (where.height() >= ui.px(least_with_strip_px)) {
        const Rect strip{where.x0 + ui.px(14), y, where.x1 - ui.px(14), y + ui.px(deadline_strip_px)};
        if (const auto day = draw_deadline_strip(state, frame, strip))
            state.due = state.due == day ? std::nullopt : day;
        y = strip.y1;
    }
    const Rect rest{where.x0, y, where.x1, where.y1};
    if (state.shown == CasesShown::load)
        draw_load_table(state, frame, rest);
    else
        draw_list(state, frame, rest, asked);
    return asked;
}

}  // namespace xiaoan::enforcement
