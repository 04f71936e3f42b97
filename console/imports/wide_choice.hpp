// A drop-down over the whole width of the detail, its label above the value.
#pragma once

#include "console/desk/dossier_column.hpp"
#include "console/shell/widgets/menu.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace xiaoan::imports {

inline constexpr float choice_px = 30;

/// Gives the row that was picked.
inline std::optional<std::size_t> wide_choice(const shell::Ui& ui, desk::DossierColumn& column, std::string_view id,
                                              std::string_view label, std::span<const shell::MenuRow> rows)
{
    const auto chosen = std::ranges::find(rows, true, &shell::MenuRow::chosen);
    const std::string_view value = chosen != rows.end() ? std::string_view{chosen->label} : "";
    const auto at = column.at();
    const auto picked =
        shell::drop_down(ui, id, label, value, rows, shell::rect_at(at.x, at.y, column.width(), ui.px(choice_px)));
    column.gap(choice_px + 8);
    return picked;
}

}  // namespace xiaoan::imports
