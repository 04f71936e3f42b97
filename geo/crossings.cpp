#include "geo/crossings.hpp"

#include <algorithm>
#include <vector>

namespace xiaoan::geo {
namespace {

struct Edge {
    Position low, high;  // by latitude
};

/// Positive when c lies to the left of the way from a to b.
double side(const Position& a, const Position& b, const Position& c) noexcept
{
    return (b.lon - a.lon) * (c.lat - a.lat) - (b.lat - a.lat) * (c.lon - a.lon);
}

bool cross(const Edge& one, const Edge& two) noexcept
{
    if (std::max(one.low.lon, one.high.lon) < std::min(two.low.lon, two.high.lon) ||
        std::max(two.low.lon, two.high.lon) < std::min(one.low.lon, one.high.lon))
        return false;
    return side(one.low, one.high, two.low) * side(one.low, one.high, two.high) < 0 &&
           side(two.low, two.high, one.low) * side(two.low, two.high, one.high) < 0;
}

std::vector<Edge> edges_of(const Polygon& polygon)
{
    std::vector<Edge> edges;
    const auto add = [&](const Position& a, const Position& b) {
        if (a != b) edges.push_back(a.lat <= b.lat ? Edge{a, b} : Edge{b, a});
    };
    for (const Ring& ring : polygon.rings) {
        for (std::size_t i = 1; i < ring.size(); ++i) add(ring[i - 1], ring[i]);
        if (!ring.empty()) add(ring.back(), ring.front());
    }
    return edges;
}

}  // namespace

std::size_t crossing_count(const Polygon& polygon, std::size_t most)
{
    std::vector<Edge> edges = edges_of(polygon);
    std::ranges::sort(edges, {}, [](const Edge& edge) { return edge.low.lat; });
    std::size_t count = 0;
    for (std::size_t i = 0; i < edges.size(); ++i)
        for (std::size_t k = i + 1; k < edges.size() && edges[k].low.lat <= edges[i].high.lat; ++k) {
            count += cross(edges[i], edges[k]) ? 1 : 0;
            if (count >= most) return count;
        }
    return count;
}

}  // namespace xiaoan::geo
