#include "geo/packed_shapes.hpp"

#include "geo/ellipsoid.hpp"
#include "geo/hilbert.hpp"
#include "geo/parallel.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <utility>

namespace xiaoan::geo {
namespace {

constexpr std::size_t at_once = 1024;  // geometries, by one thread

std::uint32_t steps(std::uint32_t count, std::uint32_t size) noexcept
{
    return (count + size - 1) / size;
}

/// A run of positions as it was given, one at least.
struct Part {
    std::span<const Position> given;
    PartKind kind{};

    /// A ring left open has one edge more; a position alone has one, without length.
    std::uint32_t edges() const noexcept
    {
        const bool one_more = given.size() == 1 || (kind != PartKind::open && given.front() != given.back());
        return static_cast<std::uint32_t>(given.size()) - (one_more ? 0 : 1);
    }
    /// Positions with those that stand there again.
    std::uint32_t room() const noexcept { return steps(edges(), lanes) * lanes + 1; }
    const Position& at(std::uint32_t i) const noexcept
    {
        if (i < given.size()) return given[i];
        return edges() < given.size() ? given.back() : given.front();
    }
};

template <class Use>
void each_part(const Geometry& geometry, Use use)
{
    for (const Position& point : geometry.points) use(Part{{&point, 1}, PartKind::open});
    for (const Polyline& line : geometry.lines)
        if (!line.points.empty()) use(Part{line.points, PartKind::open});
    for (const Polygon& polygon : geometry.polygons) {
        PartKind kind = PartKind::first_ring;
        for (const Ring& ring : polygon.rings) {
            if (ring.empty()) continue;
            use(Part{ring, kind});
            kind = PartKind::ring;
        }
    }
}

/// What a geometry needs; no chunks for one to leave out.
struct Need {
    std::size_t positions = 0;
    std::uint32_t chunks = 0;
    bool has_rests = false;
    Position centre{std::numeric_limits<double>::quiet_NaN(), 0};
};

Need need_of(const Geometry& geometry)
{
    Need need;
    Box box;
    bool valid = true;
    each_part(geometry, [&](const Part& part) {
        need.positions += part.room();
        need.chunks += steps(part.edges(), chunk_edges);
        for (const Position& p : part.given) {
            if (!is_valid(p)) {
                valid = false;
                return;
            }
            box.add(p);
            need.has_rests = need.has_rests || !grid_rest(p, cell_from_position(p)).is_nothing();
        }
    });
    if (!valid || need.chunks == 0) return {};
    need.centre = box.centre();
    return need;
}

/// A geometry and where its data go.
struct Move {
    std::uint32_t id = 0;
    std::size_t position = 0, chunk = 0, boxes = 0;
};

/// All geometries in Hilbert order; one more at the end tells where all data end.
std::vector<Move> moves_of(const std::vector<Need>& needs)
{
    std::vector<Position> centres(needs.size());
    std::ranges::transform(needs, centres.begin(), &Need::centre);
    std::vector<Move> moves;
    Move next;
    for (const std::uint32_t id : hilbert_order(centres)) {
        next.id = id;
        moves.push_back(next);
        next.position += needs[id].positions;
        next.chunk += needs[id].chunks;
        if (needs[id].chunks > 1) next.boxes += steps(needs[id].chunks, lanes);
    }
    moves.push_back(next);
    return moves;
}

/// Around some positions. What is left over of a position is less than a unit.
GridBox box_of(std::span<const GridCell> positions, double room)
{
    GridCell low = positions.front();
    GridCell high = low;
    for (const GridCell& p : positions) {
        low = {std::min(low.x, p.x), std::min(low.y, p.y)};
        high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
    return {float_below(low.x - room), float_below(low.y - room), float_above(high.x + room),
            float_above(high.y + room)};
}

/// Not less than the length of the longest edge between these positions, all of which lie in `box`: with the longest
/// degrees there are, a parallel's where the box is nearest to the equator.
double longest_edge_m(std::span<const GridCell> positions, const GridBox& box)
{
    constexpr double longest_degree_m = ellipsoid_a_m / (1 - ellipsoid_f) * radians_per_degree;  // at a pole: a2 / b
    constexpr double two_rests = 1.5;                                                            // grid units
    const double nearest_equator = box.south > 0 ? box.south : box.north < 0 ? box.north : 0.0;
    const double narrowed = std::cos(nearest_equator / grid_per_degree * radians_per_degree);
    double most2 = 0;
    for (std::size_t i = 1; i < positions.size(); ++i) {
        const double east = (static_cast<double>(positions[i].x) - positions[i - 1].x) * narrowed;
        const double north = static_cast<double>(positions[i].y) - positions[i - 1].y;
        most2 = std::max(most2, east * east + north * north);
    }
    return (std::sqrt(most2) + two_rests) / grid_per_degree * longest_degree_m;
}

/// Puts one shape after another in its place.
class Filler {
public:
    explicit Filler(PackedShapes& packed) : packed_(packed) {}

    /// The shape's box comes back.
    GridBox fill(std::uint32_t shape, const Move& move, const Geometry& geometry)
    {
        boxes_.clear();
        std::size_t to = move.position;
        each_part(geometry, [&](const Part& part) {
            fill_positions(part, to);
            fill_chunks(part, to, move.chunk + boxes_.size());
            to += part.room();
        });
        GridBox all;
        for (const GridBox& box : boxes_) all.add(box);
        if (boxes_.size() > 1) fill_boxes(move.boxes);
        double longest_m = 0;
        std::size_t from = move.position;
        each_part(geometry, [&](const Part& part) {
            longest_m = std::max(longest_m, longest_edge_m({packed_.positions.get() + from, part.edges() + 1}, all));
            from += part.room();
        });
        packed_.shapes[shape] = {move.id, static_cast<std::uint32_t>(move.chunk),
                                 static_cast<std::uint32_t>(move.boxes), float_above(longest_m)};
        return all;
    }

private:
    void fill_positions(const Part& part, std::size_t to)
    {
        const std::uint32_t room = part.room();
        for (std::uint32_t i = 0; i < room; ++i) packed_.positions[to + i] = cell_from_position(part.at(i));
        if (!packed_.rests) return;
        for (std::uint32_t i = 0; i < room; ++i)
            packed_.rests[to + i] = grid_rest(part.at(i), packed_.positions[to + i]);
    }

    void fill_chunks(const Part& part, std::size_t position, std::size_t chunk)
    {
        for (std::uint32_t edge = 0; edge < part.edges(); edge += chunk_edges) {
            const std::uint32_t edges = std::min(chunk_edges, part.edges() - edge);
            const bool goes_on = part.kind == PartKind::first_ring && edge > 0;
            packed_.chunks[chunk++] = {static_cast<std::uint32_t>(position + edge), static_cast<std::uint8_t>(edges),
                                       goes_on ? PartKind::ring : part.kind};
            boxes_.push_back(box_of({packed_.positions.get() + position + edge, edges + 1}, packed_.rests ? 1 : 0));
        }
    }

    void fill_boxes(std::size_t to)
    {
        for (std::size_t i = 0; i < boxes_.size() || i % lanes != 0; ++i) {
            PackedShapes::ChunkBoxes& boxes = packed_.boxes[to + i / lanes];
            const GridBox box = i < boxes_.size() ? boxes_[i] : GridBox{};
            boxes.west[i % lanes] = box.west;
            boxes.south[i % lanes] = box.south;
            boxes.east[i % lanes] = box.east;
            boxes.north[i % lanes] = box.north;
        }
    }

    PackedShapes& packed_;
    std::vector<GridBox> boxes_;  // of the chunks of one shape
};

template <class Work>
void each_block(std::size_t count, unsigned threads, Work work)
{
    in_parallel((count + at_once - 1) / at_once, threads,
                [&](unsigned, std::size_t block) { work(block * at_once, std::min(count, (block + 1) * at_once)); });
}

}  // namespace

Geometry PackedShapes::geometry(std::uint32_t shape) const
{
    Geometry made;
    const std::uint32_t end = shapes[shape + 1].chunk;
    for (std::uint32_t chunk = shapes[shape].chunk; chunk < end;) {
        const PartKind kind = chunks[chunk].kind;
        std::vector<Position> run{position(chunks[chunk].begin)};
        // A part's next chunk begins with the position that ends this one; the next part's does not.
        for (bool more = true; more; ++chunk) {
            const std::uint32_t last = chunks[chunk].begin + chunks[chunk].edges;
            for (std::uint32_t at = chunks[chunk].begin + 1; at <= last; ++at) run.push_back(position(at));
            more = chunk + 1 < end && chunks[chunk + 1].begin == last;
        }
        if (kind == PartKind::open && run.size() == 2 && run[0] == run[1])
            made.points.push_back(run[0]);
        else if (kind == PartKind::open)
            made.lines.push_back({std::move(run)});
        else {
            if (kind == PartKind::first_ring) made.polygons.emplace_back();
            made.polygons.back().rings.push_back(std::move(run));
        }
    }
    return made;
}

PackedShapes pack_shapes(std::span<const Geometry> geometries, unsigned threads)
{
    std::vector<Need> needs(geometries.size());
    each_block(geometries.size(), threads, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) needs[i] = need_of(geometries[i]);
    });
    const std::vector<Move> moves = moves_of(needs);
    const Move& end = moves.back();
    if (end.position > std::numeric_limits<std::uint32_t>::max())
        throw std::length_error("more than 4,294,967,295 positions cannot be searched at once");

    PackedShapes packed;
    packed.shapes.resize(moves.size());
    packed.shapes.back().chunk = static_cast<std::uint32_t>(end.chunk);
    packed.chunks.resize(end.chunk);
    packed.boxes.resize(end.boxes);
    packed.positions = std::make_unique_for_overwrite<GridCell[]>(end.position);
    if (std::ranges::any_of(needs, &Need::has_rests))
        packed.rests = std::make_unique_for_overwrite<GridRest[]>(end.position);
    std::vector<GridBox> boxes(moves.size() - 1);
    each_block(boxes.size(), threads, [&](std::size_t begin, std::size_t last) {
        Filler filler(packed);
        for (std::size_t i = begin; i < last; ++i)
            boxes[i] = filler.fill(static_cast<std::uint32_t>(i), moves[i], geometries[moves[i].id]);
    });
    packed.tree = BoxTree(boxes);
    return packed;
}

}  // namespace xiaoan::geo
