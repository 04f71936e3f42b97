// What may be meant, listed under a field while it is typed into; the field keeps the keyboard.
#pragma once

#include "console/shell/ui.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace xiaoan::shell {

struct SuggestionRow {
    std::string label;
    std::string side = {};  ///< small, at the right
};

/// What it must remember between frames; one for all fields of a window.
struct SuggestionState {
    std::string of = {};                ///< id of the field that the list is for; empty: closed
    std::optional<std::size_t> chosen;  ///< by the arrow keys
    bool dismissed = false;             ///< by Escape, until something is typed
};

/// Call it behind the field in every frame; `active`: the field has the caret. Draws the rows under `field` and gives
/// the one that was chosen: by pointer, or by the arrow keys with Enter or Tab.
std::optional<std::size_t> suggestions(const Ui& ui, std::string_view id, SuggestionState& state, const Rect& field,
                                       std::span<const SuggestionRow> rows, bool active, bool typed);

}  // namespace xiaoan::shell
