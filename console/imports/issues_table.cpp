#include "console/imports/import_tables.hpp"
#include "console/language/wording.hpp"
#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"

#include <array>
#include <utility>

namespace xiaoan::imports {

namespace {

using desk::Frame;
using desk::Requests;
using language::grouped;
using shell::Align;
using shell::Rect;
using shell::TableCell;

constexpr float narrow_px = 960;

enum class IssueColumn : std::uint8_t { severity, row, column, value, text };
constexpr std::array issue_ids{"severity", "row", "column", "value", "text"};
constexpr std::array issue_widths{96.0F, 74.0F, 150.0F, 160.0F, 320.0F};

/// One drawing of the table: what its parts share.
class Pass {
public:
    Pass(ImportsState& state, const Frame& frame) : state_(state), frame_(frame), ui_(frame.ui) {}

    Requests draw(const Rect& where)
    {
        std::vector<shell::TableColumn> columns;
        issue_columns_.clear();
        for (std::size_t i = 0; i < issue_ids.size(); ++i) {
            const auto column = static_cast<IssueColumn>(i);
            if (column == IssueColumn::value && where.width() < ui_.px(narrow_px))
                continue;  // the sentence says it too
            issue_columns_.push_back(column);
            columns.push_back({.id = issue_ids[i],
                               .head = std::string{frame_.tr(std::string{"imports.column."} + issue_ids[i])},
                               .width = issue_widths[i],
                               .grows = column == IssueColumn::text,
                               .sorts = false,
                               .align = column == IssueColumn::row ? Align::right : Align::left});
        }
        shell::TableRows rows;
        rows.count = state_.lines.lines().size();
        rows.selected = selected_line(state_) != nullptr ? state_.selected : std::nullopt;
        rows.text = [&](std::size_t row, std::size_t column) { return issue_text(row, issue_columns_[column]); };
        rows.draw = [&](const TableCell& cell) { return draw_issue_cell(cell); };
        rows.menu = [&](std::size_t) {
            return std::vector<shell::MenuRow>{{.label = std::string{frame_.tr("imports.copy")}, .side = "Ctrl+C"}};
        };
        rows.empty = frame_.tr(state_.list.running() != nullptr || !state_.lines.complete() ? "imports.none_yet"
                               : state_.filter.text.empty()                                 ? "imports.none"
                                                                                            : "review.none_found");
        const auto events = shell::table(ui_, "issues", where, columns, state_.issues_table, rows);
        if (events.selected) {
            state_.selected = events.selected;
            state_.detail_open = true;
        }
        if (events.menu_row) asked_.push_back(desk::CopyText{issue_text(*events.menu_row, IssueColumn::text)});
        return std::move(asked_);
    }

private:
    [[nodiscard]] data::RowIssue issue(std::size_t row) const
    {
        const ReviewLine& line = state_.lines.lines()[row];
        return shown_issue(*sheet_of(state_, {line.entry, line.sheet}), line.index);
    }

    [[nodiscard]] std::string issue_text(std::size_t row, IssueColumn column) const
    {
        const data::RowIssue shown = issue(row);
        switch (column) {
        case IssueColumn::severity:
            return std::string{
                frame_.tr(shown.severity == data::IssueSeverity::refused ? "imports.refused" : "imports.warning")};
        case IssueColumn::row: return shown.row > 0 ? grouped(shown.row) : "—";
        case IssueColumn::column: return shown.column.empty() ? "—" : shown.column;
        case IssueColumn::value: return shown.value.empty() ? "—" : shown.value;
        case IssueColumn::text: break;
        }
        return issue_sentence(shown, frame_.language);
    }

    bool draw_issue_cell(const TableCell& cell)
    {
        if (issue_columns_[cell.column] != IssueColumn::severity) return false;
        const bool refused = issue(cell.row).severity == data::IssueSeverity::refused;
        const auto severity = refused ? shell::Severity::stop : shell::Severity::notice;
        shell::severity_shape(ui_, {cell.where.x0 + ui_.px(6), cell.where.middle().y}, severity);
        const Rect words{cell.where.x0 + ui_.px(18), cell.where.y0, cell.where.x1 + ui_.px(7), cell.where.y1};
        shell::draw_text_fitted(ui_, words, Align::left, {.color = ui_.theme.ink},
                                issue_text(cell.row, IssueColumn::severity));
        return true;
    }

    ImportsState& state_;
    const Frame& frame_;
    const shell::Ui& ui_;
    std::vector<IssueColumn> issue_columns_;
    Requests asked_;
};

}  // namespace

Requests draw_issues_table(ImportsState& state, const Frame& frame, const Rect& where)
{
    return Pass(state, frame).draw(where);
}

}  // namespace xiaoan::imports
