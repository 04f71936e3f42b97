// The one table of the console: clipped rows, a head that sorts and resizes, a selection that the keyboard moves.
#pragma once

#include "console/shell/text.hpp"
#include "console/shell/ui.hpp"
#include "console/shell/widgets/menu.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace xiaoan::shell {

struct TableColumn {
    std::string id;  ///< stays the same in all languages
    std::string head;
    float width = 120;   ///< design pixels, with its padding of 14 on both sides
    bool grows = false;  ///< shares what is left of the table's width
    bool sorts = true;
    Align align = Align::left;
};

/// What the operator has chosen; plain, kept between sessions by the caller.
struct TableState {
    std::string sort_id = {};  ///< id of the column sorted by; empty: the caller's own order
    bool descending = false;
    std::vector<std::pair<std::string, float>> widths = {};  ///< dragged columns, design pixels
    std::vector<std::string> hidden = {};                    ///< ids
    bool show_selected = false;                              ///< set it to scroll to the selected row in the next frame
    bool take_focus = false;                                 ///< set it to give the table the keyboard
};

/// A cell to draw: its padded inside.
struct TableCell {
    std::size_t row;
    std::size_t column;  ///< index in the columns given
    Rect where;
    bool selected;
};

struct TableRows {
    std::size_t count = 0;
    std::optional<std::size_t> selected = {};
    /// Text of a cell: drawn where `draw` is not given or gives false, and copied.
    std::function<std::string(std::size_t row, std::size_t column)> text = {};
    /// Draws a cell that is more than its text; false leaves it to the text.
    std::function<bool(const TableCell&)> draw = {};
    /// Ground of a row other than the panel's; 0 for none.
    std::function<Color(std::size_t row)> ground = {};
    /// Rows of the context menu of a row; none without it.
    std::function<std::vector<MenuRow>(std::size_t row)> menu = {};
    std::string_view empty = {};  ///< says what would fill the table
    bool faded = false;           ///< rows are older than what was asked: shown paler
};

/// What happened in this frame.
struct TableEvents {
    std::optional<std::size_t> selected;  ///< newly selected row
    std::optional<std::size_t> opened;    ///< double click or Enter
    std::optional<std::size_t> menu_row;  ///< with menu_entry: an entry of its context menu was chosen
    std::optional<std::size_t> menu_entry;
    bool sort_changed = false;  ///< state.sort_id or descending are new: the caller sorts
    bool focused = false;       ///< it has the keyboard, and nothing is being typed
    std::size_t first_visible = 0;
    std::size_t visible = 0;
};

inline constexpr float table_row_px = 27;
inline constexpr float table_head_px = 29;

/// Draws the table into `where` of the current region. Rows cost nothing unless visible. Keys, when it has the focus:
/// arrows, Page Up and Down, Home, End move the selection, Enter opens, Ctrl+C copies the selected row, the menu key
/// opens its menu.
TableEvents table(const Ui& ui, std::string_view id, const Rect& where, std::span<const TableColumn> columns,
                  TableState& state, const TableRows& rows);

/// Shown columns and all rows as text for the clipboard.
[[nodiscard]] std::string table_text(std::span<const TableColumn> columns, const TableState& state,
                                     const TableRows& rows);

}  // namespace xiaoan::shell
