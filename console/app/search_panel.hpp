// Ctrl+K: one line to type into, and what it finds under it.
#pragma once

#include "console/app/search.hpp"
#include "console/desk/frame.hpp"
#include "console/desk/request.hpp"
#include "console/shell/keyboard.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace xiaoan::app {

/// Kept by the window from frame to frame.
struct SearchState {
    bool opening = false;  // set it to open the search in the next frame
    std::string typed;
    std::size_t chosen = 0;
    // What can be found, kept until the register or the language changes.
    std::vector<SearchEntry> entries;
    std::uint64_t generation = 0;
    language::Language language{};
    std::vector<std::size_t> hits;
};

struct SearchAnswer {
    desk::Requests requests;
    std::optional<int> action;  // a command was chosen: the id of its action
};

/// Draws the search if it is open. Enabled actions can be found by their labels too.
[[nodiscard]] SearchAnswer draw_search(SearchState& state, const desk::Frame& frame,
                                       std::span<const shell::Action> actions);

}  // namespace xiaoan::app
