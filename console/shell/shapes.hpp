// Boxes, hairlines, shadows and the small shapes that stand for a severity, drawn on whole pixels.
#pragma once

#include "console/shell/ui.hpp"

namespace xiaoan::shell {

/// A filled rectangle. Corner radius in design pixels.
void fill(const Ui& ui, const Rect& box, Color color, float radius = 0, ImDrawFlags corners = 0);
/// A filled box with a border of one hairline, crisp at any scale.
void box(const Ui& ui, const Rect& where, float radius, Color ground, Color border);
/// The outline alone, `thickness` physical pixels, inside the rectangle.
void outline(const Ui& ui, const Rect& where, float radius, Color color, float thickness);
/// Hairlines: the given y (or x) is their first pixel.
void hairline(const Ui& ui, float x0, float x1, float y, Color color);
void hairline_down(const Ui& ui, float x, float y0, float y1, Color color);
/// The soft shadow of a floating thing; `depth` 1 for panels on the map, 2 for menus and dialogs.
void shadow(const Ui& ui, const Rect& of, float radius, float depth = 1);

/// The shape of a severity: triangle, diamond, disc, ring. `size` 1 is the size in text, 1.35 on the map.
void severity_shape(const Ui& ui, Point middle, Severity severity, float size = 1);
void severity_shape(const Ui& ui, Point middle, Severity severity, Color color, float size = 1);
/// Two waves: waters.
void wave(const Ui& ui, Point middle, Color color, float size = 1);

}  // namespace xiaoan::shell
