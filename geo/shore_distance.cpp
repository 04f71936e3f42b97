#include "geo/shore_distance.hpp"

#include "geo/edge_nearest.hpp"
#include "geo/polygon.hpp"
#include "geo/reach.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace xiaoan::geo {
namespace {

constexpr double unlimited = std::numeric_limits<double>::infinity();

/// One run of positions joined by edges; a point is a run of one.
struct Part {
    std::span<const Position> positions;
    bool closed = false;
    bool shore_of_area = false;

    /// A single position has one edge, from itself to itself; a ring left open has one more.
    std::size_t edge_count() const noexcept
    {
        if (positions.size() < 2) return positions.size();
        return positions.size() - 1 + (closed && positions.front() != positions.back() ? 1 : 0);
    }
    const Position& begin_of(std::size_t edge) const noexcept { return positions[edge]; }
    const Position& end_of(std::size_t edge) const noexcept
    {
        return edge + 1 < positions.size() ? positions[edge + 1] : positions.front();
    }
};

template <class Use>
void each_part(const Geometry& geometry, Use use)
{
    for (const Position& point : geometry.points) use(Part{{&point, 1}, false, false});
    for (const Polyline& line : geometry.lines) use(Part{line.points, false, false});
    for (const Polygon& polygon : geometry.polygons)
        for (const Ring& ring : polygon.rings) use(Part{ring, true, true});
}

/// Appends the square of the flat distance in metres from `from` to every edge.
void add_flat_squares(const Position& from, const DegreeLength& degree, const Part& part, std::vector<double>& out)
{
    const std::size_t count = part.edge_count();
    const std::size_t first = out.size();
    out.resize(first + count);
    double* squares = out.data() + first;
    const auto square = [&](const Position& a, const Position& b) {
        const double ax = (a.lon - from.lon) * degree.lon_m;
        const double ay = (a.lat - from.lat) * degree.lat_m;
        const double dx = (b.lon - a.lon) * degree.lon_m;
        const double dy = (b.lat - a.lat) * degree.lat_m;
        // The smallest double keeps an edge without length from dividing by zero: then t is 0 / tiny = 0.
        const double t = -(ax * dx + ay * dy) / (dx * dx + dy * dy + std::numeric_limits<double>::min());
        const double within = t < 0 ? 0 : t > 1 ? 1 : t;
        const double x = ax + within * dx;
        const double y = ay + within * dy;
        return x * x + y * y;
    };
    const std::size_t joined = std::min(count, part.positions.empty() ? 0 : part.positions.size() - 1);
    for (std::size_t i = 0; i < joined; ++i) squares[i] = square(part.positions[i], part.positions[i + 1]);
    for (std::size_t i = joined; i < count; ++i) squares[i] = square(part.begin_of(i), part.end_of(i));
}

/// The square under which a flat distance may still belong to a true distance of `radius_m`.
double flat_limit2(double lat, double radius_m) noexcept
{
    const double flat_m = radius_m * flat_excess(lat, radius_m);
    return std::isnan(flat_m) ? unlimited : flat_m * flat_m + 1e-9;  // 0 * infinity at a pole
}

struct Found {
    NearestOnEdge nearest{unlimited, {}};
    bool of_area = false;
};

Found nearest_shore(const Position& from, const Geometry& to, double limit_m)
{
    std::vector<double> squares;
    squares.reserve(position_count(to) + to.polygons.size());
    const DegreeLength degree = degree_length(from.lat);
    each_part(to, [&](const Part& part) { add_flat_squares(from, degree, part, squares); });
    if (squares.empty()) return {};
    const std::size_t flat_first = static_cast<std::size_t>(std::ranges::min_element(squares) - squares.begin());
    double most2 = std::isfinite(limit_m) ? flat_limit2(from.lat, limit_m) : unlimited;
    if (!(squares[flat_first] <= most2)) return {};

    Found found;
    const auto refine = [&](const Part& part, std::size_t edge) {
        const NearestOnEdge one = nearest_on_edge(from, part.begin_of(edge), part.end_of(edge));
        if (!(one.distance_m < found.nearest.distance_m)) return;
        found = {one, part.shore_of_area};
        most2 = std::min(most2, flat_limit2(from.lat, one.distance_m));
    };
    // First the edge that is nearest on the flat: its true distance leaves few others to look at.
    for (const bool only_first : {true, false}) {
        std::size_t index = 0;
        each_part(to, [&](const Part& part) {
            const std::size_t count = part.edge_count();
            for (std::size_t edge = 0; edge < count; ++edge, ++index)
                if (only_first ? index == flat_first : index != flat_first && squares[index] <= most2)
                    refine(part, edge);
        });
    }
    return found;
}

}  // namespace

std::optional<ShoreDistance> shore_distance_within(const Position& from, const Geometry& to, double limit_m)
{
    if (!is_valid(from) || to.is_empty() || !(limit_m >= 0)) return std::nullopt;
    const Box box = bounding_box(to);
    std::optional<ShoreDistance> best;
    // A full turn brings the position beside what lies across the antimeridian. Parts may lie on both sides of it.
    for (const double turn : {0.0, 360.0, -360.0}) {
        const Position moved{from.lon + turn, from.lat};
        if (moved.lon - box.east > 180 || box.west - moved.lon > 180) continue;
        if (contains(to, moved)) return ShoreDistance{0, true, from};
        const Found found = nearest_shore(moved, to, best ? best->distance_m : limit_m);
        const double distance_m = found.nearest.distance_m;
        if (distance_m <= limit_m && std::isfinite(distance_m) && (!best || distance_m < best->distance_m))
            best = ShoreDistance{distance_m, found.of_area && distance_m == 0, found.nearest.at};
    }
    return best;
}

std::optional<ShoreDistance> shore_distance(const Position& from, const Geometry& to)
{
    return shore_distance_within(from, to, unlimited);
}

}  // namespace xiaoan::geo
