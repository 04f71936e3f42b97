#include "geo/near.hpp"

#include "geo/reach.hpp"

#include <algorithm>
#include <tuple>

namespace xiaoan::geo {
namespace {

SpatialIndex index_of(std::span<const Geometry> geometries)
{
    std::vector<Box> boxes;
    boxes.reserve(geometries.size());
    for (const Geometry& geometry : geometries) boxes.push_back(bounding_box(geometry));
    return SpatialIndex(boxes);
}

/// Items near `box`, which may reach over the antimeridian: then the far side is asked too. Ascending, each once.
void find_around(const SpatialIndex& index, const Box& box, std::vector<std::uint32_t>& found)
{
    found.clear();
    index.find(box, found);
    if (box.west >= -180 && box.east <= 180) return;
    index.find({box.west - 360, box.south, box.east - 360, box.north}, found);
    index.find({box.west + 360, box.south, box.east + 360, box.north}, found);
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
}

}  // namespace

NearSearch::NearSearch(std::span<const Geometry> geometries) : geometries_(geometries), index_(index_of(geometries)) {}

std::vector<NearPair> NearSearch::from(const Position& position, double within_m) const
{
    auto pairs = from_all({&position, 1}, within_m);
    return pairs ? std::move(*pairs) : std::vector<NearPair>{};
}

std::optional<std::vector<NearPair>> NearSearch::from_all(std::span<const Position> positions, double within_m,
                                                          const NearControl& control) const
{
    constexpr std::size_t progress_step = 100;
    std::vector<NearPair> pairs;
    std::vector<std::uint32_t> candidates;
    for (std::size_t i = 0; i < positions.size(); ++i) {
        if (control.stop.stop_requested()) return std::nullopt;
        if (control.progress && i % progress_step == 0 && i > 0) control.progress(i, positions.size());
        if (!is_valid(positions[i]) || !(within_m >= 0)) continue;
        find_around(index_, box_around(positions[i], within_m), candidates);
        const auto first = static_cast<std::ptrdiff_t>(pairs.size());
        for (const std::uint32_t geometry : candidates)
            if (const auto shore = shore_distance_within(positions[i], geometries_[geometry], within_m))
                pairs.push_back(
                    {static_cast<std::uint32_t>(i), geometry, shore->distance_m, shore->inside, shore->nearest});
        std::sort(pairs.begin() + first, pairs.end(), [](const NearPair& a, const NearPair& b) {
            return std::tie(a.distance_m, a.geometry) < std::tie(b.distance_m, b.geometry);
        });
    }
    if (control.progress) control.progress(positions.size(), positions.size());
    return pairs;
}

std::optional<std::vector<NearPair>> near_pairs(std::span<const Position> positions,
                                                std::span<const Geometry> geometries, double within_m,
                                                const NearControl& control)
{
    return NearSearch(geometries).from_all(positions, within_m, control);
}

}  // namespace xiaoan::geo
