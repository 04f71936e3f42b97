// Setting text: passages become lines of placed characters, on the grid of Chinese type or in the letters' own widths.
#pragma once

#include "console/documents/page/metrics.hpp"
#include "console/documents/page/page.hpp"

#include <span>
#include <string>
#include <vector>

namespace xiaoan::documents {

/// Part of a passage in one face.
struct Run {
    std::string text{};
    Face face = Face::fangsong;
};

enum class Align : std::uint8_t { left, centre, right, justified };

struct TypeStyle {
    double size_pt = gb9704::size_3;
    double cell_pt = 0;  // from character to character on the grid; 0: the size itself
    bool grid = true;    // Chinese: a character a cell, two Latin letters a cell. Else widths are the font's
    Ink ink = Ink::black;
    Align align = Align::justified;
    double first_indent_em = 0;
    double indent_em = 0;

    [[nodiscard]] double em() const { return cell_pt > 0 ? cell_pt : size_pt; }
};

/// A line set from x = 0 with its baseline at 0: one TextLine a face.
struct SetLine {
    std::vector<TextLine> parts{};
    double width = 0;  // to the end of its last character
};

/// Justified lines fill the width where the gaps need not grow much; the last line of a passage never does.
[[nodiscard]] std::vector<SetLine> set_lines(std::span<const Run> runs, const TypeStyle& style, double width_pt,
                                             const Metrics& metrics);
[[nodiscard]] std::vector<SetLine> set_lines(const std::string& text, Face face, const TypeStyle& style,
                                             double width_pt, const Metrics& metrics);
/// Text on one line however long it is, aligned left.
[[nodiscard]] SetLine set_line(const std::string& text, Face face, const TypeStyle& style, const Metrics& metrics);

/// Puts a set line on a page.
void place(Page& page, const SetLine& line, double x, double baseline);

/// Where the baseline lies for characters that stand in the middle of a row: the em box of Chinese fonts reaches 0.88
/// of the size above the baseline and 0.12 below.
[[nodiscard]] constexpr double baseline_in_row(double row_top, double row_height, double size_pt)
{
    return row_top + (row_height - size_pt) / 2 + 0.88 * size_pt;
}

}  // namespace xiaoan::documents
