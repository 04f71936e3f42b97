// A drawing with words on it, as a value: a map, a frame for a photo. It is set on a page like a picture.
#pragma once

#include "console/documents/page/metrics.hpp"
#include "console/documents/page/type.hpp"

#include <string>
#include <vector>

namespace xiaoan::documents {

/// Words on one line of a drawing; `at` is the left end, the middle or the right end of the line at half its height.
struct FigureLabel {
    std::string text{};
    Spot at{};
    double size_pt = 7;
    Ink ink{};
    Face face = Face::hei;
    Align align = Align::left;  // centre: `at` is the middle; right: the right end
};

struct Figure {
    Drawing drawing{};
    std::vector<FigureLabel> labels{};
};

/// Width of a label in points, without any font: a Chinese character takes its size, a Latin letter 0.56 of it.
[[nodiscard]] double label_width_pt(const std::string& text, double size_pt);

/// A frame with a caption in its middle, as for a photo that is glued in later.
[[nodiscard]] Figure empty_frame(double width_pt, double height_pt, std::string caption);

/// Puts a figure on a page with its upper left corner at (x, y).
void place(Page& page, const Figure& figure, double x, double y, const Metrics& metrics);

}  // namespace xiaoan::documents
