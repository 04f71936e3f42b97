#include "geo/spatial_index.hpp"

#include <algorithm>
#include <utility>

namespace xiaoan::geo {
namespace {

/// Place along the Hilbert curve of order 16, from cell coordinates of 16 bits each.
std::uint32_t hilbert(std::uint32_t x, std::uint32_t y) noexcept
{
    std::uint32_t place = 0;
    for (std::uint32_t side = 1u << 15; side > 0; side >>= 1) {
        const std::uint32_t right = (x & side) != 0 ? 1 : 0;
        const std::uint32_t upper = (y & side) != 0 ? 1 : 0;
        place += side * side * ((3 * right) ^ upper);
        if (upper == 0) {
            if (right == 1) {
                x = 0xFFFF - x;
                y = 0xFFFF - y;
            }
            std::swap(x, y);
        }
    }
    return place;
}

std::uint32_t cell(double value, double low, double high) noexcept
{
    if (!(high > low)) return 0;
    return static_cast<std::uint32_t>(std::clamp((value - low) / (high - low), 0.0, 1.0) * 65535);
}

}  // namespace

SpatialIndex::SpatialIndex(std::span<const Box> boxes)
{
    Box all;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> order;  // curve place, item
    for (const Box& box : boxes)
        if (!box.is_empty()) all.add(box);
    order.reserve(boxes.size());
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        if (boxes[i].is_empty()) continue;
        const Position centre = boxes[i].centre();
        order.emplace_back(hilbert(cell(centre.lon, all.west, all.east), cell(centre.lat, all.south, all.north)),
                           static_cast<std::uint32_t>(i));
    }
    std::ranges::sort(order);

    items_.reserve(order.size());
    std::vector<Box> level;
    level.reserve(order.size());
    for (const auto& [place, item] : order) {
        items_.push_back(item);
        level.push_back(boxes[item]);
    }
    while (!level.empty()) {
        levels_.push_back(level);
        if (level.size() <= node_size) break;
        std::vector<Box> above((level.size() + node_size - 1) / node_size);
        for (std::size_t i = 0; i < level.size(); ++i) above[i / node_size].add(level[i]);
        level = std::move(above);
    }
}

void SpatialIndex::find(const Box& box, std::vector<std::uint32_t>& found) const
{
    if (levels_.empty() || box.is_empty()) return;
    struct Run {
        std::size_t level, first;
    };
    std::vector<Run> open{{levels_.size() - 1, 0}};
    while (!open.empty()) {
        const Run run = open.back();
        open.pop_back();
        const std::vector<Box>& level = levels_[run.level];
        const std::size_t end = std::min(run.first + node_size, level.size());
        for (std::size_t i = run.first; i < end; ++i) {
            if (!level[i].touches(box)) continue;
            if (run.level == 0)
                found.push_back(items_[i]);
            else
                open.push_back({run.level - 1, i * node_size});
        }
    }
}

std::vector<std::uint32_t> SpatialIndex::find(const Box& box) const
{
    std::vector<std::uint32_t> found;
    find(box, found);
    std::ranges::sort(found);
    return found;
}

}  // namespace xiaoan::geo
