// A few values side by side, of which one or several hold: yes, no, not given; the days of a week.
#pragma once

#include "console/shell/ui.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace xiaoan::shell {

struct Segment {
    std::string_view label;
    bool on = false;
};

/// Segments of one framed box, as wide as the box allows. Gives the one that was pressed. With the focus: left and
/// right move within it, Space and Enter press.
std::optional<std::size_t> segments(const Ui& ui, std::string_view id, std::span<const Segment> of, const Rect& where,
                                    bool wrong = false);

}  // namespace xiaoan::shell
