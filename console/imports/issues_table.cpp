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
        rows.count = state_.issues.size();
        rows.selected = selected_issue(state_) != nullptr ? state_.selected_issue : std::nullopt;
        rows.text = [&](std::size_t row, std::size_t column) {
            return issue_text(state_.issues[row], issue_columns_[column]);
        };
        rows.draw = [&](const TableCell& cell) { return draw_issue_cell(cell); };
        rows.menu = [&](std::size_t) {
            return std::vector<shell::MenuRow>{{.label = std::string{frame_.tr("imports.copy")}, .side = "Ctrl+C"}};
        };
        rows.empty = frame_.tr(state_.list.running() != nullptr ? "imports.none_yet" : "imports.none");
        const auto events = shell::table(ui_, "issues", where, columns, state_.issues_table, rows);
        if (events.selected) state_.selected_issue = events.selected;
        if (events.menu_row)
            asked_.push_back(desk::CopyText{issue_sentence(state_.issues[*events.menu_row].issue, frame_.language)});
        return std::move(asked_);
    }

private:
    [[nodiscard]] std::string issue_text(const IssueRow& row, IssueColumn column) const
    {
        const auto& issue = row.issue;
        switch (column) {
        case IssueColumn::severity:
            return std::string{
                frame_.tr(issue.severity == data::IssueSeverity::refused ? "imports.refused" : "imports.warning")};
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

const IssueRow* selected_issue(const ImportsState& state)
{
    if (!state.selected_issue || *state.selected_issue >= state.issues.size()) return nullptr;
    return &state.issues[*state.selected_issue];
}

}  // namespace xiaoan::imports
