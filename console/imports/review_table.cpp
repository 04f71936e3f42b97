#include "console/desk/fitting_columns.hpp"
#include "console/imports/import_tables.hpp"
#include "console/language/wording.hpp"
#include "console/rules/field_words.hpp"
#include "console/rules/wording.hpp"
#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/checkbox.hpp"

#include <array>
#include <utility>

namespace xiaoan::imports {

namespace {

using desk::Frame;
using desk::Requests;
using language::grouped;
using shell::Align;
using shell::FontRole;
using shell::Rect;
using shell::TableCell;

enum class Column : std::uint8_t { accept, outcome, sheet, row, record, field, before, after, from };
constexpr std::array ids{"accept", "outcome", "sheet", "row", "record", "field", "before", "after", "from"};
constexpr std::array widths{44.0F, 108.0F, 104.0F, 72.0F, 190.0F, 150.0F, 150.0F, 150.0F, 170.0F};
constexpr std::array ranks{0, 1, 2, 0, 0, 0, 0, 0, 3};

/// One drawing of the table: what its parts share.
class Pass {
public:
    Pass(ImportsState& state, const Frame& frame) : state_(state), frame_(frame), ui_(frame.ui) {}

    Requests draw(const Rect& where)
    {
        const bool several = state_.sheets.size() > 1 && !state_.filter.of;
        std::vector<desk::CandidateColumn> all;
        for (std::size_t i = 0; i < ids.size(); ++i) {
            const auto column = static_cast<Column>(i);
            if (column == Column::sheet && !several) continue;
            const bool grows = column == Column::before || column == Column::after || column == Column::record;
            all.push_back(
                {{.id = ids[i],
                  .head = column == Column::accept ? std::string{}
                                                   : std::string{frame_.tr(std::string{"review.column."} + ids[i])},
                  .width = widths[i],
                  .grows = grows,
                  .sorts = false,
                  .align = column == Column::row ? Align::right : Align::left},
                 i,
                 ranks[i]});
        }
        const auto shown = desk::fitting_columns(std::move(all), ui_, where.width());
        for (const std::size_t i : shown.of) columns_.push_back(static_cast<Column>(i));
        shell::TableRows rows;
        rows.count = lines().size();
        rows.selected = selected_line(state_) != nullptr ? state_.selected : std::nullopt;
        rows.text = [&](std::size_t row, std::size_t column) { return text(row, columns_[column]); };
        rows.draw = [&](const TableCell& cell) { return draw_cell(cell); };
        rows.menu = [&](std::size_t) {
            return std::vector<shell::MenuRow>{{.label = std::string{frame_.tr("review.toggle")}, .side = "␣"},
                                               {.label = std::string{frame_.tr("imports.copy")}, .side = "Ctrl+C"}};
        };
        rows.empty = empty_text();
        const auto events = shell::table(ui_, "review", where, shown.heads, state_.review_table, rows);
        if (events.selected) {
            state_.selected = events.selected;
            state_.detail_open = true;
        }
        const auto now = events.selected ? events.selected : rows.selected;
        if (events.focused && now && ImGui::IsKeyPressed(ImGuiKey_Space, false)) toggle_row(state_, lines()[*now]);
        if (events.menu_row && events.menu_entry == 0) toggle_row(state_, lines()[*events.menu_row]);
        if (events.menu_row && events.menu_entry == 1) asked_.push_back(desk::CopyText{sentence(*events.menu_row)});
        return std::move(asked_);
    }

private:
    [[nodiscard]] const std::vector<ReviewLine>& lines() const { return state_.lines.lines(); }
    [[nodiscard]] const data::PlannedChanges& plan(const ReviewLine& line) const
    {
        return *state_.list.entries()[line.entry].plan();
    }
    /// Whether a line begins a row of its file: the words of the row stand there alone.
    [[nodiscard]] bool begins(std::size_t at) const
    {
        if (at == 0) return true;
        const ReviewLine &line = lines()[at], &before = lines()[at - 1];
        return line.entry != before.entry || line.index != before.index;
    }

    [[nodiscard]] std::string_view empty_text() const
    {
        if (!state_.lines.complete()) return frame_.tr("review.searching");
        if (state_.list.running() != nullptr) return frame_.tr("review.none_yet");
        return frame_.tr(state_.filter.text.empty() ? "review.none" : "review.none_found");
    }

    /// Fields of the line's row are unpacked once a row and frame, not once a cell.
    [[nodiscard]] const data::PutChange* change(const ReviewLine& line) const
    {
        const std::pair wanted{line.entry, line.index};
        if (unpacked_of_ != wanted) {
            plan(line).fields(line.index, unpacked_);
            unpacked_of_ = wanted;
        }
        const bool added = plan(line).row(line.index).outcome == data::Outcome::added;
        return !added && line.field < unpacked_.size() ? &unpacked_[line.field] : nullptr;
    }

    [[nodiscard]] std::string text(std::size_t at, Column column) const
    {
        const ReviewLine& line = lines()[at];
        const data::PlannedRow row = plan(line).row(line.index);
        const bool of_row = column == Column::outcome || column == Column::sheet || column == Column::row ||
                            column == Column::record || column == Column::from;
        if (of_row && !begins(at)) return {};
        const data::PutChange* changed = change(line);
        switch (column) {
        case Column::accept: return {};
        case Column::outcome: return outcome_text(row, frame_);
        case Column::sheet: return sheet_name(state_, {line.entry, line.sheet});
        case Column::row: return grouped(row.place.row);
        case Column::record: return record_text(row);
        case Column::field:
            return std::string{changed == nullptr ? frame_.tr("review.new_record")
                                                  : rules::field_label(*row.kind, changed->field, frame_.language)};
        case Column::before:
        case Column::after:
            if (changed == nullptr) return column == Column::before ? "—" : summary(line, row);
            return rules::shown_value(frame_.snapshot(), *row.kind, changed->field,
                                      column == Column::before ? changed->old_value : changed->new_value,
                                      frame_.language);
        case Column::from:
            return row.outcome == data::Outcome::added
                       ? "—"
                       : rules::origin_text(frame_.snapshot(), row.before, frame_.language);
        }
        return {};
    }

    /// What a new record says beside its key, in a few words.
    [[nodiscard]] std::string summary(const ReviewLine& line, const data::PlannedRow& row) const
    {
        constexpr std::size_t most = 3;
        (void)change(line);
        std::string words;
        std::size_t used = 0;
        for (const data::PutChange& each : unpacked_) {
            const auto& key = row.kind->keys.front();
            if (std::ranges::find(key, each.field) != key.end() || row.kind->fields[each.field].key == "name") continue;
            if (used++ == most) break;
            words += (words.empty() ? "" : " · ") +
                     rules::shown_value(frame_.snapshot(), *row.kind, each.field, each.new_value, frame_.language);
        }
        return words;
    }

    [[nodiscard]] std::string sentence(std::size_t at) const
    {
        std::string words;
        for (const Column column :
             {Column::outcome, Column::row, Column::record, Column::field, Column::before, Column::after, Column::from})
            words += (words.empty() ? "" : "\t") + text(at, column);
        return words;
    }

    bool draw_cell(const TableCell& cell)
    {
        const ReviewLine& line = lines()[cell.row];
        const data::PlannedRow row = plan(line).row(line.index);
        const Column column = columns_[cell.column];
        if (column == Column::accept) {
            if (begins(cell.row)) draw_tick(cell, line, row);
            return true;
        }
        const bool accepted = state_.list.entries()[line.entry].accepted.has(line.index);
        if (column == Column::outcome && begins(cell.row) && row.other_county) {
            shell::severity_shape(ui_, {cell.where.x0 + ui_.px(6), cell.where.middle().y}, shell::Severity::rectify);
            const Rect words{cell.where.x0 + ui_.px(18), cell.where.y0, cell.where.x1 + ui_.px(7), cell.where.y1};
            shell::draw_text_fitted(ui_, words, Align::left, {.color = ui_.theme.ink}, text(cell.row, column));
            return true;
        }
        const std::string shown = text(cell.row, column);
        const bool strong = column == Column::after && row.outcome == data::Outcome::changed && accepted;
        const bool pale = !accepted || shown == "—" || column == Column::before || column == Column::from ||
                          (column == Column::field && row.outcome == data::Outcome::added);
        if (!strong && !pale) return false;
        const Align align = column == Column::row ? Align::right : Align::left;
        const Rect words{cell.where.x0, cell.where.y0, cell.where.x1 + (align == Align::left ? ui_.px(7) : 0),
                         cell.where.y1};
        shell::draw_text_fitted(
            ui_, words, align,
            {.font = strong ? FontRole::body_bold : FontRole::body, .color = strong ? ui_.theme.ink : ui_.theme.muted},
            shown);
        return true;
    }

    void draw_tick(const TableCell& cell, const ReviewLine& line, const data::PlannedRow& row)
    {
        if (state_.list.accepting(line.entry) == nullptr) return;
        const bool accepted = state_.list.entries()[line.entry].accepted.has(line.index);
        ImGui::PushID(static_cast<int>(line.entry));
        ImGui::PushID(static_cast<int>(line.index));
        const std::string label = frame_.tr("review.accept_row", {grouped(row.place.row)});
        if (shell::tick_box(ui_, "accept", label, accepted ? shell::Tick::on : shell::Tick::off, cell.where))
            toggle_row(state_, line);
        ImGui::PopID();
        ImGui::PopID();
    }

    ImportsState& state_;
    const Frame& frame_;
    const shell::Ui& ui_;
    std::vector<Column> columns_;
    mutable std::vector<data::PutChange> unpacked_;
    mutable std::pair<std::uint32_t, std::uint32_t> unpacked_of_{UINT32_MAX, 0};
    Requests asked_;
};

}  // namespace

Requests draw_review_table(ImportsState& state, const Frame& frame, const Rect& where)
{
    return Pass(state, frame).draw(where);
}

const ReviewLine* selected_line(const ImportsState& state)
{
    const auto& lines = state.lines.lines();
    if (!state.selected || *state.selected >= lines.size()) return nullptr;
    return &lines[*state.selected];
}

std::string record_text(const data::PlannedRow& row)
{
    std::string text = rules::shown_key(*row.kind, row.key);
    if (!row.name.empty() && row.name != row.key) text += "  " + std::string{row.name};
    return text;
}

std::string outcome_text(const data::PlannedRow& row, const Frame& frame)
{
    if (row.replaces) return std::string{frame.tr("review.replaces")};
    return std::string{frame.tr(row.outcome == data::Outcome::added ? "review.added" : "review.changed")};
}

void toggle_row(ImportsState& state, const ReviewLine& line)
{
    if (Acceptance* accepting = state.list.accepting(line.entry))
        accepting->set(line.index, !accepting->has(line.index));
}

}  // namespace xiaoan::imports
