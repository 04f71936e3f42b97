// Small round things: the filter chip, the number badge, the state tag.
#pragma once

#include "console/shell/ui.hpp"

#include <string_view>

namespace xiaoan::shell {

inline constexpr float chip_height_px = 22;

[[nodiscard]] float chip_width(const Ui& ui, std::string_view label);
/// A filter that is on or off. True when pressed.
bool chip(const Ui& ui, std::string_view id, std::string_view label, bool on, Point at);

enum class BadgeKind { stop, rectify, plain };

/// A number in a round ground, its right end at `right`; gives its width. Nothing is drawn for an empty text.
float badge(const Ui& ui, float right, float middle_y, std::string_view text, BadgeKind kind);

/// Shape and word of a severity on its own ground, right end at `right`; gives its width.
float severity_tag(const Ui& ui, float right, float middle_y, std::string_view word, Severity severity);

}  // namespace xiaoan::shell
