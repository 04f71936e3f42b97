// The parts of a table that need no window: which row a key leads to, widths of columns, and the copy as text.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace xiaoan::shell {

enum class RowKey { up, down, page_up, page_down, home, end };

/// Row that `key` leads to from `selected` among `count` rows, of which `page` are visible. Without a selection the
/// first (with up, page_up and end: the last). Empty if there are no rows.
[[nodiscard]] std::optional<std::size_t> row_after_key(std::optional<std::size_t> selected, RowKey key,
                                                       std::size_t count, std::size_t page);

/// Widths of all columns for a table `all` wide: each its own width, and what is left goes to those marked in `grows`,
/// in equal parts. Never less than its own width; the table scrolls sideways then.
[[nodiscard]] std::vector<float> column_widths(std::span<const float> own, const std::vector<bool>& grows, float all);

/// Rows as lines of cells with tabs between them, heads first. Tabs and line breaks inside a cell become blanks.
[[nodiscard]] std::string tsv(std::span<const std::string> heads, std::size_t rows,
                              const std::function<std::string(std::size_t row, std::size_t column)>& cell);

}  // namespace xiaoan::shell
