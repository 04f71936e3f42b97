// The card of a finding: its severity as bar, shape and ground, a title, and lines of evidence.
#pragma once

#include "console/shell/ui.hpp"

#include <span>
#include <string>
#include <string_view>

namespace xiaoan::shell {

struct CardText {
    Severity severity = Severity::notice;
    std::string_view title;
    std::span<const std::string> lines = {};  ///< each is wrapped by itself
    std::string_view more = {};               ///< a word at its end that can be pressed, to show or hide lines
    std::string_view more_id = {};            ///< unique in the window
};

struct CardDrawn {
    float height = 0;  ///< physical pixels
    bool more_pressed = false;
};

/// Height it needs at this width, physical pixels.
[[nodiscard]] float card_height(const Ui& ui, float width, const CardText& text);
/// Draws it with the upper left corner at `at`.
CardDrawn card(const Ui& ui, Point at, float width, const CardText& text);

}  // namespace xiaoan::shell
