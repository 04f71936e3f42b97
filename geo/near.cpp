#include "geo/near.hpp"

#include "geo/hilbert.hpp"
#include "geo/line_scan.hpp"
#include "geo/near_scan.hpp"
#include "geo/parallel.hpp"

#include <algorithm>
#include <atomic>

namespace xiaoan::geo {
namespace {

constexpr std::size_t at_once = 100;  // positions, by one thread

NearPair pair_of(std::uint32_t position, const Nearby& found) noexcept
{
    return {position, found.geometry, found.distance_m, found.inside, found.nearest};
}

std::vector<NearPair> pairs_of(std::span<const Nearby> found)
{
    std::vector<NearPair> pairs;
    pairs.reserve(found.size());
    for (const Nearby& each : found) pairs.push_back(pair_of(0, each));
    return pairs;
}

/// What one thread found for a stretch of the positions in the order they are searched, one after another.
struct Stretch {
    std::vector<Nearby> found;
    std::vector<std::uint32_t> counts;
};

/// Searches all positions, in Hilbert order, so that what one needs is still at hand for the next. False when stopped.
bool search(const PackedShapes& shapes, std::span<const Position> positions, std::span<const std::uint32_t> order,
            double within_m, const NearControl& control, std::vector<Stretch>& stretches)
{
    const unsigned threads = thread_count(control.threads);
    std::vector<NearScan> scans(threads, NearScan(shapes));
    std::atomic<std::size_t> done = positions.size() - order.size();  // the others have no place
    in_parallel(stretches.size(), threads, [&](unsigned thread, std::size_t block) {
        if (control.stop.stop_requested()) return;
        Stretch& stretch = stretches[block];
        std::vector<Nearby> found;
        const std::size_t end = std::min(order.size(), (block + 1) * at_once);
        for (std::size_t i = block * at_once; i < end; ++i) {
            scans[thread].within(positions[order[i]], within_m, found);
            stretch.counts.push_back(static_cast<std::uint32_t>(found.size()));
            stretch.found.insert(stretch.found.end(), found.begin(), found.end());
        }
        const std::size_t now = done += end - block * at_once;
        if (thread == 0 && control.progress && now < positions.size()) control.progress(now, positions.size());
    });
    return !control.stop.stop_requested();
}

/// Puts the stretches' pairs in the order of the list of positions.
std::vector<NearPair> in_list_order(std::size_t positions, std::span<const std::uint32_t> order,
                                    std::vector<Stretch>& stretches, unsigned threads)
{
    std::vector<std::size_t> begins(positions + 1);
    std::size_t at = 0;
    for (const Stretch& stretch : stretches)
        for (const std::uint32_t count : stretch.counts) begins[order[at++] + 1] = count;
    for (std::size_t i = 0; i < positions; ++i) begins[i + 1] += begins[i];
    std::vector<NearPair> pairs(begins.back());
    in_parallel(stretches.size(), threads, [&](unsigned, std::size_t block) {
        const Stretch stretch = std::move(stretches[block]);  // frees it when done
        const Nearby* from = stretch.found.data();
        for (std::size_t i = 0; i < stretch.counts.size(); ++i) {
            const std::uint32_t position = order[block * at_once + i];
            NearPair* to = pairs.data() + begins[position];
            for (std::uint32_t k = 0; k < stretch.counts[i]; ++k) *to++ = pair_of(position, *from++);
        }
    });
    return pairs;
}

}  // namespace

NearSearch::NearSearch(std::span<const Geometry> geometries, unsigned threads)
    : shapes_(std::make_unique<const PackedShapes>(pack_shapes(geometries, thread_count(threads))))
{
}
NearSearch::NearSearch(NearSearch&&) noexcept = default;
NearSearch& NearSearch::operator=(NearSearch&&) noexcept = default;
NearSearch::~NearSearch() = default;

std::vector<NearPair> NearSearch::from(const Position& position, double within_m) const
{
    std::vector<Nearby> found;
    NearScan(*shapes_).within(position, within_m, found);
    return pairs_of(found);
}

std::vector<NearPair> NearSearch::nearest(const Position& position, std::size_t count, double within_m) const
{
    constexpr double first_m = 500;
    std::vector<Nearby> found;
    NearScan scan(*shapes_);
    // What a smaller radius finds is complete up to it, so enough is enough.
    for (double radius_m = std::min(first_m, within_m); count > 0; radius_m = std::min(2 * radius_m, within_m)) {
        scan.within(position, radius_m, found);
        if (found.size() >= count || !(radius_m < within_m) || found.size() == shapes_->size()) break;
    }
    return pairs_of({found.data(), std::min(count, found.size())});
}

std::optional<std::vector<NearPair>> NearSearch::from_all(std::span<const Position> positions, double within_m,
                                                          const NearControl& control) const
{
    const std::vector<std::uint32_t> order = hilbert_order(positions);
    std::vector<Stretch> stretches((order.size() + at_once - 1) / at_once);
    if (!search(*shapes_, positions, order, within_m, control, stretches)) return std::nullopt;
    std::vector<NearPair> pairs = in_list_order(positions.size(), order, stretches, thread_count(control.threads));
    if (control.progress) control.progress(positions.size(), positions.size());
    return pairs;
}

std::vector<NearPair> NearSearch::along(const Polyline& line, double within_m) const
{
    std::vector<NearPair> pairs;
    for (const NearLine& each : near_line(*shapes_, line, within_m)) pairs.push_back(pair_of(each.edge, each.found));
    return pairs;
}

std::optional<std::vector<NearPair>> near_pairs(std::span<const Position> positions,
                                                std::span<const Geometry> geometries, double within_m,
                                                const NearControl& control)
{
    return NearSearch(geometries, control.threads).from_all(positions, within_m, control);
}

}  // namespace xiaoan::geo
