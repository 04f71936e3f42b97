#include "console/shell/table.hpp"

#include "console/shell/icons.hpp"
#include "console/shell/shapes.hpp"
#include "console/shell/table_rows.hpp"
#include "console/shell/widgets/press.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace xiaoan::shell {
namespace {

constexpr float cell_padding_px = 14;
constexpr float least_column_px = 48;
constexpr float accent_px = 3;

struct ShownColumn {
    std::size_t index;
    float width;  ///< physical pixels
};

[[nodiscard]] bool is_hidden(const TableState& state, const std::string& id)
{
    return std::ranges::find(state.hidden, id) != state.hidden.end();
}

[[nodiscard]] std::vector<std::size_t> shown_indices(std::span<const TableColumn> columns, const TableState& state)
{
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (!is_hidden(state, columns[i].id)) shown.push_back(i);
    return shown;
}

[[nodiscard]] std::vector<ShownColumn> shown_columns(const Ui& ui, std::span<const TableColumn> columns,
                                                     const TableState& state, float all)
{
    std::vector<float> own;
    std::vector<bool> grows;
    const auto indices = shown_indices(columns, state);
    for (const std::size_t i : indices) {
        const auto dragged = std::ranges::find(state.widths, columns[i].id, &std::pair<std::string, float>::first);
        own.push_back(ui.px(dragged == state.widths.end() ? columns[i].width : dragged->second));
        grows.push_back(columns[i].grows);
    }
    const auto widths = column_widths(own, grows, all);
    std::vector<ShownColumn> shown;
    for (std::size_t i = 0; i < indices.size(); ++i) shown.push_back({indices[i], widths[i]});
    return shown;
}

/// One drawing of the table: what its parts share.
class Pass {
public:
    Pass(const Ui& ui, const Rect& where, std::span<const TableColumn> columns, TableState& state,
         const TableRows& rows)
        : ui_(ui), where_(where), columns_(columns), state_(state), rows_(rows)
    {
        const float content = ui.px(table_row_px) * static_cast<float>(rows.count);
        const bool scrolls = content > where.height() - ui.px(table_head_px);
        shown_ = shown_columns(ui, columns, state, where.width() - (scrolls ? ImGui::GetStyle().ScrollbarSize : 0));
    }

    TableEvents draw(std::string_view id)
    {
        ImGui::PushID(id.data(), id.data() + id.size());
        head();
        body();
        ImGui::PopID();
        return events_;
    }

private:
    void head()
    {
        const Rect line = rect_at(where_.x0, where_.y0, where_.width(), ui_.px(table_head_px));
        ui_.list().PushClipRect(low(line), high(line), true);
        float x = line.x0 - scroll_x();
        for (const ShownColumn& of : shown_) {
            head_cell(columns_[of.index], {x, line.y0, x + of.width, line.y1});
            x += of.width;
        }
        // The grips come last: they lie over the edges of the cells.
        x = line.x0 - scroll_x();
        for (const ShownColumn& of : shown_) {
            x += of.width;
            grip(columns_[of.index], of.width, {x - ui_.px(3), line.y0, x + ui_.px(4), line.y1});
        }
        hairline(ui_, line.x0, line.x1, line.y1 - ui_.px.hair(), mixed(ui_.theme.line, ui_.theme.faint_line, 0.4F));
        ui_.list().PopClipRect();
    }

    void head_cell(const TableColumn& column, const Rect& cell)
    {
        Rect inside = cell.inset(ui_.px(cell_padding_px), 0);
        const bool sorted = state_.sort_id == column.id;
        bool hovered = false;
        if (column.sorts) {
            const Rect pressable = cell.shared_with(where_).inset(ui_.px(4), 0);
            ImGui::SetNextItemAllowOverlap();
            const Press press = press_area(ui_, column.id, column.head, pressable, {.ring = Ring::inside, .radius = 4});
            hovered = press.hovered;
            if (press.pressed) sort_by(column.id);
        }
        const Color color = sorted || hovered ? ui_.theme.second_ink : ui_.theme.muted;
        const float arrow = sorted ? ui_.px(14) : 0;
        if (column.align == Align::right) inside.x0 += arrow;
        const TextLook look{.font = FontRole::label, .color = color};
        Rect text = inside;
        text.x1 = std::min(inside.x1 - (column.align == Align::left ? arrow : 0) + ui_.px(8), cell.x1);
        draw_text_fitted(ui_, column.align == Align::left ? text : inside, column.align, look, column.head);
        if (sorted) {
            const float width = text_width(ui_, FontRole::label, column.head);
            const float x = column.align == Align::right ? inside.x1 - width - ui_.px(9)
                                                         : inside.x0 + std::min(width, text.width()) + ui_.px(9);
            draw_icon(ui_, {x, cell.middle().y}, state_.descending ? Icon::arrow_down : Icon::arrow_up, ui_.theme.muted,
                      0.8F);
        }
    }

    void sort_by(const std::string& id)
    {
        state_.descending = state_.sort_id == id && !state_.descending;
        state_.sort_id = id;
        events_.sort_changed = true;
    }

    void grip(const TableColumn& column, float width, const Rect& at)
    {
        const Rect visible = at.shared_with(where_);
        if (visible.empty() || (&column == &columns_[shown_.back().index] && column.grows)) return;
        ImGui::PushID(column.id.c_str());
        ImGui::SetCursorScreenPos(low(visible));
        ImGui::PushItemFlag(ImGuiItemFlags_NoNav, true);
        ImGui::InvisibleButton("##grip", {visible.width(), visible.height()});
        ImGui::PopItemFlag();
        if (ImGui::IsItemActive() || ImGui::IsItemHovered()) {
            ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
            const float x = std::floor(at.middle().x) - 1;
            fill(ui_, {x, at.y0 + ui_.px(4), x + ui_.px(2), at.y1 - ui_.px(4)}, ui_.theme.accent);
        }
        if (ImGui::IsItemActive()) {
            const float wanted =
                std::max(least_column_px, (ImGui::GetMousePos().x - at.middle().x + width) / ui_.px.factor);
            auto stored = std::ranges::find(state_.widths, column.id, &std::pair<std::string, float>::first);
            if (stored == state_.widths.end()) stored = state_.widths.emplace(stored, column.id, wanted);
            stored->second = wanted;
        }
        ImGui::PopID();
    }

    [[nodiscard]] float scroll_x() const
    {
        // The body scrolls; the head follows what it did in the frame before.
        return ImGui::GetStateStorage()->GetFloat(ImGui::GetID("scroll x"), 0);
    }

    void body()
    {
        const Rect box{where_.x0, where_.y0 + ui_.px(table_head_px), where_.x1, where_.y1};
        if (box.empty()) return;
        const ImGuiID kept = ImGui::GetID("scroll x");
        ImGuiStorage& storage = *ImGui::GetStateStorage();
        ImGui::SetCursorScreenPos(low(box));
        const ImGuiWindowFlags flags =
            ImGuiWindowFlags_HorizontalScrollbar | ImGuiWindowFlags_NoNavInputs | ImGuiWindowFlags_NoMove;
        if (ImGui::BeginChild("body", {box.width(), box.height()}, ImGuiChildFlags_None, flags)) {
            visible_ = box;
            if (ImGui::GetScrollMaxX() > 0) visible_.y1 -= ImGui::GetStyle().ScrollbarSize;
            row_px_ = ui_.px(table_row_px);
            keys();
            follow();
            draw_rows();
            extend();
        }
        storage.SetFloat(kept, ImGui::GetScrollX());
        ImGui::EndChild();
    }

    [[nodiscard]] std::size_t page() const
    {
        return static_cast<std::size_t>(std::max(1.0F, std::floor(visible_.height() / row_px_)));
    }

    void keys()
    {
        if (std::exchange(state_.take_focus, false)) ImGui::SetWindowFocus();
        if (!ImGui::IsWindowFocused() || ImGui::GetIO().WantTextInput) return;
        events_.focused = true;
        struct Binding {
            ImGuiKey key;
            RowKey means;
        };
        constexpr std::array<Binding, 6> bindings{{{ImGuiKey_UpArrow, RowKey::up},
                                                   {ImGuiKey_DownArrow, RowKey::down},
                                                   {ImGuiKey_PageUp, RowKey::page_up},
                                                   {ImGuiKey_PageDown, RowKey::page_down},
                                                   {ImGuiKey_Home, RowKey::home},
                                                   {ImGuiKey_End, RowKey::end}}};
        for (const Binding& binding : bindings) {
            if (ImGui::GetIO().KeyMods != 0 || !ImGui::IsKeyPressed(binding.key, true)) continue;
            events_.selected = row_after_key(now(), binding.means, rows_.count, page());
            follow_ = true;
        }
        if (!now()) return;
        if (ImGui::IsKeyPressed(ImGuiKey_Enter, false) || ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false))
            events_.opened = now();
        if (ImGui::IsKeyPressed(ImGuiKey_Menu, false) && rows_.menu) open_menu("row menu");
        if (ImGui::GetIO().KeyMods == ImGuiMod_Ctrl && ImGui::IsKeyPressed(ImGuiKey_C, false))
            ImGui::SetClipboardText(row_text(*now()).c_str());
    }

    [[nodiscard]] std::optional<std::size_t> now() const
    {
        return events_.selected ? events_.selected : rows_.selected;
    }

    [[nodiscard]] std::string row_text(std::size_t row) const
    {
        std::string text;
        for (const ShownColumn& of : shown_) text += (text.empty() ? "" : "\t") + rows_.text(row, of.index);
        return text;
    }

    /// Scrolls so far that the selected row is wholly visible.
    void follow()
    {
        if (!follow_ && !std::exchange(state_.show_selected, false)) return;
        state_.show_selected = false;
        if (!now()) return;
        const double top = static_cast<double>(*now()) * static_cast<double>(row_px_);
        const auto scroll = static_cast<double>(ImGui::GetScrollY());
        const auto height = static_cast<double>(visible_.height());
        if (top < scroll) ImGui::SetScrollY(static_cast<float>(top));
        if (top + static_cast<double>(row_px_) > scroll + height)
            ImGui::SetScrollY(static_cast<float>(top + static_cast<double>(row_px_) - height));
    }

    void draw_rows()
    {
        // Positions are counted from the first visible row: at a hundred thousand rows a float holds no single pixels.
        const double scroll = static_cast<double>(ImGui::GetScrollY());
        const auto first = static_cast<std::size_t>(scroll / static_cast<double>(row_px_));
        float y = visible_.y0 - static_cast<float>(scroll - static_cast<double>(first) * static_cast<double>(row_px_));
        events_.first_visible = first;
        if (rows_.faded) ImGui::PushStyleVar(ImGuiStyleVar_Alpha, 0.6F);
        for (std::size_t row = first; row < rows_.count && y < visible_.y1; ++row, y += row_px_) {
            draw_row(row, rect_at(visible_.x0, std::round(y), visible_.width(), row_px_));
            ++events_.visible;
        }
        if (rows_.faded) ImGui::PopStyleVar();
        if (rows_.count == 0 && !rows_.empty.empty()) {
            const Rect middle{visible_.x0 + ui_.px(24), visible_.y0, visible_.x1 - ui_.px(24),
                              visible_.y0 + std::min(visible_.height(), ui_.px(96))};
            draw_text_fitted(ui_, middle, Align::centre, {.color = ui_.theme.muted}, rows_.empty);
        }
    }

    void draw_row(std::size_t row, const Rect& line)
    {
        const bool hovered =
            ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(low(line), high(line)) && !rows_.faded;
        const bool selected = now() == row;
        const Color own = rows_.ground ? rows_.ground(row) : 0;
        if (selected) {
            fill(ui_, line, ui_.theme.selection);
            fill(ui_, {line.x0, line.y0, line.x0 + ui_.px(accent_px), line.y1}, ui_.theme.accent);
        } else if (hovered) {
            fill(ui_, line, ui_.theme.hover);
        } else if (own != 0) {
            fill(ui_, line, own);
        }
        hairline(ui_, line.x0, line.x1, line.y1 - ui_.px.hair(), ui_.theme.faint_line);
        float x = line.x0 - ImGui::GetScrollX();
        for (const ShownColumn& of : shown_) {
            cell({row,
                  of.index,
                  {x + ui_.px(cell_padding_px), line.y0, x + of.width - ui_.px(cell_padding_px), line.y1},
                  selected});
            x += of.width;
        }
        pointer(row, hovered);
        if (selected && ImGui::IsWindowFocused() && !GImGui->NavDisableHighlight)
            outline(ui_, line.inset(ui_.px.hair()), 3, ui_.theme.accent, ui_.px(2));
        if (ui_.probe != nullptr)
            ui_.probe->item(rows_.text(row, shown_.empty() ? 0 : shown_.front().index), line, ui_.clip());
    }

    /// After its cells are drawn: what lies in one of them takes the pointer for itself.
    void pointer(std::size_t row, bool hovered)
    {
        if (!hovered || GImGui->HoveredId != 0) return;
        const bool left = ImGui::IsMouseClicked(ImGuiMouseButton_Left);
        const bool right = ImGui::IsMouseClicked(ImGuiMouseButton_Right);
        if (left || right) events_.selected = row;
        if (left && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) events_.opened = row;
        if (right && rows_.menu) open_menu("row menu");
    }

    void cell(const TableCell& cell)
    {
        // Cells end in their column's gap: a word that just does not fit may use half of it.
        const Rect roomy{cell.where.x0, cell.where.y0, cell.where.x1 + ui_.px(cell_padding_px / 2), cell.where.y1};
        if (!roomy.shared_with(visible_).empty()) {
            if (rows_.draw && rows_.draw(cell)) return;
            const Align align = columns_[cell.column].align;
            const TextLook look{.color = ui_.theme.ink};
            draw_text_fitted(ui_, align == Align::left ? roomy : cell.where, align, look,
                             rows_.text(cell.row, cell.column));
        }
    }

    /// Gives the toolkit the size of all rows, for its scroll bars, and draws the context menu.
    void extend()
    {
        float width = 0;
        for (const ShownColumn& of : shown_) width += of.width;
        const ImVec2 at = ImGui::GetWindowPos();
        ImGui::SetCursorScreenPos({at.x - ImGui::GetScrollX(), at.y - ImGui::GetScrollY()});
        ImGui::Dummy({width, row_px_ * static_cast<float>(rows_.count)});
        if (!rows_.menu || !now() || !menu_is_open("row menu")) return;
        events_.menu_entry = context_menu(ui_, "row menu", rows_.menu(*now()));
        if (events_.menu_entry) events_.menu_row = now();
    }

    const Ui& ui_;
    Rect where_;
    std::span<const TableColumn> columns_;
    TableState& state_;
    const TableRows& rows_;
    std::vector<ShownColumn> shown_;
    TableEvents events_;
    Rect visible_;
    float row_px_ = 0;
    bool follow_ = false;
};

}  // namespace

TableEvents table(const Ui& ui, std::string_view id, const Rect& where, std::span<const TableColumn> columns,
                  TableState& state, const TableRows& rows)
{
    return Pass(ui, where, columns, state, rows).draw(id);
}

std::string table_text(std::span<const TableColumn> columns, const TableState& state, const TableRows& rows)
{
    const auto indices = shown_indices(columns, state);
    std::vector<std::string> heads;
    for (const std::size_t i : indices) heads.push_back(columns[i].head);
    return tsv(heads, rows.count, [&](std::size_t row, std::size_t column) { return rows.text(row, indices[column]); });
}

}  // namespace xiaoan::shell
