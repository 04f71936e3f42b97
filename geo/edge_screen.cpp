#include "geo/edge_screen.hpp"

#include "geo/clones.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>

namespace xiaoan::geo {
namespace {

constexpr float out_of_reach = 1e37F;
constexpr std::size_t cache_line = 64;

std::uint32_t whole(std::uint32_t count) noexcept
{
    return (count + lanes - 1) / lanes * lanes;
}

template <class Use>
[[gnu::always_inline]] inline void each_bit(LaneBits bits, Use use)
{
    for (; bits != 0; bits &= bits - 1) use(static_cast<std::uint32_t>(std::countr_zero(bits)));
}

[[gnu::always_inline]] inline Floats floats_from_signed(const Words& bits) noexcept
{
    return __builtin_convertvector(reinterpret_cast<const Ints&>(bits), Floats);
}
/// The same for one number alone, less another modulo 2^32.
[[gnu::always_inline]] inline float difference(std::int32_t of, std::uint32_t from, float part) noexcept
{
    return static_cast<float>(static_cast<std::int32_t>(static_cast<std::uint32_t>(of) - from)) - part;
}

/// The squares of the distances to `count` edges, a multiple of eight and at most chunk_edges, and the least of them.
[[gnu::always_inline]] inline float edge_squares(const GridCell* positions, std::uint32_t count,
                                                 const ScreenPlane& plane, float* squares)
{
    std::array<float, chunk_edges + lanes> x;
    std::array<float, chunk_edges + lanes> y;
    for (std::uint32_t i = 0; i < count; i += lanes) {
        Words low;
        Words high;
        std::memcpy(&low, positions + i, sizeof low);
        std::memcpy(&high, positions + i + lanes / 2, sizeof high);
        const Words grid_x = __builtin_shufflevector(low, high, 0, 2, 4, 6, 8, 10, 12, 14);
        const Words grid_y = __builtin_shufflevector(low, high, 1, 3, 5, 7, 9, 11, 13, 15);
        const Floats east = floats_from_signed(grid_x - plane.x) - plane.part_x;
        const Floats north = floats_from_signed(grid_y - plane.y) - plane.part_y;
        store(x.data() + i, east * (plane.east + north * (plane.east_n + north * plane.east_nn)));
        store(y.data() + i, north * (plane.north + north * plane.north_n));
    }
    const float last_east = difference(positions[count].x, plane.x, plane.part_x);
    const float last_north = difference(positions[count].y, plane.y, plane.part_y);
    x[count] = last_east * (plane.east + last_north * (plane.east_n + last_north * plane.east_nn));
    y[count] = last_north * (plane.north + last_north * plane.north_n);
    Floats least = Floats{} + out_of_reach;
    for (std::uint32_t i = 0; i < count; i += lanes) {
        const Floats from_x = load(x.data() + i);
        const Floats from_y = load(y.data() + i);
        const Floats run_x = load(x.data() + i + 1) - from_x;
        const Floats run_y = load(y.data() + i + 1) - from_y;
        // The small number keeps an edge without length from 0 / 0.
        Floats t = -(from_x * run_x + from_y * run_y) / (run_x * run_x + run_y * run_y + 1e-30F);
        t = smaller(larger(t, Floats{}), Floats{} + 1.0F);
        const Floats foot_x = from_x + t * run_x;
        const Floats foot_y = from_y + t * run_y;
        const Floats square = foot_x * foot_x + foot_y * foot_y;
        store(squares + i, square);
        least = smaller(least, square);
    }
    return least_of(least);
}

/// Brings the positions of a chunk into the cache before they are asked for.
inline void fetch(const PackedShapes& shapes, std::uint32_t chunk)
{
    const auto* data = reinterpret_cast<const char*>(&shapes.positions[shapes.chunks[chunk].begin]);
    for (std::size_t at = 0; at < (chunk_edges + 1) * sizeof(GridCell); at += cache_line) __builtin_prefetch(data + at);
}

}  // namespace

ScreenPlane::ScreenPlane(const LocalDistance& local, const Position& place, double radius_m, bool has_rests)
{
    const double grid_x = place.lon * grid_per_degree;
    const double grid_y = place.lat * grid_per_degree;
    const auto modulo = [](double whole_units) {
        return static_cast<std::uint32_t>(static_cast<std::int64_t>(whole_units));
    };
    x = modulo(std::floor(grid_x));
    y = modulo(std::floor(grid_y));
    part_x = static_cast<float>(grid_x - std::floor(grid_x));
    part_y = static_cast<float>(grid_y - std::floor(grid_y));
    constexpr double unit = 1 / grid_per_degree;
    const LocalPlane plane = local.plane();
    east = static_cast<float>(plane.east * unit);
    east_n = static_cast<float>(plane.east_n * unit * unit);
    east_nn = static_cast<float>(plane.east_nn * unit * unit * unit);
    north = static_cast<float>(plane.north * unit);
    north_n = static_cast<float>(plane.north_n * unit * unit);

    // The bounds are derived in docs/geometry.md, "Screening".
    constexpr double roundings = 32 * 6e-8;  // what single precision loses, at most, of a coordinate
    const double curvature = local.curvature();
    error_part = static_cast<float>(roundings + radius_m * radius_m * curvature / 20);
    error_per_m = static_cast<float>(roundings);
    constexpr double meridian_change_per_m = 0.02 / 6.3e6;
    error_per_m2 = static_cast<float>((std::abs(local.narrowing()) + meridian_change_per_m) / 16 +
                                      0.03 * std::sqrt(curvature) / 8);
    error_m = has_rests ? 0.01F : 0.0F;
    within_m = float_above(radius_m);
}

/// Bounds of the distances to all chunks of a shape, and the chunk to look at first; false where none is in reach.
inline bool EdgeScreen::begin(const PackedShapes& shapes, std::uint32_t shape, const GridReach& reach, Work& work)
{
    const PackedShapes::Shape& of = shapes.shapes[shape];
    const std::uint32_t chunks = shapes.chunks_of(shape);
    work.shape = shape;
    work.bounds_begin = bound_count_;
    work.bounds = chunks > 1 ? whole(chunks) : 0;
    work.first = of.chunk;
    if (bounds_.size() < bound_count_ + work.bounds) bounds_.resize(2 * (bound_count_ + work.bounds));
    float* bounds = bounds_.data() + bound_count_;
    Floats least = Floats{} + out_of_reach;
    for (std::uint32_t i = 0; i < work.bounds; i += lanes) {
        const PackedShapes::ChunkBoxes& box = shapes.boxes[of.boxes + i / lanes];
        const Floats squares = reach.squares_to(load(box.west.data()), load(box.south.data()), load(box.east.data()),
                                                load(box.north.data()));
        store(bounds + i, squares);
        least = smaller(least, squares);
    }
    if (work.bounds > 0) {
        const float nearest = least_of(least);
        if (nearest > reach.square_m2) return false;
        std::uint32_t step = 0;
        LaneBits bits = at_most(load(bounds), nearest);
        while (bits == 0) bits = at_most(load(bounds + (step += lanes)), nearest);
        const std::uint32_t first = step + static_cast<std::uint32_t>(std::countr_zero(bits));
        bounds[first] = out_of_reach;  // looked at first, so not again
        work.first += first;
        bound_count_ += work.bounds;
    }
    __builtin_prefetch(&shapes.chunks[work.first]);
    return true;
}

inline void EdgeScreen::look_first(const PackedShapes& shapes, const ScreenPlane& plane, const GridReach& reach,
                                   Work& work, float* squares)
{
    const PackedShapes::Shape& of = shapes.shapes[work.shape];
    const PackedShapes::Chunk& chunk = shapes.chunks[work.first];
    work.edge_error = plane.edge_error_m(of.longest_edge_m);
    work.best = edge_squares(&shapes.positions[chunk.begin], whole(chunk.edges), plane, squares);
    work.limit = plane.widened(work.best, work.edge_error);
    work.more_begin = static_cast<std::uint32_t>(more_.size());
    const float most = std::min(work.limit, reach.square_m2);
    for (std::uint32_t i = 0; i < work.bounds; i += lanes) {
        const float* bounds = bounds_.data() + work.bounds_begin + i;
        each_bit(at_most(load(bounds), most), [&](std::uint32_t lane) {
            more_.push_back({of.chunk + i + lane, bounds[lane], out_of_reach});
            __builtin_prefetch(&shapes.chunks[of.chunk + i + lane]);
        });
    }
    work.more_end = static_cast<std::uint32_t>(more_.size());
}

inline void EdgeScreen::look_further(const PackedShapes& shapes, const ScreenPlane& plane, Work& work)
{
    for (std::uint32_t i = work.more_begin; i < work.more_end; ++i) {
        More& more = more_[i];
        if (more.bound > work.limit) continue;
        const PackedShapes::Chunk& chunk = shapes.chunks[more.chunk];
        more.least =
            edge_squares(&shapes.positions[chunk.begin], whole(chunk.edges), plane, &squares_[i * chunk_edges]);
        if (more.least < work.best) {
            work.best = more.least;
            work.limit = plane.widened(work.best, work.edge_error);
        }
    }
}

inline void EdgeScreen::collect(const PackedShapes& shapes, std::uint32_t chunk_at, const float* squares, float limit)
{
    const PackedShapes::Chunk& chunk = shapes.chunks[chunk_at];
    LaneBits near = 0;
    for (std::uint32_t i = 0; i < chunk.edges; i += lanes) near |= at_most(load(squares + i), limit) << i;
    each_bit(near & ((1u << chunk.edges) - 1), [&](std::uint32_t i) { edges_[edge_count_++] = chunk.begin + i; });
}

XIAOAN_CLONES void EdgeScreen::run(const PackedShapes& shapes, std::span<const std::uint32_t> asked,
                                   const ScreenPlane& plane, const GridReach& reach)
{
    slots_.clear();
    edge_count_ = 0;
    std::array<Work, at_once> all;
    std::array<float, at_once * chunk_edges> first_squares;
    for (std::size_t from = 0; from < asked.size(); from += at_once) {
        const std::size_t end = std::min(from + at_once, asked.size());
        std::size_t count = 0;
        bound_count_ = 0;
        more_.clear();
        for (std::size_t i = from; i < end; ++i) count += begin(shapes, asked[i], reach, all[count]) ? 1 : 0;
        for (std::size_t i = 0; i < count; ++i) fetch(shapes, all[i].first);
        for (std::size_t i = 0; i < count; ++i)
            look_first(shapes, plane, reach, all[i], &first_squares[i * chunk_edges]);
        for (std::size_t i = end; i < std::min(end + at_once, asked.size()); ++i) {
            const std::uint32_t boxes = shapes.shapes[asked[i]].boxes;
            if (boxes >= shapes.boxes.size()) continue;
            __builtin_prefetch(&shapes.boxes[boxes].west);
            __builtin_prefetch(&shapes.boxes[boxes].east);
        }
        for (const More& more : more_) fetch(shapes, more.chunk);
        if (squares_.size() < more_.size() * chunk_edges) squares_.resize(2 * more_.size() * chunk_edges);
        const std::size_t most_edges = edge_count_ + (count + more_.size()) * chunk_edges;
        if (edges_.size() < most_edges) edges_.resize(2 * most_edges);
        for (std::size_t i = 0; i < count; ++i) {
            Work& work = all[i];
            look_further(shapes, plane, work);
            const float best_m = std::sqrt(work.best);
            if (best_m - (best_m * plane.error_part + work.edge_error) > plane.within_m) continue;
            collect(shapes, work.first, &first_squares[i * chunk_edges], work.limit);
            for (std::uint32_t k = work.more_begin; k < work.more_end; ++k)
                if (more_[k].least <= work.limit)
                    collect(shapes, more_[k].chunk, &squares_[k * chunk_edges], work.limit);
            slots_.push_back({work.shape, static_cast<std::uint32_t>(edge_count_)});
        }
    }
}

}  // namespace xiaoan::geo
