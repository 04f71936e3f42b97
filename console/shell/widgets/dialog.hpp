// A modal dialog: title, own content in a column, buttons at the right with the main one last.
#pragma once

#include "console/shell/ui.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string_view>

namespace xiaoan::shell {

struct DialogButton {
    std::string_view id;
    std::string_view label;
    bool primary = false;
    bool enabled = true;
    std::string_view reason = {};  ///< why it is disabled
    bool cancels = false;          ///< Escape presses it
};

struct DialogLook {
    std::string_view title;
    float width = 460;  ///< design pixels; narrower where the window is
};

/// Opens it; ids of dialogs are unique in the whole window.
void open_dialog(std::string_view id);
void close_dialog();
[[nodiscard]] bool dialog_is_open(std::string_view id);

/// Draws the dialog if it is open. `content` draws from the given point in the given width (physical pixels) and gives
/// the height it took. Gives the id of the button pressed in this frame (Enter presses the main one); the caller
/// closes.
std::optional<std::string_view> dialog(const Ui& ui, std::string_view id, const DialogLook& look,
                                       const std::function<float(Point at, float width)>& content,
                                       std::span<const DialogButton> buttons);

}  // namespace xiaoan::shell
