// Small marks that say whether something is there: a tick, a cross, a ring for what nobody has checked.
#pragma once

#include "console/shell/ui.hpp"
#include "data/kinds/cell.hpp"

#include <span>

namespace xiaoan::water {

void equipment_mark(const shell::Ui& ui, shell::Point middle, data::Answer answer);
/// Marks side by side, 22 design pixels apart, from the left of `where`.
void equipment_marks(const shell::Ui& ui, const shell::Rect& where, std::span<const data::Answer> answers);

}  // namespace xiaoan::water
