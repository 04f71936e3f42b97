// Actions and the keys that start them: one table for dispatch, for menus and for the help page.
#pragma once

#include "console/shell/ui.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace xiaoan::shell {

/// A key with its modifiers, as the toolkit packs them; 0 is none.
using Chord = ImGuiKeyChord;

struct Action {
    int id = 0;  ///< the caller's own enumeration
    Chord chord = 0;
    bool while_typing = false;  ///< also when a text field has the keyboard: Ctrl+K, F1, Escape
    bool enabled = true;
    std::string_view group = {};  ///< heading on the help page
    std::string_view label = {};  ///< translated
};

/// Reads "Ctrl+Shift+K", "F1", "Esc", "PageDown", "+"; empty if there is no such key.
[[nodiscard]] std::optional<Chord> chord_from_text(std::string_view text);
/// "Ctrl+K"; the same names that chord_from_text() reads.
[[nodiscard]] std::string chord_text(Chord chord);

/// The action whose keys were pressed in this frame. None while a dialog is open, or in a text field unless it says so.
[[nodiscard]] std::optional<int> pressed_action(std::span<const Action> actions);

/// The list of all actions with keys, grouped, in a dialog of two columns. `title` and `close` are translated.
void key_help(const Ui& ui, std::string_view title, std::string_view close, std::span<const Action> actions);
void open_key_help();

}  // namespace xiaoan::shell
