// Lines and areas cut to a rectangle, so that a map on paper holds no more than it shows.
#pragma once

#include "console/documents/page/page.hpp"

#include <span>
#include <vector>

namespace xiaoan::map {

/// A rectangle of the paper, points.
struct PaperBox {
    double left = 0, top = 0, right = 0, bottom = 0;
    [[nodiscard]] bool holds(const documents::Spot& spot) const
    {
        return left <= spot.x && spot.x <= right && top <= spot.y && spot.y <= bottom;
    }
};

/// The parts of a line whose edges come near the box: its own vertices, with one beyond each end. An edge is kept
/// where its own box touches `box`. Vertices nearer to the last kept one than `least` are left out, but for the ends.
[[nodiscard]] std::vector<std::vector<documents::Spot>> clipped_line(std::span<const documents::Spot> line,
                                                                     const PaperBox& box, double least = 0);

/// A ring cut to the box; empty where nothing of it is left. Parts that the box divides stay joined along its edge,
/// which the frame of the map hides.
/// Method: I. E. Sutherland and G. W. Hodgman, "Reentrant polygon clipping", CACM 17 (1974), 32-42.
[[nodiscard]] std::vector<documents::Spot> clipped_ring(std::span<const documents::Spot> ring, const PaperBox& box,
                                                        double least = 0);

}  // namespace xiaoan::map
