#include "console/imports/imports_panel.hpp"

#include "console/desk/fitting_columns.hpp"
#include "console/language/wording.hpp"
#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/button.hpp"
#include "console/shell/widgets/chip.hpp"
#include "console/shell/widgets/progress.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace xiaoan::imports {

namespace {

using desk::Frame;
using desk::Requests;
using language::grouped;
using shell::Align;
using shell::FontRole;
using shell::Rect;
using shell::TableCell;

constexpr float head_px = 42, side_px = 14, narrow_px = 960, strip_px = 50;

enum class SheetColumn : std::uint8_t { file, sheet, kind, rows, added, changed, unchanged, refused, skipped, outcome };
constexpr std::array sheet_ids{"file", "sheet", "kind", "rows", "added", "changed", "unchanged", "refused", "skipped", "outcome"};
constexpr std::array sheet_widths{200.0F, 104.0F, 124.0F, 72.0F, 72.0F, 72.0F, 72.0F, 72.0F, 72.0F, 124.0F};
constexpr std::array sheet_ranks{0, 3, 2, 0, 0, 0, 4, 0, 5, 1};  // what is left out first where there is no room
constexpr float english_number_px = 88;  // heads are longer

enum class IssueColumn : std::uint8_t { severity, row, column, value, text };
constexpr std::array issue_ids{"severity", "row", "column", "value", "text"};
constexpr std::array issue_widths{96.0F, 74.0F, 150.0F, 160.0F, 320.0F};

/// One drawing of the page: what its parts share.
class Pass {
public:
    Pass(ImportsState& state, const Frame& frame, const Rect& where)
        : state_(state), frame_(frame), ui_(frame.ui), where_(where), narrow_(where.width() < ui_.px(narrow_px))
    {
        refresh();
    }

    Requests draw()
    {
        float y = where_.y0;
        draw_head({where_.x0, y, where_.x1, y + ui_.px(head_px)});
        y += ui_.px(head_px);
        if (state_.list.entries().empty()) {
            draw_empty({where_.x0, y, where_.x1, where_.y1});
            return std::move(asked_);
        }
        if (const ImportEntry* running = state_.list.running()) {
            const Rect line{where_.x0 + ui_.px(side_px), y, where_.x1 - ui_.px(side_px), y + ui_.px(shell::progress_height_px)};
            draw_progress(*running, line);
            y = line.y1 + ui_.px(6);
        }
        const float sheets = sheets_height(where_.y1 - y);
        draw_sheets({where_.x0, y, where_.x1, y + sheets});
        y += sheets;
        draw_chips({where_.x0, y, where_.x1, y + ui_.px(head_px)});
        y += ui_.px(head_px);
        const bool explains = !explanation().empty() && where_.y1 - y > ui_.px(strip_px + 90);
        const float end = where_.y1 - (explains ? ui_.px(strip_px) : 0);
        draw_issues({where_.x0, y, where_.x1, end});
        if (explains) draw_strip({where_.x0, end, where_.x1, where_.y1});
        return std::move(asked_);
    }

private:
    void refresh()
    {
        if (state_.version == state_.list.version() && state_.rows_of == state_.filter) return;
        const bool new_list = state_.version != state_.list.version();
        state_.sheets = sheet_rows(state_.list);
        if (new_list && state_.filter.of && std::ranges::find(state_.sheets, *state_.filter.of) == state_.sheets.end())
            state_.filter.of.reset();
        state_.issues = issue_rows(state_.list, state_.filter);
        state_.counts = issue_counts(state_.list, state_.filter.of);
        state_.version = state_.list.version();
        state_.rows_of = state_.filter;
        state_.selected_issue.reset();
    }

    [[nodiscard]] const IssueRow* selected_issue() const
    {
        if (!state_.selected_issue || *state_.selected_issue >= state_.issues.size()) return nullptr;
        return &state_.issues[*state_.selected_issue];
    }

    /// The sentence of the chosen row, or why the chosen file could not be read.
    [[nodiscard]] std::string explanation() const
    {
        if (const IssueRow* issue = selected_issue(); issue != nullptr) return issue_sentence(issue->issue, frame_.language);
        if (!state_.filter.of || state_.filter.of->entry >= state_.list.entries().size()) return {};
        const ImportEntry& entry = state_.list.entries()[state_.filter.of->entry];
        return entry.result && entry.report() == nullptr ? entry.file() + "：" + fault_sentence(*entry.result, frame_.language) : std::string{};
    }

    /// Title, what came of it in words, and what can be done now.
    void draw_head(const Rect& head)
    {
        float x = head.x0 + ui_.px(side_px);
        const auto title = frame_.tr("imports.title");
        shell::draw_text(ui_, Rect{x, head.y0, head.x1, head.y1}, Align::left,
                         {.font = FontRole::body_bold, .color = ui_.theme.ink}, title);
        x += shell::text_width(ui_, FontRole::body_bold, title) + ui_.px(12);
        const float end = draw_buttons(head);
        shell::draw_text_fitted(ui_, Rect{x, head.y0, end - ui_.px(12), head.y1}, Align::left,
                                {.color = ui_.theme.second_ink}, outcome_text());
    }

    [[nodiscard]] std::string outcome_text() const
    {
        const auto& list = state_.list;
        if (list.entries().empty() || list.running() != nullptr) return {};
        const auto sum = list.sum();
        const bool dry = std::ranges::any_of(list.entries(), [](const auto& entry) {
            return entry.report() != nullptr && entry.report()->dry_run;
        });
        const bool stopped = std::ranges::any_of(list.entries(), [](const auto& entry) {
            return entry.report() != nullptr && entry.report()->stopped;
        });
        std::string text;
        if (stopped) text = frame_.tr("imports.stopped");
        else if (sum.files == 0) return std::string{frame_.tr("imports.nothing_read")};
        else if (sum.added + sum.changed == 0 && sum.refused == 0) text = frame_.tr(dry ? "imports.dry_same" : "imports.same");
        else text = frame_.tr(dry ? "imports.dry" : "imports.written", {grouped(sum.added), grouped(sum.changed)});
        if (sum.refused > 0) text += frame_.tr("imports.also_refused", {grouped(sum.refused)});
        return text;
    }

    /// Gives the left end of the buttons.
    float draw_buttons(const Rect& head)
    {
        float x = head.x1 - ui_.px(side_px);
        const auto add = [&](const char* id, std::string_view label, const shell::ButtonLook& look) {
            const float width = shell::button_width(ui_, label, look);
            x -= width;
            const bool pressed = shell::button(ui_, id, label, shell::rect_at(x, head.y0 + ui_.px(7), width, ui_.px(28)), look);
            x -= ui_.px(8);
            return pressed;
        };
        if (state_.list.awaits_decision()) {
            if (add("write", frame_.tr("imports.write"), {.primary = true, .padding = 12}))
                for (auto& request : state_.list.to_write()) asked_.push_back(desk::RunImport{std::move(request)});
            if (add("give up", frame_.tr("imports.give_up"), {.reason = frame_.tr("imports.give_up.reason"), .padding = 12}))
                state_.list.give_up();
        } else if (!state_.list.entries().empty() && state_.list.running() == nullptr) {
            if (add("choose", frame_.tr("imports.choose"), {.key_hint = "Ctrl+O", .padding = 12}))
                asked_.push_back(desk::BeginImport{});
            if (add("clear", frame_.tr("imports.clear"), {.padding = 12})) state_.list.give_up();
        }
        return x;
    }

    void draw_empty(const Rect& where)
    {
        const float width = std::min(where.width() - 2 * ui_.px(24), ui_.px(560));
        const float x = std::round(where.middle().x - width / 2);
        const std::string text{frame_.tr("imports.empty")};
        const float height = shell::paragraph_height(ui_, width, FontRole::body, text, 22);
        float y = std::round(std::max(where.y0, where.y0 + (where.height() - height) * 0.3F));
        y += shell::draw_paragraph(ui_, {x, y}, width, {.color = ui_.theme.muted}, text, 22) + ui_.px(16);
        const shell::ButtonLook look{.primary = true, .key_hint = "Ctrl+O"};
        const auto label = frame_.tr("imports.choose");
        const float wide = shell::button_width(ui_, label, look);
        if (shell::button(ui_, "choose", label, shell::rect_at(x, y, wide, ui_.px(shell::button_height_px)), look))
            asked_.push_back(desk::BeginImport{});
    }

    void draw_progress(const ImportEntry& running, const Rect& line)
    {
        const auto done = running.progress->done.load(), total = running.progress->total.load();
        const bool stopping = running.progress->stop_requested();
        const std::string what = frame_.tr(stopping              ? "imports.progress.stopping"
                                           : running.request.dry_run ? "imports.progress.checking"
                                                                 : "imports.progress.writing",
                                           {running.file()});
        std::string number = total > 0 ? frame_.tr("imports.progress.of", {grouped(done), grouped(total)})
                                       : frame_.tr("imports.progress.rows", {grouped(done)});
        if (const auto waiting = state_.list.running_count() - 1; waiting > 0)
            number += frame_.tr("imports.progress.waiting", {grouped(waiting)});
        const float share = total > 0 ? static_cast<float>(done) / static_cast<float>(total) : -1.0F;
        if (shell::progress(ui_, "progress", line,
                            {.what = what, .number = number, .share = share,
                             .stop = stopping ? std::string_view{} : frame_.tr("imports.stop")}))
            asked_.push_back(desk::StopImport{});
        ui_.pulse.frame_within(0.1);
    }

    /// All sheets where there is room, else four rows, and never more than half of the page.
    [[nodiscard]] float sheets_height(float room) const
    {
        const float rows = static_cast<float>(std::max<std::size_t>(state_.sheets.size(), 1));
        const float wanted = ui_.px(shell::table_head_px) + rows * ui_.px(shell::table_row_px);
        const float least = ui_.px(shell::table_head_px + shell::table_row_px);
        return std::max(least, std::min(wanted, std::floor(room * 0.4F)));
    }

    void draw_sheets(const Rect& where)
    {
        const bool has_sheets = std::ranges::any_of(state_.sheets, [&](const SheetRow& row) {
            return row.sheet && !sheet_of(row)->sheet.empty();
        });
        const bool english = frame_.language == language::Language::en;
        std::vector<desk::CandidateColumn> all;
        for (std::size_t i = 0; i < sheet_ids.size(); ++i) {
            const auto column = static_cast<SheetColumn>(i);
            if (column == SheetColumn::sheet && !has_sheets) continue;
            const bool number = column >= SheetColumn::rows && column <= SheetColumn::skipped;
            all.push_back({{.id = sheet_ids[i], .head = std::string{frame_.tr(std::string{"imports.column."} + sheet_ids[i])},
                            .width = number && english ? english_number_px : sheet_widths[i],
                            .grows = column == SheetColumn::file || column == SheetColumn::outcome, .sorts = false,
                            .align = number ? Align::right : Align::left}, i, sheet_ranks[i]});
        }
        const auto shown = desk::fitting_columns(std::move(all), ui_, where.width());
        sheet_columns_.clear();
        for (const std::size_t i : shown.of) sheet_columns_.push_back(static_cast<SheetColumn>(i));
        shell::TableRows rows;
        rows.count = state_.sheets.size();
        const auto chosen = state_.filter.of ? std::ranges::find(state_.sheets, *state_.filter.of) : state_.sheets.end();
        if (chosen != state_.sheets.end()) rows.selected = static_cast<std::size_t>(chosen - state_.sheets.begin());
        rows.text = [&](std::size_t row, std::size_t column) { return sheet_text(state_.sheets[row], sheet_columns_[column]); };
        rows.draw = [&](const TableCell& cell) { return draw_sheet_cell(cell); };
        const auto events = shell::table(ui_, "sheets", where, shown.heads, state_.sheets_table, rows);
        if (events.selected) state_.filter.of = state_.sheets[*events.selected];
    }

    [[nodiscard]] const data::SheetReport* sheet_of(const SheetRow& row) const
    {
        if (!row.sheet || row.entry >= state_.list.entries().size()) return nullptr;
        const auto* report = state_.list.entries()[row.entry].report();
        return report != nullptr && *row.sheet < report->sheets.size() ? &report->sheets[*row.sheet] : nullptr;
    }

    [[nodiscard]] static std::size_t count_of(const data::SheetReport& sheet, SheetColumn column)
    {
        const std::array counts{sheet.rows, sheet.added, sheet.changed, sheet.unchanged, sheet.refused, sheet.skipped};
        return counts[static_cast<std::size_t>(column) - static_cast<std::size_t>(SheetColumn::rows)];
    }

    [[nodiscard]] std::string sheet_text(const SheetRow& row, SheetColumn column) const
    {
        const ImportEntry& entry = state_.list.entries()[row.entry];
        const auto* sheet = sheet_of(row);
        if (column == SheetColumn::file) return sheet != nullptr && !sheet->file.empty() ? sheet->file : entry.file();
        if (column == SheetColumn::outcome) return entry_outcome(entry);
        if (sheet == nullptr) return "—";
        if (column == SheetColumn::sheet) return sheet->sheet.empty() ? "—" : sheet->sheet;
        if (column == SheetColumn::kind)
            return std::string{sheet->kind.empty() ? frame_.tr("imports.unknown_kind") : frame_.tr("kind." + sheet->kind)};
        return grouped(count_of(*sheet, column));
    }

    [[nodiscard]] std::string entry_outcome(const ImportEntry& entry) const
    {
        if (entry.running()) return std::string{frame_.tr("imports.outcome.running")};
        if (!entry.result) return {};
        const auto* report = entry.report();
        if (report == nullptr) return fault_sentence(*entry.result, frame_.language);
        if (report->stopped) return std::string{frame_.tr("imports.outcome.stopped")};
        if (report->dry_run) return std::string{frame_.tr("imports.outcome.dry")};
        if (!report->change) return std::string{frame_.tr("imports.outcome.same")};
        return frame_.tr("imports.outcome.written", {grouped(static_cast<std::size_t>(report->change->value))});
    }

    /// Zeros recede, refused rows and failed files stand out in words and colour.
    bool draw_sheet_cell(const TableCell& cell)
    {
        const SheetRow& row = state_.sheets[cell.row];
        const SheetColumn column = sheet_columns_[cell.column];
        const ImportEntry& entry = state_.list.entries()[row.entry];
        if (entry.result && entry.report() == nullptr && column != SheetColumn::file) {
            // A file that could not be read has no numbers: why takes their place.
            if (cell.column != 1) return true;
            const Rect line{cell.where.x0, cell.where.y0, where_.x1 - ui_.px(side_px), cell.where.y1};
            shell::draw_text_fitted(ui_, line, Align::left, {.color = ui_.theme.stop.text}, entry_outcome(entry));
            return true;
        }
        const std::string text = sheet_text(row, column);
        const auto* sheet = sheet_of(row);
        if (sheet != nullptr && column == SheetColumn::refused && sheet->refused > 0) {
            shell::draw_text(ui_, cell.where, Align::right, {.font = FontRole::body_bold, .color = ui_.theme.stop.text}, text);
            return true;
        }
        if (text != "0" && text != "—") return false;
        const bool number = column >= SheetColumn::rows && column <= SheetColumn::skipped;
        shell::draw_text(ui_, cell.where, number ? Align::right : Align::left, {.color = ui_.theme.placeholder}, text);
        return true;
    }

    void draw_chips(const Rect& head)
    {
        float x = head.x0 + ui_.px(side_px);
        const float y = head.y0 + ui_.px(10);
        const auto title = frame_.tr("imports.issues");
        shell::draw_text(ui_, Rect{x, head.y0, head.x1, head.y1}, Align::left,
                         {.font = FontRole::body_bold, .color = ui_.theme.ink}, title);
        x += shell::text_width(ui_, FontRole::body_bold, title) + ui_.px(12);
        const auto add = [&](const char* id, std::string_view key, std::size_t count, bool on) {
            const std::string label = std::string{frame_.tr(key)} + " " + grouped(count);
            const bool pressed = shell::chip(ui_, id, label, on, {x, y});
            x += shell::chip_width(ui_, label) + ui_.px(8);
            return pressed;
        };
        auto& wanted = state_.filter.severity;
        const auto& counts = state_.counts;
        if (add("all", "imports.chip.all", counts.refused + counts.warnings, !wanted)) wanted.reset();
        using data::IssueSeverity;
        if (add("refused", "imports.chip.refused", counts.refused, wanted == IssueSeverity::refused)) wanted = IssueSeverity::refused;
        if (add("warnings", "imports.chip.warnings", counts.warnings, wanted == IssueSeverity::warning)) wanted = IssueSeverity::warning;
        if (state_.filter.of && state_.sheets.size() > 1) {
            const std::string label = frame_.tr("imports.only", {sheet_text(*state_.filter.of, SheetColumn::file)}) + " ×";
            if (x + shell::chip_width(ui_, label) < head.x1 && shell::chip(ui_, "only", label, true, {x, y})) state_.filter.of.reset();
        }
        shell::hairline(ui_, head.x0, head.x1, head.y0, ui_.theme.line);
    }

    void draw_issues(const Rect& where)
    {
        std::vector<shell::TableColumn> columns;
        issue_columns_.clear();
        for (std::size_t i = 0; i < issue_ids.size(); ++i) {
            const auto column = static_cast<IssueColumn>(i);
            if (column == IssueColumn::value && narrow_) continue;  // the sentence says it too
            issue_columns_.push_back(column);
            columns.push_back({.id = issue_ids[i], .head = std::string{frame_.tr(std::string{"imports.column."} + issue_ids[i])},
                               .width = issue_widths[i], .grows = column == IssueColumn::text, .sorts = false,
                               .align = column == IssueColumn::row ? Align::right : Align::left});
        }
        shell::TableRows rows;
        rows.count = state_.issues.size();
        rows.selected = selected_issue() != nullptr ? state_.selected_issue : std::nullopt;
        rows.text = [&](std::size_t row, std::size_t column) { return issue_text(state_.issues[row], issue_columns_[column]); };
        rows.draw = [&](const TableCell& cell) { return draw_issue_cell(cell); };
        rows.menu = [&](std::size_t) { return std::vector<shell::MenuRow>{{.label = std::string{frame_.tr("imports.copy")}, .side = "Ctrl+C"}}; };
        rows.empty = frame_.tr(state_.list.running() != nullptr ? "imports.none_yet" : "imports.none");
        const auto events = shell::table(ui_, "issues", where, columns, state_.issues_table, rows);
        if (events.selected) state_.selected_issue = events.selected;
        if (events.menu_row) asked_.push_back(desk::CopyText{issue_sentence(state_.issues[*events.menu_row].issue, frame_.language)});
    }

    [[nodiscard]] std::string issue_text(const IssueRow& row, IssueColumn column) const
    {
        const auto& issue = row.issue;
        switch (column) {
            case IssueColumn::severity:
                return std::string{frame_.tr(issue.severity == data::IssueSeverity::refused ? "imports.refused" : "imports.warning")};
            case IssueColumn::row: return issue.row > 0 ? grouped(issue.row) : "—";
            case IssueColumn::column: return issue.column.empty() ? "—" : issue.column;
            case IssueColumn::value: return issue.value.empty() ? "—" : issue.value;
            case IssueColumn::text: break;
        }
        return issue_sentence(issue, frame_.language);
    }

    bool draw_issue_cell(const TableCell& cell)
    {
        if (issue_columns_[cell.column] != IssueColumn::severity) return false;
        const bool refused = state_.issues[cell.row].issue.severity == data::IssueSeverity::refused;
        const auto severity = refused ? shell::Severity::stop : shell::Severity::notice;
        shell::severity_shape(ui_, {cell.where.x0 + ui_.px(6), cell.where.middle().y}, severity);
        const Rect words{cell.where.x0 + ui_.px(18), cell.where.y0, cell.where.x1 + ui_.px(7), cell.where.y1};
        shell::draw_text_fitted(ui_, words, Align::left, {.color = ui_.theme.ink},
                                issue_text(state_.issues[cell.row], IssueColumn::severity));
        return true;
    }

    /// The explanation whole, for columns where it is cut.
    void draw_strip(const Rect& strip)
    {
        shell::fill(ui_, strip, ui_.theme.field);
        shell::hairline(ui_, strip.x0, strip.x1, strip.y0, ui_.theme.line);
        shell::draw_paragraph(ui_, {strip.x0 + ui_.px(side_px), strip.y0 + ui_.px(5)}, strip.width() - 2 * ui_.px(side_px),
                              {.font = FontRole::label, .color = ui_.theme.ink},
                              explanation(), 20);
    }

    ImportsState& state_;
    const Frame& frame_;
    const shell::Ui& ui_;
    Rect where_;
    bool narrow_;
    std::vector<SheetColumn> sheet_columns_;
    std::vector<IssueColumn> issue_columns_;
    Requests asked_;
};

}  // namespace

Requests draw_imports_panel(ImportsState& state, const Frame& frame, const Rect& where)
{
    return Pass(state, frame, where).draw();
}

}  // namespace xiaoan::imports
