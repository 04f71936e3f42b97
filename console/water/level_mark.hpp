// The mark of a risk band: a shape and a colour of its own, none of them green: a low score is no all-clear.
#pragma once

#include "console/shell/ui.hpp"
#include "console/water/risk_score.hpp"

namespace xiaoan::water {

void level_mark(const shell::Ui& ui, shell::Point middle, RiskLevel level);

}  // namespace xiaoan::water
