#include "data/intake/sheet.hpp"

#include "data/intake/values/text_form.hpp"

#include <algorithm>

namespace xiaoan::data {

const Cell* SheetRow::at(std::uint32_t column) const
{
    const auto found = std::ranges::lower_bound(cells, column, {}, &Cell::column);
    return found != cells.end() && found->column == column ? &*found : nullptr;
}

bool SheetRow::blank() const
{
    return std::ranges::all_of(cells,
                               [](const Cell& cell) { return cell.kind == CellKind::text && is_blank(cell.text); });
}

}  // namespace xiaoan::data
