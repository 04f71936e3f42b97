#include "geo/hilbert.hpp"

#include <algorithm>

namespace xiaoan::geo {
namespace {

std::uint32_t cell(double value, double low, double high) noexcept
{
    if (!(high > low)) return 0;
    return static_cast<std::uint32_t>(std::clamp((value - low) / (high - low), 0.0, 1.0) * 65535);
}

}  // namespace

std::vector<std::uint32_t> hilbert_order(std::span<const Position> positions)
{
    Box all;
    for (const Position& p : positions)
        if (is_valid(p)) all.add(p);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> keyed;  // place on the curve, place in the list
    keyed.reserve(positions.size());
    for (std::size_t i = 0; i < positions.size(); ++i)
        if (is_valid(positions[i]))
            keyed.emplace_back(
                hilbert_place(cell(positions[i].lon, all.west, all.east), cell(positions[i].lat, all.south, all.north)),
                static_cast<std::uint32_t>(i));
    std::ranges::sort(keyed);
    std::vector<std::uint32_t> order(keyed.size());
    std::ranges::transform(keyed, order.begin(), [](const auto& each) { return each.second; });
    return order;
}

}  // namespace xiaoan::geo
