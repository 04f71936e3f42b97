#include "console/desk/fitting_columns.hpp"
#include "console/imports/import_tables.hpp"
#include "console/language/wording.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/checkbox.hpp"

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

enum class SheetColumn : std::uint8_t {
    accept,
    file,
    sheet,
    kind,
    rows,
    added,
    changed,
    unchanged,
    refused,
    skipped,
    left_out,
    unread,
    outcome
};
constexpr std::array sheet_ids{"accept",    "file",    "sheet",   "kind",     "rows",   "added",  "changed",
                               "unchanged", "refused", "skipped", "left_out", "unread", "outcome"};
constexpr std::array sheet_widths{44.0F, 200.0F, 104.0F, 124.0F, 72.0F, 72.0F, 72.0F,
                                  72.0F, 72.0F,  72.0F,  72.0F,  80.0F, 112.0F};
constexpr std::array sheet_ranks{0, 0, 3, 2, 0, 0, 0,
                                 5, 0, 6, 0, 4, 1};  // what is left out first where there is no room
constexpr float english_number_px = 88;              // heads are longer

std::size_t unread_columns(const data::SheetReport& sheet)
{
    using Why = data::UnreadColumn::Why;
    return static_cast<std::size_t>(std::ranges::count_if(sheet.columns, [](const data::ColumnReport& column) {
        return column.unread && *column.unread != Why::left_out;
    }));
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
        const bool some_left_out = std::ranges::any_of(state_.sheets, [&](const SheetRow& row) {
            const auto* sheet = sheet_of(state_, row);
            return sheet != nullptr && sheet->left_out > 0;
        });
        const bool accepting = state_.list.accepted().all > 0;
        const bool english = frame_.language == language::Language::en;
        std::vector<desk::CandidateColumn> all;
        for (std::size_t i = 0; i < sheet_ids.size(); ++i) {
            const auto column = static_cast<SheetColumn>(i);
            if (column == SheetColumn::sheet && !has_sheets) continue;
            if (column == SheetColumn::left_out && !some_left_out) continue;
            if (column == SheetColumn::accept && !accepting) continue;
            const bool number = is_number(column);
            all.push_back({{.id = sheet_ids[i],
                            .head = column == SheetColumn::accept
                                        ? std::string{}
                                        : std::string{frame_.tr(std::string{"imports.column."} + sheet_ids[i])},
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
        if (events.selected) {
            state_.filter.of = state_.sheets[*events.selected];
            state_.selected.reset();
            state_.detail_open = true;
        }
        if (events.focused && rows.selected && ImGui::IsKeyPressed(ImGuiKey_Space, false))
            toggle(state_.sheets[*rows.selected]);
    }

private:
    [[nodiscard]] static bool is_number(SheetColumn column)
    {
        return column >= SheetColumn::rows && column <= SheetColumn::unread;
    }

    [[nodiscard]] static std::size_t count_of(const data::SheetReport& sheet, SheetColumn column)
    {
        const std::array counts{sheet.rows,    sheet.added,   sheet.changed,  sheet.unchanged,
                                sheet.refused, sheet.skipped, sheet.left_out, unread_columns(sheet)};
        return counts[static_cast<std::size_t>(column) - static_cast<std::size_t>(SheetColumn::rows)];
    }

    /// Accepts all rows of a sheet, or none where all are accepted.
    void toggle(const SheetRow& row)
    {
        Acceptance* accepting = state_.list.accepting(row.entry);
        if (accepting == nullptr || !row.sheet) return;
        const AcceptedRows rows = accepting->of_sheet(*row.sheet);
        accepting->set_sheet(*row.sheet, rows.accepted < rows.all);
    }

    void draw_tick(const TableCell& cell)
    {
        const SheetRow& row = state_.sheets[cell.row];
        const Acceptance* accepting = state_.list.accepting(row.entry);
        if (accepting == nullptr || !row.sheet) return;
        const AcceptedRows rows = accepting->of_sheet(*row.sheet);
        if (rows.all == 0) return;
        const auto tick = rows.accepted == 0          ? shell::Tick::off
                          : rows.accepted == rows.all ? shell::Tick::on
                                                      : shell::Tick::some;
        ImGui::PushID(static_cast<int>(cell.row));
        const std::string label = frame_.tr("review.accept_sheet", {sheet_name(state_, row)});
        if (shell::tick_box(ui_, "accept", label, tick, cell.where)) toggle(row);
        ImGui::PopID();
    }

    /// Whether a dry run waits for a person to say the datum.
    [[nodiscard]] static bool asks_datum(const ImportEntry& entry, const data::SheetReport* sheet)
    {
        return sheet != nullptr && entry.report()->dry_run && datum_proposal(*sheet) != nullptr;
    }

    [[nodiscard]] std::string sheet_text(const SheetRow& row, SheetColumn column) const
    {
        const ImportEntry& entry = state_.list.entries()[row.entry];
        const auto* sheet = sheet_of(state_, row);
        if (column == SheetColumn::accept) return {};
        if (column == SheetColumn::file) return file_of(state_, row);
        if (column == SheetColumn::outcome && asks_datum(entry, sheet))
            return std::string{frame_.tr("review.datum_to_say")};
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
        if (column == SheetColumn::accept) {
            draw_tick(cell);
            return true;
        }
        const ImportEntry& entry = state_.list.entries()[row.entry];
        if (entry.result && entry.report() == nullptr && column != SheetColumn::file) {
            // A file that could not be read has no numbers: why takes their place.
            const auto file = std::ranges::find(sheet_columns_, SheetColumn::file) - sheet_columns_.begin();
            if (static_cast<std::ptrdiff_t>(cell.column) != file + 1) return true;
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
        if (sheet != nullptr && column == SheetColumn::unread && unread_columns(*sheet) > 0) {
            shell::draw_text(ui_, cell.where, Align::right,
                             {.font = FontRole::body_bold, .color = ui_.theme.rectify.text}, text);
            return true;
        }
        if (column == SheetColumn::outcome && asks_datum(entry, sheet)) {
            shell::draw_text_fitted(ui_, cell.where, Align::left,
                                    {.font = FontRole::body_bold, .color = ui_.theme.rectify.text}, text);
            return true;
        }
        if (text != "0" && text != "—") return false;
        shell::draw_text(ui_, cell.where, is_number(column) ? Align::right : Align::left,
                         {.color = ui_.theme.placeholder}, text);
        return true;
    }

    ImportsState& state_;
    const Frame& frame_;
    const shell::Ui& ui_;
    float right_;
    std::vector<SheetColumn> sheet_columns_;
};

}  // namespace

const data::SheetReport* sheet_of(const ImportsState& state, const SheetRow& row)
{
    if (!row.sheet || row.entry >= state.list.entries().size()) return nullptr;
    const auto* report = state.list.entries()[row.entry].report();
    return report != nullptr && *row.sheet < report->sheets.size() ? &report->sheets[*row.sheet] : nullptr;
}

std::string sheet_name(const ImportsState& state, const SheetRow& row)
{
    const auto* sheet = sheet_of(state, row);
    return sheet != nullptr && !sheet->sheet.empty() ? sheet->sheet : file_of(state, row);
}

float sheets_table_height(const ImportsState& state, const shell::Ui& ui, float room)
{
    const float rows = static_cast<float>(std::max<std::size_t>(state.sheets.size(), 1));
    const float head = ui.px(shell::table_head_px), row = ui.px(shell::table_row_px);
    const float whole_rows = std::floor((room * 0.34F - head) / row);  // a row cut in half reads badly
    return head + row * std::clamp(whole_rows, 1.0F, rows);
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
