// Small calm charts: bars beside their numbers, and shares as lines over time.
#pragma once

#include "console/shell/ui.hpp"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace xiaoan::shell {

/// Hues that people who see few colours tell apart (Okabe and Ito, "Color Universal Design", 2008); vermillion and
/// orange stand for what needs someone and are left out.
inline constexpr std::array<Color, 5> chart_colors{rgb(0x0072B2), rgb(0x009E73), rgb(0x56B4E9), rgb(0xCC79A7),
                                                   rgb(0x8C8C8C)};

struct Bar {
    std::string label = {};
    std::string value = {};  ///< written behind it
    double amount = 0;       ///< compared with the largest of all bars
    Color color = chart_colors[0];
};
inline constexpr float bar_pitch_px = 26;
/// Draws one bar under the other; gives the height.
float bars(const Ui& ui, Point at, float width, std::span<const Bar> of);

struct Line {
    std::string label = {};
    Color color = chart_colors[0];
    bool square = false;                          ///< marks are squares, else discs: never by colour alone
    std::vector<std::optional<double>> shares{};  ///< 0 to 1, one a step; empty: nothing is known there
    std::string last = {};                        ///< the last value in words
};
/// Shares over time with a grid at 0, 50 and 100 %, the first, middle and last step named; the lines' names stand
/// above.
void line_chart(const Ui& ui, const Rect& where, std::span<const Line> lines, std::span<const std::string> steps);

}  // namespace xiaoan::shell
