// A coarse bitmap of what already lies on the map, so that names find free room quickly.
#pragma once

#include "console/map/drawing.hpp"

#include <cstdint>
#include <vector>

namespace xiaoan::map {

/// A rectangle of the screen, pixels.
struct PxBox {
    float x0 = 0;
    float y0 = 0;
    float x1 = 0;
    float y1 = 0;
    friend bool operator==(const PxBox&, const PxBox&) = default;
};

class LabelGrid {
public:
    enum Layer : std::uint8_t {
        base = 1,    // rivers, borders: a name may cross them if it must
        calm = 2,    // routes and marks of buses that are in order: foremost names may cross them if they must
        things = 4,  // other routes, symbols, controls
        names = 8
    };

    /// For a view of this size; `cell_px` is the fineness.
    LabelGrid(double width_px, double height_px, double cell_px);

    void cover(const PxBox& box, Layer layer);
    /// Covers the cells that a line of no width passes.
    void cover_line(Px a, Px b, Layer layer);
    /// Every layer that has a cell under the box; 0 where the room is free. Outside the view nothing lies.
    [[nodiscard]] std::uint8_t under(const PxBox& box) const;
    /// Whether the box lies in the view as a whole.
    [[nodiscard]] bool holds(const PxBox& box) const;

private:
    struct Cells {
        int x0, y0, x1, y1;  // last ones included
    };
    [[nodiscard]] Cells cells(const PxBox& box) const;

    float width_px_;
    float height_px_;
    float cell_px_;
    int columns_;
    int rows_;
    std::vector<std::uint8_t> cells_;
};

}  // namespace xiaoan::map
