#include "console/map/marks.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace xiaoan::map {

namespace {

/// Squares as wide as the reach: whatever is within reach lies in a square or its eight neighbours. A hash table of
/// chains, made once for all marks there may be.
class Squares {
public:
    Squares(double side_m, std::size_t most)
        : side_m_(side_m), first_(std::bit_ceil(2 * most + 1), none), next_(most, none)
    {
    }

    void add(const geo::MapPosition& at, std::uint32_t mark)
    {
        std::uint32_t& head = first_[slot(column(at.x), column(at.y))];
        next_[mark] = head;
        head = mark;
    }

    /// May also give marks of other squares that share a slot.
    template <class Each>
    void around(const geo::MapPosition& at, Each&& each) const
    {
        for (std::int64_t dx = -1; dx <= 1; ++dx)
            for (std::int64_t dy = -1; dy <= 1; ++dy)
                for (std::uint32_t mark = first_[slot(column(at.x) + dx, column(at.y) + dy)]; mark != none;
                     mark = next_[mark])
                    each(mark);
    }

private:
    static constexpr std::uint32_t none = UINT32_MAX;

    [[nodiscard]] std::int64_t column(double metres) const
    {
        return static_cast<std::int64_t>(std::floor(metres / side_m_));
    }
    [[nodiscard]] std::size_t slot(std::int64_t x, std::int64_t y) const
    {
        const std::uint64_t mixed =
            static_cast<std::uint64_t>(x) * 0x9E3779B97F4A7C15U ^ static_cast<std::uint64_t>(y) * 0xC2B2AE3D27D4EB4FU;
        return (mixed ^ mixed >> 29U) & (first_.size() - 1);
    }

    double side_m_;
    std::vector<std::uint32_t> first_;
    std::vector<std::uint32_t> next_;
};

}  // namespace

std::uint32_t Mark::total() const
{
    return std::accumulate(buses_in.begin(), buses_in.end(), std::uint32_t{0});
}

std::vector<Mark> gathered(std::span<const MarkedBus> buses, double reach_m)
{
    std::vector<std::uint32_t> order(buses.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, {}, [&](std::uint32_t i) { return buses[i].state; });

    std::vector<Mark> marks;
    Squares squares(std::max(reach_m, 1e-3), buses.size());
    for (const std::uint32_t i : order) {
        const MarkedBus& bus = buses[i];
        constexpr std::uint32_t none = UINT32_MAX;
        std::uint32_t joined = none;
        double nearest = reach_m * reach_m;
        squares.around(bus.at, [&](std::uint32_t mark) {
            const double dx = marks[mark].at.x - bus.at.x;
            const double dy = marks[mark].at.y - bus.at.y;
            const double squared = dx * dx + dy * dy;
            if (squared > nearest || (squared == nearest && mark > joined)) return;  // of equally near ones the first
            nearest = squared;
            joined = mark;
        });
        if (joined == none) {
            joined = static_cast<std::uint32_t>(marks.size());
            marks.push_back({bus.at, bus.state, bus.bus, {}});
            squares.add(bus.at, joined);
        }
        ++marks[joined].buses_in[static_cast<std::size_t>(bus.state)];
    }
    return marks;
}

}  // namespace xiaoan::map
