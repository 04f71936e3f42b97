#include "console/map/label_grid.hpp"

#include <algorithm>
#include <cmath>

namespace xiaoan::map {

LabelGrid::LabelGrid(double width_px, double height_px, double cell_px)
    : width_px_(static_cast<float>(width_px)),
      height_px_(static_cast<float>(height_px)),
      cell_px_(static_cast<float>(cell_px)),
      columns_(static_cast<int>(width_px / cell_px) + 1),
      rows_(static_cast<int>(height_px / cell_px) + 1),
      cells_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_))
{
}

LabelGrid::Cells LabelGrid::cells(const PxBox& box) const
{
    const auto cell = [this](float px, int count) {
        return static_cast<int>(std::floor(std::clamp(px / cell_px_, -1.0F, static_cast<float>(count))));
    };
    return {std::max(0, cell(box.x0, columns_)), std::max(0, cell(box.y0, rows_)),
            std::min(columns_ - 1, cell(box.x1, columns_)), std::min(rows_ - 1, cell(box.y1, rows_))};
}

void LabelGrid::cover(const PxBox& box, Layer layer)
{
    const Cells at = cells(box);
    for (int y = at.y0; y <= at.y1; ++y)
        for (int x = at.x0; x <= at.x1; ++x) cells_[static_cast<std::size_t>(y * columns_ + x)] |= layer;
}

void LabelGrid::cover_line(Px a, Px b, Layer layer)
{
    // Only the stretch within the view, or a long line far outside would be walked for nothing.
    float from = 0;
    float to = 1;
    const auto clip = [&](float start, float step, float limit) {
        if (step == 0) {
            if (start < 0 || start > limit) to = -1;
            return;
        }
        const float t0 = -start / step;
        const float t1 = (limit - start) / step;
        from = std::max(from, std::min(t0, t1));
        to = std::min(to, std::max(t0, t1));
    };
    const float dx = b.x - a.x;
    const float dy = b.y - a.y;
    clip(a.x, dx, width_px_);
    clip(a.y, dy, height_px_);
    if (!(from <= to)) return;
    const float length = std::hypot(dx, dy) * (to - from);
    const int steps = static_cast<int>(length / cell_px_ * 1.5F) + 1;
    for (int i = 0; i <= steps; ++i) {
        const float t = from + (to - from) * static_cast<float>(i) / static_cast<float>(steps);
        const float x = a.x + dx * t;
        const float y = a.y + dy * t;
        cover({x, y, x, y}, layer);
    }
}

std::uint8_t LabelGrid::under(const PxBox& box) const
{
    const Cells at = cells(box);
    std::uint8_t found = 0;
    for (int y = at.y0; y <= at.y1; ++y)
        for (int x = at.x0; x <= at.x1; ++x) found |= cells_[static_cast<std::size_t>(y * columns_ + x)];
    return found;
}

bool LabelGrid::holds(const PxBox& box) const
{
    return box.x0 >= 0 && box.y0 >= 0 && box.x1 <= width_px_ && box.y1 <= height_px_;
}

}  // namespace xiaoan::map
