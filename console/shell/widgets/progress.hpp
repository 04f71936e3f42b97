// A running job on one line: what it does, how far it is, and a button that stops it.
#pragma once

#include "console/shell/ui.hpp"

#include <string_view>

namespace xiaoan::shell {

struct ProgressLook {
    std::string_view what;         ///< "reading 洮南.xlsx"
    std::string_view number = {};  ///< "12,400 of 30,000 rows"
    float share = -1;              ///< 0 to 1; negative: not known, a moving piece is shown
    std::string_view stop = {};    ///< label of the stop button; none if empty
};

inline constexpr float progress_height_px = 44;

/// True when stop was pressed.
bool progress(const Ui& ui, std::string_view id, const Rect& where, const ProgressLook& look);

}  // namespace xiaoan::shell
