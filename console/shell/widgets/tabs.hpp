// A strip of tabs over a page: its parts by name, each with how many things there need a person.
#pragma once

#include "console/shell/ui.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace xiaoan::shell {

struct Tab {
    std::string_view id;
    std::string_view label;
    std::string count{};  ///< small, behind the label; empty: nothing to do
    bool grave = false;   ///< the count stands for what must not wait
    bool on = false;
};

inline constexpr float tabs_px = 36;

/// Draws the tabs from the left, closer together where they would not fit; gives the one that was pressed.
std::optional<std::size_t> tabs(const Ui& ui, std::span<const Tab> of, const Rect& where);

}  // namespace xiaoan::shell
