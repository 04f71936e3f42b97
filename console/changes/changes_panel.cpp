#include "console/changes/changes_panel.hpp"

#include "console/changes/change_words.hpp"
#include "console/changes/undoable.hpp"
#include "console/language/wording.hpp"
#include "console/shell/icons.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/button.hpp"
#include "console/shell/widgets/chip.hpp"

#include <algorithm>
#include <array>

namespace xiaoan::changes {

namespace {

using desk::Frame;
using desk::Requests;
using shell::Align;
using shell::FontRole;
using shell::Rect;
using shell::TableCell;
using What = Row::What;

constexpr float head_px = 42, narrow_px = 900, field_label_px = 150;
constexpr std::size_t read_ahead_rows = 40;

enum class Column : std::uint8_t { number, at, who, what, file, records };

struct ColumnOf {
    Column column;
    const char* id;
    float width;
    Align align = Align::left;
};
constexpr std::array all_columns{ColumnOf{Column::number, "number", 88, Align::right},
                                 ColumnOf{Column::at, "at", 158},
                                 ColumnOf{Column::who, "who", 132},
                                 ColumnOf{Column::what, "what", 240},
                                 ColumnOf{Column::file, "file", 196},
                                 ColumnOf{Column::records, "records", 104, Align::right}};

std::string number_text(data::ChangeId id)
{
    return language::grouped(static_cast<std::size_t>(id.value));
}

/// One drawing of the page: what its parts share.
class Pass {
public:
    Pass(ChangesState& state, const Frame& frame, const Rect& where)
        : state_(state), frame_(frame), ui_(frame.ui), where_(where)
    {
        const bool narrow = where.width() < ui_.px(narrow_px);
        for (const ColumnOf& of : all_columns) {
            if (narrow && of.column == Column::file) continue;
            shown_.push_back(of.column);
            columns_.push_back({.id = of.id,
                                .head = std::string{frame.tr(std::string{"changes.column."} + of.id)},
                                .width = of.width,
                                .grows = of.column == Column::what,
                                .sorts = false,
                                .align = of.align});
        }
    }

    Requests draw()
    {
        const float head = where_.y0 + ui_.px(head_px);
        draw_head({where_.x0, where_.y0, where_.x1, head});
        draw_table({where_.x0, head, where_.x1, where_.y1});
        auto undone = draw_undo_dialog(state_.undo, frame_);
        asked_.insert(asked_.end(), undone.begin(), undone.end());
        const bool at_end = last_visible_ + read_ahead_rows >= rows().size();
        if (auto wanted = state_.list.wanted(frame_.snapshot().last_change, at_end)) {
            state_.list.asked(*wanted, frame_.snapshot().last_change);
            asked_.push_back(desk::ReadHistory{std::move(*wanted)});
        }
        return std::move(asked_);
    }

private:
    [[nodiscard]] const std::vector<Row>& rows() const { return state_.list.rows(); }
    [[nodiscard]] const data::Change& change(const Row& row) const { return state_.list.changes()[row.change]; }
    [[nodiscard]] const data::RecordChange* record(const Row& row) const
    {
        const data::Change* details = state_.list.details(change(row).id);
        return details != nullptr && row.record < details->records.size() ? &details->records[row.record] : nullptr;
    }

    /// The row as the state keeps it: changes by their number, since indices move when new changes come.
    [[nodiscard]] Row kept(const Row& row) const
    {
        Row out = row;
        out.change = static_cast<std::uint32_t>(change(row).id.value);
        return out;
    }

    [[nodiscard]] std::optional<std::size_t> selected_row() const
    {
        if (!state_.selected) return std::nullopt;
        for (std::size_t i = 0; i < rows().size(); ++i)
            if (kept(rows()[i]) == *state_.selected) return i;
        return std::nullopt;
    }

    [[nodiscard]] const data::Change* selected_change() const
    {
        const auto row = selected_row();
        return row ? &change(rows()[*row]) : nullptr;
    }

    void draw_head(const Rect& head)
    {
        float x = head.x0 + ui_.px(14);
        const auto title = frame_.tr("changes.title");
        shell::draw_text(ui_, Rect{x, head.y0, head.x1, head.y1}, Align::left,
                         {.font = FontRole::body_bold, .color = ui_.theme.ink}, title);
        x += shell::text_width(ui_, FontRole::body_bold, title) + ui_.px(12);
        if (const auto& only = state_.list.only()) {
            const std::string name = record_name({only->kind, only->key, {}, {}}, frame_.language);
            const std::string label = frame_.tr("changes.only", {name}) + " ×";
            if (shell::chip(ui_, "only", label, true, {x, head.y0 + ui_.px(10)})) {
                state_.list.show_only(std::nullopt);
                state_.selected.reset();
            }
        }
        draw_actions(head);
    }

    /// Undo and open for the selected change; says why where undo is not possible.
    void draw_actions(const Rect& head)
    {
        const data::Change* chosen = selected_change();
        std::string reason{frame_.tr("changes.undo.none_selected")};
        bool possible = false;
        if (chosen != nullptr) {
            const auto why = why_not_undoable(state_.list, *chosen);
            possible = !why;
            reason = why ? frame_.tr(why->key, {why->by ? number_text(*why->by) : std::string{}})
                         : frame_.tr("changes.undo.title", {number_text(chosen->id)});
        }
        if (frame_.known_at) {
            possible = false;
            reason = frame_.why_read_only();
        }
        const shell::ButtonLook look{.enabled = possible, .reason = reason, .padding = 12};
        const auto label = frame_.tr("changes.undo");
        const float width = shell::button_width(ui_, label, look);
        const float x = head.x1 - ui_.px(14) - width;
        if (shell::button(ui_, "undo", label, shell::rect_at(x, head.y0 + ui_.px(7), width, ui_.px(28)), look))
            ask_undo(state_.undo, *chosen);
        const std::string count = count_text();
        const float count_width = shell::text_width(ui_, FontRole::label, count);
        shell::draw_text(ui_, Rect{x - count_width - ui_.px(16), head.y0, x, head.y1}, Align::left,
                         {.font = FontRole::label, .color = ui_.theme.muted}, count);
    }

    [[nodiscard]] std::string count_text() const
    {
        const std::string number = language::grouped(state_.list.changes().size());
        if (!state_.list.read()) return std::string{frame_.tr("changes.reading")};
        return frame_.tr(state_.list.complete() ? "changes.count" : "changes.count_more", {number});
    }

    void draw_table(const Rect& where)
    {
        const std::string nothing =
            state_.list.read() ? std::string{frame_.tr(state_.list.only() ? "changes.none_of" : "changes.none")}
                               : std::string{frame_.tr("changes.reading")};
        table_right_ = where.x1 - ui_.px(14);
        shell::TableRows shown;
        shown.count = rows().size();
        shown.selected = selected_row();
        shown.text = [&](std::size_t row, std::size_t column) { return text(rows()[row], shown_[column]); };
        shown.draw = [&](const TableCell& cell) { return draw_cell(cell); };
        shown.ground = [&](std::size_t row) { return rows()[row].what == What::change ? 0 : ui_.theme.field; };
        shown.menu = [&](std::size_t row) { return menu_rows(rows()[row]); };
        shown.empty = nothing;
        const auto events = shell::table(ui_, "changes", where, columns_, state_.table, shown);
        last_visible_ = events.first_visible + events.visible;
        // What was meant is looked up before anything opens or closes and rows move.
        std::optional<Row> meant;
        if (events.selected) state_.selected = kept(rows()[*events.selected]);
        if (events.opened) meant = rows()[*events.opened];
        if (events.menu_row)
            choose(rows()[*events.menu_row], *events.menu_entry);
        else if (toggled_)
            toggle(rows()[*toggled_]);
        else if (meant)
            open(*meant);
        else
            keys();
    }

    void keys()
    {
        const auto row = selected_row();
        if (!row || ImGui::GetIO().WantTextInput || !ImGui::IsWindowFocused(ImGuiFocusedFlags_ChildWindows)) return;
        const data::ChangeId id = change(rows()[*row]).id;
        if (ImGui::IsKeyPressed(ImGuiKey_RightArrow, false)) state_.list.open(id, true);
        if (ImGui::IsKeyPressed(ImGuiKey_LeftArrow, false)) close(id);
    }

    void close(data::ChangeId id)
    {
        state_.list.open(id, false);
        state_.selected = Row{What::change, static_cast<std::uint32_t>(id.value), 0, 0};
    }

    void toggle(const Row& row)
    {
        const data::ChangeId id = change(row).id;
        if (state_.list.is_open(id))
            close(id);
        else
            state_.list.open(id, true);
    }

    /// Enter or a double click: a change opens, a record that has a dossier is selected.
    void open(const Row& row)
    {
        if (row.what == What::change) return toggle(row);
        const data::RecordChange* of = record(row);
        if (of == nullptr) return;
        constexpr std::array dossiers{
            std::pair{"buses", desk::Selected::bus}, std::pair{"schools", desk::Selected::school},
            std::pair{"waters", desk::Selected::water}, std::pair{"cases", desk::Selected::supervision}};
        for (const auto& [kind, what] : dossiers)
            if (of->kind == kind) asked_.push_back(desk::Select{{what, of->key}, true});
    }

    [[nodiscard]] std::vector<shell::MenuRow> menu_rows(const Row& row) const
    {
        const bool is_open = state_.list.is_open(change(row).id);
        const bool possible = !frame_.known_at && !why_not_undoable(state_.list, change(row));
        return {
            {.label = std::string{frame_.tr(is_open ? "changes.close" : "changes.open")}, .side = is_open ? "←" : "→"},
            {.label = std::string{frame_.tr("changes.undo")}, .enabled = possible},
            {.label = std::string{frame_.tr("changes.copy")}, .side = "Ctrl+C"}};
    }

    void choose(const Row& row, std::size_t entry)
    {
        if (entry == 0)
            toggle(row);
        else if (entry == 1)
            ask_undo(state_.undo, change(row));
        else
            asked_.push_back(desk::CopyText{copied(row)});
    }

    [[nodiscard]] std::string copied(const Row& row) const
    {
        std::string line;
        for (const Column column : shown_) line += (line.empty() ? "" : "\t") + text(row, column);
        return line;
    }

    [[nodiscard]] std::string text(const Row& row, Column column) const
    {
        const data::Change& of = change(row);
        if (row.what != What::change) return column == Column::what ? detail_text(row) : std::string{};
        switch (column) {
        case Column::number: return number_text(of.id);
        case Column::at: return moment_text(of.at);
        case Column::who: return of.actor;
        case Column::what: return what_text(of, frame_.language);
        case Column::file: return of.file.empty() ? "—" : of.file;
        case Column::records: break;
        }
        return language::grouped(of.touched);
    }

    [[nodiscard]] std::string detail_text(const Row& row) const
    {
        if (row.what == What::reading) return std::string{frame_.tr("changes.reading")};
        if (row.what == What::no_records) return std::string{frame_.tr("changes.no_records")};
        const data::Change* details = state_.list.details(change(row).id);
        if (row.what == What::more_records && details != nullptr)
            return frame_.tr("changes.more_records", {language::grouped(details->touched - details->records.size())});
        const data::RecordChange* of = record(row);
        if (of == nullptr) return {};
        if (row.what == What::record)
            return record_name(*of, frame_.language) + " · " + record_outcome(*of, frame_.language);
        const auto field = field_text(frame_.snapshot(), *of, of->fields[row.field], frame_.language);
        return field.label + "：" + field.before + " → " + field.after;
    }

    bool draw_cell(const TableCell& cell)
    {
        const Row& row = rows()[cell.row];
        const Column column = shown_[cell.column];
        if (row.what == What::change) {
            if (column == Column::number) draw_caret(row, cell);
            if (column == Column::what) return draw_what(row, cell);
            return false;
        }
        if (column != Column::at) return true;  // details begin under the time and run to the table's end
        const Rect line{cell.where.x0, cell.where.y0, table_right_, cell.where.y1};
        if (row.what == What::field)
            draw_field(row, line);
        else {
            const bool strong = row.what == What::record;
            shell::draw_text_fitted(ui_, line, Align::left, {.color = strong ? ui_.theme.ink : ui_.theme.muted},
                                    detail_text(row));
        }
        return true;
    }

    void draw_caret(const Row& row, const TableCell& cell)
    {
        const Rect caret{cell.where.x0 - ui_.px(12), cell.where.y0, cell.where.x0 + ui_.px(14), cell.where.y1};
        const bool over = ImGui::IsMouseHoveringRect(low(caret), high(caret)) && ImGui::IsWindowHovered();
        const auto icon = state_.list.is_open(change(row).id) ? shell::Icon::caret_down : shell::Icon::arrow_right;
        shell::draw_icon(ui_, {cell.where.x0 + ui_.px(1), cell.where.middle().y}, icon,
                         over ? ui_.theme.accent : ui_.theme.muted, 0.8F);
        if (over && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) toggled_ = cell.row;
        if (ui_.probe != nullptr)
            ui_.probe->item(std::string{frame_.tr("changes.open")} + " " + number_text(change(row).id), caret,
                            ui_.clip());
    }

    /// What was done; of an undone change in grey, with the number of the change that undid it.
    bool draw_what(const Row& row, const TableCell& cell)
    {
        const auto by = state_.list.undone_by(change(row).id);
        if (!by) return false;
        const std::string tag = frame_.tr("changes.undone_by", {number_text(*by)});
        const float width = shell::text_width(ui_, FontRole::small, tag);
        Rect words = cell.where;
        words.x1 -= width + ui_.px(10);
        shell::draw_text_fitted(ui_, words, Align::left, {.color = ui_.theme.muted}, text(row, Column::what));
        shell::draw_text(ui_, Rect{cell.where.x1 - width, cell.where.y0, cell.where.x1, cell.where.y1}, Align::left,
                         {.font = FontRole::small, .color = ui_.theme.muted}, tag);
        return true;
    }

    void draw_field(const Row& row, const Rect& line)
    {
        const data::RecordChange* of = record(row);
        if (of == nullptr) return;
        const auto field = field_text(frame_.snapshot(), *of, of->fields[row.field], frame_.language);
        float x = line.x0 + ui_.px(16);
        const float label_end = x + ui_.px(field_label_px);
        shell::draw_text_fitted(ui_, Rect{x, line.y0, label_end - ui_.px(8), line.y1}, Align::left,
                                {.font = FontRole::label, .color = ui_.theme.muted}, field.label);
        x = label_end;
        const bool added = of->what == data::RecordChange::What::added;
        if (!added) {
            const float most = (line.x1 - x) / 2 - ui_.px(24);
            const float width = std::min(shell::text_width(ui_, FontRole::body, field.before), most);
            shell::draw_text_fitted(ui_, Rect{x, line.y0, x + width + 1, line.y1}, Align::left,
                                    {.color = ui_.theme.muted}, field.before);
            x += width + ui_.px(14);
            shell::draw_icon(ui_, {x, line.middle().y}, shell::Icon::arrow_right, ui_.theme.muted, 0.8F);
            x += ui_.px(14);
        }
        shell::draw_text_fitted(ui_, Rect{x, line.y0, line.x1, line.y1}, Align::left,
                                {.font = added ? FontRole::body : FontRole::body_bold, .color = ui_.theme.ink},
                                field.after);
    }

    ChangesState& state_;
    const Frame& frame_;
    const shell::Ui& ui_;
    Rect where_;
    std::vector<Column> shown_;
    std::vector<shell::TableColumn> columns_;
    Requests asked_;
    std::optional<std::size_t> toggled_;
    std::size_t last_visible_ = 0;
    float table_right_ = 0;
};

}  // namespace

Requests draw_changes_panel(ChangesState& state, const Frame& frame, const Rect& where)
{
    return Pass(state, frame, where).draw();
}

void show_changes_of(ChangesState& state, OfRecord record)
{
    state.list.show_only(std::move(record));
    state.selected.reset();
}

}  // namespace xiaoan::changes
