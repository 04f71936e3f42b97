#include "console/map/print/clipped.hpp"

#include <algorithm>
#include <cmath>

namespace xiaoan::map {

namespace {

using documents::Spot;

bool comes_near(const Spot& a, const Spot& b, const PaperBox& box)
{
    return std::min(a.x, b.x) <= box.right && box.left <= std::max(a.x, b.x) && std::min(a.y, b.y) <= box.bottom &&
           box.top <= std::max(a.y, b.y);
}

std::vector<Spot> thinned(std::vector<Spot> spots, double least)
{
    if (least <= 0 || spots.size() < 3) return spots;
    std::vector<Spot> kept{spots.front()};
    for (std::size_t i = 1; i + 1 < spots.size(); ++i)
        if (std::hypot(spots[i].x - kept.back().x, spots[i].y - kept.back().y) >= least) kept.push_back(spots[i]);
    kept.push_back(spots.back());
    return kept;
}

/// Keeps what lies where `depth` is not below 0: a straight line cuts the plane there.
template <class Depth>
std::vector<Spot> cut(const std::vector<Spot>& ring, Depth depth)
{
    std::vector<Spot> kept;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Spot& here = ring[i];
        const Spot& next = ring[(i + 1) % ring.size()];
        const double from = depth(here), to = depth(next);
        if (from >= 0) kept.push_back(here);
        if ((from >= 0) == (to >= 0)) continue;
        const double share = from / (from - to);
        kept.push_back({here.x + share * (next.x - here.x), here.y + share * (next.y - here.y)});
    }
    return kept;
}

}  // namespace

std::vector<std::vector<Spot>> clipped_line(std::span<const Spot> line, const PaperBox& box, double least)
{
    std::vector<std::vector<Spot>> parts;
    bool open = false;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        if (!comes_near(line[i], line[i + 1], box)) {
            open = false;
            continue;
        }
        if (!open) parts.push_back({line[i]});
        parts.back().push_back(line[i + 1]);
        open = true;
    }
    for (auto& part : parts) part = thinned(std::move(part), least);
    return parts;
}

std::vector<Spot> clipped_ring(std::span<const Spot> ring, const PaperBox& box, double least)
{
    std::vector<Spot> kept(ring.begin(), ring.end());
    kept = thinned(std::move(kept), least);
    kept = cut(kept, [&](const Spot& each) { return each.x - box.left; });
    kept = cut(kept, [&](const Spot& each) { return box.right - each.x; });
    kept = cut(kept, [&](const Spot& each) { return each.y - box.top; });
    return cut(kept, [&](const Spot& each) { return box.bottom - each.y; });
}

}  // namespace xiaoan::map
