// Menus and drop-down lists: rows with a count, a key or a mark for what is chosen.
#pragma once

#include "console/shell/ui.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace xiaoan::shell {

struct MenuRow {
    std::string label;
    std::string side = {};  ///< at the right, small: a count or a key
    bool chosen = false;
    bool enabled = true;
    bool rule_above = false;  ///< a line separates it from the row before
};

/// Opens the menu `id` of the current window; call it where the thing that opens it was pressed.
void open_menu(std::string_view id);
[[nodiscard]] bool menu_is_open(std::string_view id);
/// Draws the menu if it is open, under `anchor` and at least as wide (over it where there is no room below). Gives the
/// row that was chosen in this frame. Arrow keys, Home, End, Enter and Escape work. Long lists scroll.
std::optional<std::size_t> menu(const Ui& ui, std::string_view id, const Rect& anchor, std::span<const MenuRow> rows);
/// The same at the pointer: context menus.
std::optional<std::size_t> context_menu(const Ui& ui, std::string_view id, std::span<const MenuRow> rows);

/// A field that opens a menu of `rows`; gives the newly chosen row.
std::optional<std::size_t> drop_down(const Ui& ui, std::string_view id, std::string_view label, std::string_view value,
                                     std::span<const MenuRow> rows, const Rect& where);

}  // namespace xiaoan::shell
