// Draws text on whole pixels: aligned, shortened with a tooltip, wrapped, spaced, haloed or slanted.
#pragma once

#include "console/shell/ui.hpp"

#include <string_view>

namespace xiaoan::shell {

enum class Align { left, centre, right };

struct TextLook {
    FontRole font = FontRole::body;
    Color color = 0;
    float spacing = 0;    ///< between letters, design pixels
    Color halo = 0;       ///< drawn around the letters unless 0
    bool italic = false;  ///< slanted: names of waters
};

/// Width in physical pixels. `spacing` in design pixels stands behind each letter but the last.
[[nodiscard]] float text_width(const Ui& ui, FontRole font, std::string_view text, float spacing = 0);
/// Height of a line box.
[[nodiscard]] float text_height(const Ui& ui, FontRole font);

/// Draws with the upper left corner of the line box at `at`; gives the right end.
float draw_text(const Ui& ui, Point at, const TextLook& look, std::string_view text);
/// Draws into `box`, in the middle of its height, aligned, without shortening.
void draw_text(const Ui& ui, const Rect& box, Align align, const TextLook& look, std::string_view text);
/// The same, shortened with "…" where it does not fit; the whole text is shown as a tooltip then. True if it was cut.
bool draw_text_fitted(const Ui& ui, const Rect& box, Align align, const TextLook& look, std::string_view text);

/// Draws wrapped lines `pitch` design pixels apart (0: the font's own line); gives the height used in physical pixels.
float draw_paragraph(const Ui& ui, Point at, float width, const TextLook& look, std::string_view text, float pitch = 0);
/// Height that draw_paragraph() would use.
[[nodiscard]] float paragraph_height(const Ui& ui, float width, FontRole font, std::string_view text, float pitch = 0);

}  // namespace xiaoan::shell
