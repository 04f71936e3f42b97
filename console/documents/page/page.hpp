// A page as values: what is drawn where, before anything draws it. Points from the upper left corner.
#pragma once

#include "console/documents/page/geometry.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace xiaoan::documents {

/// The typefaces that GB/T 9704-2012 names: 小标宋 for titles, 仿宋 for text, 楷体 and 黑体 for headings, 宋体 for
/// page numbers and tables.
enum class Face : std::uint8_t { title, fangsong, kai, hei, song };
inline constexpr std::size_t face_count = 5;

/// Four are those of findings by their grade: Okabe–Ito hues, darkened for paper. `water` names waters on maps.
enum class Ink : std::uint8_t { black, red, grey, stop, rectify, notice, data, water };

/// A character in its box; it is drawn in the middle, a mark narrowed to half a cell with its ink in the box.
struct Glyph {
    char32_t code = 0;
    float x = 0;
    float width = 0;
};

struct TextLine {
    double baseline = 0;
    double size_pt = 0;
    Face face{};
    Ink ink{};
    bool half_width = false;  // Latin and digits in their half-width form, as the grid asks for
    std::vector<Glyph> glyphs;
};

/// A straight line; `width` is its thickness.
struct Stroke {
    double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    double width = 0;
    Ink ink{};
};

/// A filled rectangle: `grey` 0 is black, 1 white.
struct Area {
    double x = 0, y = 0, width = 0, height = 0;
    double grey = 0;
};

/// A shape of about 3 mm in whose middle (x, y) lies: a grade is told by it as well as by its colour.
struct Mark {
    enum class Shape : std::uint8_t { triangle, diamond, disc, ring };
    Shape shape{};
    Ink ink{};
    double x = 0, y = 0;
};

/// A place in a drawing: points from the drawing's own upper left corner.
struct Spot {
    double x = 0, y = 0;
    friend bool operator==(const Spot&, const Spot&) = default;
};

/// A colour, each part from 0 to 1; `alpha` 1 covers what lies under it.
struct Tint {
    double red = 0, green = 0, blue = 0, alpha = 1;
    friend bool operator==(const Tint&, const Tint&) = default;
};

/// Lines, or rings where it is filled; what lies inside is told by even-odd over all of them.
struct Path {
    std::vector<std::vector<Spot>> parts{};
    std::optional<Tint> fill{};
    std::optional<Tint> line{};
    double width = 0.5;        // thickness of the line
    double dash = 0, gap = 0;  // a dash of 0: one whole line
    bool closed = false;       // the line goes back to its begin
};

/// What is drawn of a map or a form, in order; nothing of it is seen outside its frame.
struct Drawing {
    double width = 0, height = 0;
    std::vector<Path> paths{};
};

struct PlacedDrawing {
    double x = 0, y = 0;
    Drawing drawing{};
};

struct Page {
    double width = a4_width;
    double height = a4_height;
    std::vector<PlacedDrawing> drawings;  // under everything else, with the areas over them
    std::vector<Area> areas;
    std::vector<Stroke> strokes;
    std::vector<Mark> marks;
    std::vector<TextLine> lines;
};

}  // namespace xiaoan::documents
