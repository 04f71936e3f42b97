#include "geo/near_scan.hpp"

#include "geo/reach.hpp"
#include "geo/shore_distance.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace xiaoan::geo {
namespace {

constexpr double most_series_error_m = 4e-6;
constexpr double most_doubt_m = 1e-7;     // what a further step could take off a distance
constexpr double rounding_room_m = 1e-6;  // roundings of the series stay far below it

/// Whether a ray to the east crosses the edge. Half-open in latitude, so that a corner counts once.
bool crosses(const Position& a, const Position& b, const Position& p) noexcept
{
    return (a.lat > p.lat) != (b.lat > p.lat) && p.lon < a.lon + (p.lat - a.lat) / (b.lat - a.lat) * (b.lon - a.lon);
}

}  // namespace

/// What is asked, about a place moved by a full turn or not.
struct NearScan::Question {
    Position from;
    Position moved;
    double within_m;
    LocalDistance local;
    GridReach reach;
    double series_error_m;

    Question(const Position& place, double turn, double limit_m)
        : from(place),
          moved{place.lon + turn, place.lat},
          within_m(limit_m),
          local(place),
          reach(grid_reach({moved.lon, moved.lat, moved.lon, moved.lat}, limit_m)),
          series_error_m(local.error_bound_m(limit_m))
    {
    }

    /// Whether the bounds of screen and series hold for a shape of such edges.
    [[nodiscard]] bool is_local(double longest_edge_m) const noexcept
    {
        const double size_m = within_m + longest_edge_m + 1;  // a metre from a pole nothing is local
        return series_error_m <= most_series_error_m && size_m * size_m * local.curvature() <= screened_size2;
    }
};

void sort_nearby(std::vector<Nearby>& found)
{
    std::ranges::sort(found, [](const Nearby& a, const Nearby& b) {
        return a.distance_m != b.distance_m ? a.distance_m < b.distance_m : a.geometry < b.geometry;
    });
}

void keep_nearest(std::vector<Nearby>& found)
{
    std::ranges::sort(found, [](const Nearby& a, const Nearby& b) {
        return std::tie(a.geometry, a.distance_m, b.inside) < std::tie(b.geometry, b.distance_m, a.inside);
    });
    const auto repeated = std::ranges::unique(found, {}, &Nearby::geometry);
    found.erase(repeated.begin(), repeated.end());
    sort_nearby(found);
}

GridReach grid_reach(const Box& places, double within_m)
{
    constexpr double single_room = 1e-6;  // for what single precision loses
    const double band_m = within_m + (places.north - places.south) / 2 * degree_length(90).lat_m;
    const DegreeLength shortest = shortest_degrees(places.centre().lat, band_m);
    GridReach reach{};
    reach.west = float_below(places.west * grid_per_degree);
    reach.east = float_above(places.east * grid_per_degree);
    reach.south = float_below(places.south * grid_per_degree);
    reach.north = float_above(places.north * grid_per_degree);
    reach.lon_m = static_cast<float>(shortest.lon_m / grid_per_degree * (1 - single_room));
    reach.lat_m = static_cast<float>(shortest.lat_m / grid_per_degree * (1 - single_room));
    reach.square_m2 = float_above(within_m * within_m * (1 + single_room));
    return reach;
}

/// Even-odd over the rings of each polygon, as contains() does it; chunks beside the ray are left out, and one wholly
/// to its east counts by its ends.
bool NearScan::is_inside(std::uint32_t shape, const Position& place, const GridReach& reach) const
{
    bool in = false;
    const std::uint32_t count = shapes_.chunks_of(shape);
    for (std::uint32_t i = 0; i < count; ++i) {
        const PackedShapes::Chunk& chunk = shapes_.chunks[shapes_.shapes[shape].chunk + i];
        if (chunk.kind == PartKind::open) continue;
        if (chunk.kind == PartKind::first_ring && in) return true;  // in the polygon before
        const std::uint32_t end = chunk.begin + chunk.edges;
        if (count > 1) {
            const PackedShapes::ChunkBoxes& boxes = shapes_.boxes[shapes_.shapes[shape].boxes + i / lanes];
            const std::uint32_t lane = i % lanes;
            if (boxes.south[lane] > reach.north || boxes.north[lane] < reach.south || boxes.east[lane] < reach.west)
                continue;
            if (boxes.west[lane] > reach.east) {
                in ^= (shapes_.position(chunk.begin).lat > place.lat) != (shapes_.position(end).lat > place.lat);
                continue;
            }
        }
        Position last = shapes_.position(chunk.begin);
        for (std::uint32_t at = chunk.begin + 1; at <= end; ++at) {
            const Position next = shapes_.position(at);
            in ^= crosses(last, next, place);
            last = next;
        }
    }
    return in;
}

/// The exact way, over the whole shape.
void NearScan::measure(std::uint32_t shape, const Question& question, std::vector<Nearby>& found) const
{
    if (const auto shore = shore_distance_within(question.from, shapes_.geometry(shape), question.within_m))
        found.push_back({shore->distance_m, shore->nearest, shapes_.shapes[shape].id, shore->inside});
}

/// The nearest place on each edge that passed the screen.
void NearScan::refine(const Question& question)
{
    const auto edges = screen_.edges();
    batch_.make_room(edges.size());
    // Differences are taken in grid units, where they are exact: the place is two doubles.
    const double x = question.moved.lon * grid_per_degree;
    const double y = question.moved.lat * grid_per_degree;
    const double x_low = std::fma(question.moved.lon, grid_per_degree, -x);
    const double y_low = std::fma(question.moved.lat, grid_per_degree, -y);
    constexpr double unit = 1 / grid_per_degree;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const GridCell& begin = shapes_.positions[edges[i]];
        const GridCell& end = shapes_.positions[edges[i] + 1];
        batch_.east[i] = ((begin.x - x) - x_low) * unit;
        batch_.north[i] = ((begin.y - y) - y_low) * unit;
        batch_.east_run[i] = (static_cast<double>(end.x) - begin.x) * unit;
        batch_.north_run[i] = (static_cast<double>(end.y) - begin.y) * unit;
    }
    if (shapes_.rests)
        for (std::size_t i = 0; i < edges.size(); ++i) {
            const GridRest& begin = shapes_.rests[edges[i]];
            const GridRest& end = shapes_.rests[edges[i] + 1];
            batch_.east[i] += static_cast<double>(begin.x);
            batch_.north[i] += static_cast<double>(begin.y);
            batch_.east_run[i] += static_cast<double>(end.x) - static_cast<double>(begin.x);
            batch_.north_run[i] += static_cast<double>(end.y) - static_cast<double>(begin.y);
        }
    find_nearest_on_edges(question.local, edges.size(), batch_);
}

/// Takes the least of each shape's edges. Beside the limit, and at distance 0, the exact way decides.
void NearScan::judge(const Question& question, std::vector<Nearby>& found)
{
    const double undecided_m = question.series_error_m + most_doubt_m + rounding_room_m;
    std::size_t at = 0;
    for (const EdgeScreen::Slot& slot : screen_.slots()) {
        std::size_t best = at;
        double doubt_m2 = 0;
        for (; at < slot.end; ++at) {
            if (batch_.square_m2[at] < batch_.square_m2[best]) best = at;
            doubt_m2 = std::max(doubt_m2, batch_.doubt_m2[at]);
        }
        const double distance_m = std::sqrt(batch_.square_m2[best]);
        const bool settled = doubt_m2 <= 2 * distance_m * most_doubt_m;
        if (settled && distance_m > question.within_m + undecided_m) continue;
        if (!settled || distance_m < undecided_m || distance_m > question.within_m - undecided_m) {
            measure(slot.shape, question, found);
            continue;
        }
        const double along = batch_.along[best];
        found.push_back({distance_m,
                         {question.moved.lon + (batch_.east[best] + along * batch_.east_run[best]),
                          question.moved.lat + (batch_.north[best] + along * batch_.north_run[best])},
                         shapes_.shapes[slot.shape].id,
                         false});
    }
}

void NearScan::scan(const Question& question, std::vector<Nearby>& found)
{
    shapes_.tree.find(question.reach, found_);
    asked_.clear();
    auto around = found_.around.begin();
    for (const std::uint32_t shape : found_.near) {
        const bool may_hold = around != found_.around.end() && *around == shape;
        if (may_hold) ++around;
        if (!question.is_local(static_cast<double>(shapes_.shapes[shape].longest_edge_m)))
            measure(shape, question, found);
        else if (may_hold && is_inside(shape, question.moved, question.reach))
            found.push_back({0, question.from, shapes_.shapes[shape].id, true});
        else
            asked_.push_back(shape);
    }
    if (asked_.empty()) return;
    const ScreenPlane plane(question.local, question.moved, question.within_m, static_cast<bool>(shapes_.rests));
    screen_.run(shapes_, asked_, plane, question.reach);
    refine(question);
    judge(question, found);
}

void NearScan::within(const Position& from, double within_m, std::vector<Nearby>& found)
{
    found.clear();
    if (!is_valid(from) || !(within_m >= 0)) return;
    const double limit_m = std::min(within_m, farthest_m);
    int turns = 0;
    each_turn(box_around(from, limit_m), [&](double turn) {
        scan(Question(from, turn, limit_m), found);
        ++turns;
    });
    if (turns > 1)
        keep_nearest(found);
    else
        sort_nearby(found);
}

}  // namespace xiaoan::geo
