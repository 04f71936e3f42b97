#include "geo/line_scan.hpp"

#include "geo/edge_nearest.hpp"
#include "geo/reach.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>
#include <unordered_map>

namespace xiaoan::geo {
namespace {

// Two edges that do not cross are nearest at an end of one of them, but for the bow between them: a quarter of
// length2 * distance * curvature, the length that of the shorter. So edges of the line are cut into pieces.
constexpr double piece_m = 500;

/// A stretch of an edge of the line.
struct Piece {
    Position begin, end;
    std::uint32_t edge = 0;
};

std::vector<Piece> pieces_of(const Polyline& line)
{
    std::vector<Piece> pieces;
    if (line.points.size() == 1) pieces.push_back({line.points[0], line.points[0], 0});
    for (std::uint32_t i = 0; i + 1 < line.points.size(); ++i) {
        const Position& a = line.points[i];
        const Position& b = line.points[i + 1];
        const double longest_degree_m = degree_length(90).lat_m;
        const double length_m = std::hypot(b.lon - a.lon, b.lat - a.lat) * longest_degree_m;
        const auto count = std::max(1.0, std::ceil(length_m / piece_m));
        Position last = a;
        for (double k = 1; k <= count; ++k) {
            const double t = k / count;
            const Position next = k == count ? b : Position{a.lon + t * (b.lon - a.lon), a.lat + t * (b.lat - a.lat)};
            pieces.push_back({last, next, i});
            last = next;
        }
    }
    return pieces;
}

/// Positive when c lies to the left of the way from a to b.
double side(const Position& a, const Position& b, const Position& c) noexcept
{
    return (b.lon - a.lon) * (c.lat - a.lat) - (b.lat - a.lat) * (c.lon - a.lon);
}

bool cross(const Piece& piece, const Position& c, const Position& d) noexcept
{
    return side(piece.begin, piece.end, c) * side(piece.begin, piece.end, d) < 0 &&
           side(c, d, piece.begin) * side(c, d, piece.end) < 0;
}

Position crossing(const Piece& piece, const Position& c, const Position& d) noexcept
{
    const double before = side(piece.begin, piece.end, c);
    const double t = before / (before - side(piece.begin, piece.end, d));
    return {c.lon + t * (d.lon - c.lon), c.lat + t * (d.lat - c.lat)};
}

/// The square of the flat distance from p to the piece with degrees of such lengths.
double flat_square(const Piece& piece, const Position& p, const DegreeLength& degree) noexcept
{
    const double x = (piece.begin.lon - p.lon) * degree.lon_m;
    const double y = (piece.begin.lat - p.lat) * degree.lat_m;
    const double run_x = (piece.end.lon - piece.begin.lon) * degree.lon_m;
    const double run_y = (piece.end.lat - piece.begin.lat) * degree.lat_m;
    const double length2 = run_x * run_x + run_y * run_y;
    const double t = length2 > 0 ? std::clamp(-(x * run_x + y * run_y) / length2, 0.0, 1.0) : 0.0;
    return (x + t * run_x) * (x + t * run_x) + (y + t * run_y) * (y + t * run_y);
}

class LineScan {
public:
    LineScan(const PackedShapes& shapes, double within_m) : shapes_(shapes), within_m_(within_m), scan_(shapes) {}

    /// From a place of the line to all edges of the shapes.
    void look_from(const Position& place, std::uint32_t edge)
    {
        scan_.within(place, within_m_, found_);
        for (const Nearby& each : found_) keep(each, edge);
    }

    /// From all positions of the shapes to a piece of the line, and where they cross.
    void look_at(const Piece& given)
    {
        Box box;
        box.add(given.begin);
        box.add(given.end);
        Box reached = box_around(given.begin, within_m_);
        reached.add(box_around(given.end, within_m_));
        each_turn(reached, [&](double turn) {
            const Piece piece{
                {given.begin.lon + turn, given.begin.lat}, {given.end.lon + turn, given.end.lat}, given.edge};
            const GridReach reach = grid_reach({box.west + turn, box.south, box.east + turn, box.north}, within_m_);
            const DegreeLength shortest =
                shortest_degrees(box.centre().lat, within_m_ + (box.north - box.south) / 2 * degree_length(90).lat_m);
            shapes_.tree.find(reach, near_);
            for (const std::uint32_t shape : near_.near)
                for (std::uint32_t i = 0; i < shapes_.chunks_of(shape); ++i)
                    if (is_near(shape, i, reach)) look_at_chunk(piece, shape, i, shortest);
        });
    }

    [[nodiscard]] std::vector<NearLine> take() const
    {
        std::vector<NearLine> all;
        for (const auto& [geometry, near] : best_) all.push_back(near);
        std::ranges::sort(all, [](const NearLine& a, const NearLine& b) {
            return std::tie(a.found.distance_m, a.found.geometry) < std::tie(b.found.distance_m, b.found.geometry);
        });
        return all;
    }

private:
    void keep(const Nearby& found, std::uint32_t edge)
    {
        const auto [known, added] = best_.try_emplace(found.geometry, NearLine{found, edge});
        NearLine& best = known->second;
        if (!added && std::tuple(found.distance_m, !found.inside, edge) <
                          std::tuple(best.found.distance_m, !best.found.inside, best.edge))
            best = {found, edge};
    }

    /// How near something must be to matter for a shape.
    [[nodiscard]] double limit_m(std::uint32_t shape) const
    {
        const auto known = best_.find(shapes_.shapes[shape].id);
        return known == best_.end() ? within_m_ : known->second.found.distance_m;
    }

    [[nodiscard]] bool is_near(std::uint32_t shape, std::uint32_t chunk, const GridReach& reach) const
    {
        if (shapes_.chunks_of(shape) == 1) return true;
        const PackedShapes::ChunkBoxes& boxes = shapes_.boxes[shapes_.shapes[shape].boxes + chunk / lanes];
        std::array<float, lanes> squares;
        store(squares.data(), reach.squares_to(load(boxes.west.data()), load(boxes.south.data()),
                                               load(boxes.east.data()), load(boxes.north.data())));
        return squares[chunk % lanes] <= reach.square_m2;
    }

    void look_at_chunk(const Piece& piece, std::uint32_t shape, std::uint32_t at, const DegreeLength& shortest)
    {
        const PackedShapes::Chunk& chunk = shapes_.chunks[shapes_.shapes[shape].chunk + at];
        const std::uint32_t id = shapes_.shapes[shape].id;
        Position last = shapes_.position(chunk.begin);
        for (std::uint32_t i = 0; i <= chunk.edges; ++i) {
            const Position next = shapes_.position(chunk.begin + i);
            if (i > 0 && cross(piece, last, next))
                keep({0, crossing(piece, last, next), id, chunk.kind != PartKind::open}, piece.edge);
            last = next;
            const double limit = limit_m(shape);
            if (limit == 0 || flat_square(piece, next, shortest) > limit * limit * (1 + 1e-9)) continue;
            const double distance_m = nearest_on_edge(next, piece.begin, piece.end).distance_m;
            if (distance_m <= within_m_) keep({distance_m, next, id, false}, piece.edge);
        }
    }

    const PackedShapes& shapes_;
    double within_m_;
    NearScan scan_;
    std::vector<Nearby> found_;
    BoxTree::Found near_;
    std::unordered_map<std::uint32_t, NearLine> best_;
};

}  // namespace

std::vector<NearLine> near_line(const PackedShapes& shapes, const Polyline& line, double within_m)
{
    if (!std::ranges::all_of(line.points, is_valid) || !(within_m >= 0)) return {};
    LineScan scan(shapes, std::min(within_m, farthest_m));
    const std::vector<Piece> pieces = pieces_of(line);
    for (const Piece& piece : pieces) scan.look_from(piece.begin, piece.edge);
    if (!pieces.empty()) scan.look_from(pieces.back().end, pieces.back().edge);
    for (const Piece& piece : pieces) scan.look_at(piece);
    return scan.take();
}

}  // namespace xiaoan::geo
