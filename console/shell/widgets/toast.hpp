// The short message after an action, with one thing that can still be done about it (undo).
#pragma once

#include "console/shell/ui.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace xiaoan::shell {

struct ToastState {
    std::string text = {};
    std::string action = {};  ///< label of its button; none if empty
    std::optional<Severity> severity = {};
    double until_s = 0;  ///< on the toolkit's clock
};

/// Shows `text` for 6 seconds (10 with an action), in place of what was shown before.
void show_toast(ToastState& state, std::string text, std::string action = {}, std::optional<Severity> severity = {});

/// Draws it at the lower middle of `over`, above everything; true when its action was pressed. It stays under the
/// pointer.
bool toast(const Ui& ui, ToastState& state, const Rect& over);

}  // namespace xiaoan::shell
