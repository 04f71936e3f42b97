#include "console/desk/fitting_columns.hpp"
#include "console/imports/import_tables.hpp"
#include "console/language/wording.hpp"
#include "console/shell/text.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace xiaoan::imports {

namespace {

using desk::Frame;
using language::grouped;
using shell::Align;
using shell::FontRole;
using shell::Rect;
using shell::TableCell;

constexpr float side_px = 14;

enum class SheetColumn : std::uint8_t { file, sheet, kind, rows, added, changed, unchanged, refused, skipped, outcome };
constexpr std::array sheet_ids{"file",    "sheet",     "kind",    "rows",    "added",
                               "changed", "unchanged", "refused", "skipped", "outcome"};
constexpr std::array sheet_widths{200.0F, 104.0F, 124.0F, 72.0F, 72.0F, 72.0F, 72.0F, 72.0F, 72.0F, 124.0F};
constexpr std::array sheet_ranks{0, 3, 2, 0, 0, 0, 4, 0, 5, 1};  // what is left out first where there is no room
constexpr float english_number_px = 88;                          // heads are longer

/// The report of a sheet; null for a file that has none.
const data::SheetReport* sheet_of(const ImportsState& state, const SheetRow& row)
{
    if (!row.sheet || row.entry >= state.list.entries().size()) return nullptr;
    const auto* report = state.list.entries()[row.entry].report();
    return report != nullptr && *row.sheet < report->sheets.size() ? &report->sheets[*row.sheet] : nullptr;
}

/// One drawing of the table: what its parts share.
class Pass {
public:
    Pass(ImportsState& state, const Frame& frame, float right)
        : state_(state), frame_(frame), ui_(frame.ui), right_(right)
    {
    }

    void draw(const Rect& where)
    {
        const bool has_sheets = std::ranges::any_of(
            state_.sheets, [&](const SheetRow& row) { return row.sheet && !sheet_of(state_, row)->sheet.empty(); });
        const bool english = frame_.language == language::Language::en;
        std::vector<desk::CandidateColumn> all;
        for (std::size_t i = 0; i < sheet_ids.size(); ++i) {
            const auto column = static_cast<SheetColumn>(i);
            if (column == SheetColumn::sheet && !has_sheets) continue;
            const bool number = column >= SheetColumn::rows && column <= SheetColumn::skipped;
            all.push_back({{.id = sheet_ids[i],
                            .head = std::string{frame_.tr(std::string{"imports.column."} + sheet_ids[i])},
                            .width = number && english ? english_number_px : sheet_widths[i],
                            .grows = column == SheetColumn::file || column == SheetColumn::outcome,
                            .sorts = false,
                            .align = number ? Align::right : Align::left},
                           i,
                           sheet_ranks[i]});
        }
        const auto shown = desk::fitting_columns(std::move(all), ui_, where.width());
        sheet_columns_.clear();
        for (const std::size_t i : shown.of) sheet_columns_.push_back(static_cast<SheetColumn>(i));
        shell::TableRows rows;
        rows.count = state_.sheets.size();
        const auto chosen =
            state_.filter.of ? std::ranges::find(state_.sheets, *state_.filter.of) : state_.sheets.end();
        if (chosen != state_.sheets.end()) rows.selected = static_cast<std::size_t>(chosen - state_.sheets.begin());
        rows.text = [&](std::size_t row, std::size_t column) {
            return sheet_text(state_.sheets[row], sheet_columns_[column]);
        };
        rows.draw = [&](const TableCell& cell) { return draw_sheet_cell(cell); };
        const auto events = shell::table(ui_, "sheets", where, shown.heads, state_.sheets_table, rows);
        if (events.selected) state_.filter.of = state_.sheets[*events.selected];
    }

private:
    [[nodiscard]] static std::size_t count_of(const data::SheetReport& sheet, SheetColumn column)
    {
        const std::array counts{sheet.rows, sheet.added, sheet.changed, sheet.unchanged, sheet.refused, sheet.skipped};
        return counts[static_cast<std::size_t>(column) - static_cast<std::size_t>(SheetColumn::rows)];
    }

    [[nodiscard]] std::string sheet_text(const SheetRow& row, SheetColumn column) const
    {
        const ImportEntry& entry = state_.list.entries()[row.entry];
        const auto* sheet = sheet_of(state_, row);
        if (column == SheetColumn::file) return file_of(state_, row);
        if (column == SheetColumn::outcome) return entry_outcome(entry);
        if (sheet == nullptr) return "—";
        if (column == SheetColumn::sheet) return sheet->sheet.empty() ? "—" : sheet->sheet;
        if (column == SheetColumn::kind)
            return std::string{sheet->kind.empty() ? frame_.tr("imports.unknown_kind")
                                                   : frame_.tr("kind." + sheet->kind)};
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
            const Rect line{cell.where.x0, cell.where.y0, right_ - ui_.px(side_px), cell.where.y1};
            shell::draw_text_fitted(ui_, line, Align::left, {.color = ui_.theme.stop.text}, entry_outcome(entry));
            return true;
        }
        const std::string text = sheet_text(row, column);
        const auto* sheet = sheet_of(state_, row);
        if (sheet != nullptr && column == SheetColumn::refused && sheet->refused > 0) {
            shell::draw_text(ui_, cell.where, Align::right, {.font = FontRole::body_bold, .color = ui_.theme.stop.text},
                             text);
            return true;
        }
        if (text != "0" && text != "—") return false;
        const bool number = column >= SheetColumn::rows && column <= SheetColumn::skipped;
        shell::draw_text(ui_, cell.where, number ? Align::right : Align::left, {.color = ui_.theme.placeholder}, text);
        return true;
    }

    ImportsState& state_;
    const Frame& frame_;
    const shell::Ui& ui_;
    float right_;
    std::vector<SheetColumn> sheet_columns_;
};

}  // namespace

float sheets_table_height(const ImportsState& state, const shell::Ui& ui, float room)
{
    const float rows = static_cast<float>(std::max<std::size_t>(state.sheets.size(), 1));
    const float wanted = ui.px(shell::table_head_px) + rows * ui.px(shell::table_row_px);
    const float least = ui.px(shell::table_head_px + shell::table_row_px);
    return std::max(least, std::min(wanted, std::floor(room * 0.4F)));
}

void draw_sheets_table(ImportsState& state, const Frame& frame, const Rect& where)
{
    Pass(state, frame, where.x1).draw(where);
}

std::string file_of(const ImportsState& state, const SheetRow& row)
{
    const auto* sheet = sheet_of(state, row);
    return sheet != nullptr && !sheet->file.empty() ? sheet->file : state.list.entries()[row.entry].file();
}

}  // namespace xiaoan::imports
