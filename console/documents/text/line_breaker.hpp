// Breaks a paragraph into lines on the page's grid, or in any other measure: a pure function of text and widths.
#pragma once

#include "console/documents/text/characters.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::documents {

/// One character of a line and the width it was given, in the unit of the measure.
struct Cell {
    char32_t code = 0;
    int width = 0;
    std::size_t at = 0;  // its place in the paragraph
    friend bool operator==(const Cell&, const Cell&) = default;
};

struct Line {
    std::vector<Cell> cells;  // without the blanks at its end
    int indent = 0;           // before the first cell
    int width = 0;            // of the cells together
    bool ends_paragraph = false;

    [[nodiscard]] std::u32string text() const;
};

/// Width of the character that stands at a place of the paragraph.
using Widths = std::function<int(char32_t code, std::size_t at)>;

struct LineMeasure {
    int width = 56;        // of a line: 28 cells of two half cells (GB/T 9704-2012, 5.2.3)
    int first_indent = 0;  // of the paragraph's first line
    int indent = 0;        // of the others
    int half_cell = 1;     // which a full-width mark gives up at the end of a line; 0: never
    Widths widths = [](char32_t code, std::size_t) { return half_cells(code); };
};

/// Lines of `text`. A line ends where tied_to_next allows it. A full-width mark at its end takes half a cell where
/// there is no more room (GB/T 15834-2011, 5.1.9); a mark that would have to begin a line takes the character before it
/// along. Marks within a line are not narrowed: the line would leave the grid, and glyphs that overlap are torn apart
/// when text is copied out of the file. What is tied and longer than a line is cut where the line is full. A line break
/// in the text ends the line. No text gives one empty line.
[[nodiscard]] std::vector<Line> broken_into_lines(std::u32string_view text, const LineMeasure& measure = {});
[[nodiscard]] std::vector<Line> broken_into_lines(std::string_view text, const LineMeasure& measure = {});

/// UTF-8 as code points; a byte that is none becomes U+FFFD.
[[nodiscard]] std::u32string code_points(std::string_view text);
[[nodiscard]] std::string utf8(std::u32string_view text);

}  // namespace xiaoan::documents
