#include "geo/corridor.hpp"

#include <algorithm>
#include <cmath>

namespace xiaoan::geo {

namespace {

/// The parabola through three values at -h, 0 and h.
void fit(double (&into)[3], double before, double middle, double after, double h) noexcept
{
    into[0] = middle;
    into[1] = (after - before) / (2 * h);
    into[2] = (after - 2 * middle + before) / (2 * h * h);
}

Box box_of(const Polyline& line)
{
    Box box;
    for (const Position& p : line.points) box.add(p);
    return box.is_empty() ? Box{0, 0, 0, 0} : box;
}

constexpr double least_band_deg = 0.01;

}  // namespace

DegreeBand::DegreeBand(double south, double north) noexcept : middle_((south + north) / 2)
{
    const double h = std::max((north - south) / 2, least_band_deg);
    const DegreeLength before = degree_length(middle_ - h), middle = degree_length(middle_),
                       after = degree_length(middle_ + h);
    fit(lon_, before.lon_m, middle.lon_m, after.lon_m, h);
    fit(lat_, before.lat_m, middle.lat_m, after.lat_m, h);
}

Corridor::Corridor(const Polyline& line, double reach_m)
    : line_(line),
      reach_m_(std::clamp(reach_m, 1.0, 10'000.0)),
      degrees_(box_of(line).south, box_of(line).north),
      box_(box_of(line))
{
    if (line_.points.size() == 1) line_.points.push_back(line_.points.front());
    if (!line_.points.empty()) sort_into_cells(box_.south, box_.north);
}

void Corridor::sort_into_cells(double south, double north)
{
    constexpr double wider = 1.01;  // than the reach: boxes lose nothing by the lengths of a degree that they take
    constexpr double most_cells = 1 << 20;
    const double shortest = std::min(degrees_.at(south).lon_m, degrees_.at(north).lon_m);
    const double lon_reach = wider * reach_m_ / std::max(shortest, 1.0);
    const double lat_reach = wider * reach_m_ / std::min(degrees_.at(south).lat_m, degrees_.at(north).lat_m);
    box_ = {box_.west - lon_reach, box_.south - lat_reach, box_.east + lon_reach, box_.north + lat_reach};
    const double wide = box_.east - box_.west, high = box_.north - box_.south;
    const double coarser = std::max(1.0, std::sqrt(wide / lon_reach * (high / lat_reach) / most_cells));
    cell_lon_ = lon_reach * coarser;
    cell_lat_ = lat_reach * coarser;
    columns_ = static_cast<std::uint32_t>(wide / cell_lon_) + 1;
    rows_ = static_cast<std::uint32_t>(high / cell_lat_) + 1;

    const auto cells_of = [&](std::size_t edge, auto&& use) {
        Box box;
        box.add(line_.points[edge]);
        box.add(line_.points[edge + 1]);
        const auto place = [](double from, double size, std::uint32_t count) {
            return std::min(static_cast<std::uint32_t>(std::max(from / size, 0.0)), count - 1);
        };
        const std::uint32_t x0 = place(box.west - lon_reach - box_.west, cell_lon_, columns_),
                            x1 = place(box.east + lon_reach - box_.west, cell_lon_, columns_),
                            y0 = place(box.south - lat_reach - box_.south, cell_lat_, rows_),
                            y1 = place(box.north + lat_reach - box_.south, cell_lat_, rows_);
        for (std::uint32_t y = y0; y <= y1; ++y)
            for (std::uint32_t x = x0; x <= x1; ++x) use(std::size_t{y} * columns_ + x);
    };
    first_.assign(std::size_t{columns_} * rows_ + 1, 0);
    const std::size_t edges = line_.points.size() - 1;
    for (std::size_t edge = 0; edge < edges; ++edge) cells_of(edge, [&](std::size_t cell) { ++first_[cell + 1]; });
    for (std::size_t cell = 1; cell < first_.size(); ++cell) first_[cell] += first_[cell - 1];
    edges_.resize(first_.back());
    std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
    for (std::size_t edge = 0; edge < edges; ++edge)
        cells_of(edge, [&](std::size_t cell) { edges_[next[cell]++] = static_cast<std::uint32_t>(edge); });
}

bool Corridor::edge_holds(std::uint32_t edge, const Position& p, const DegreeLength& degree) const noexcept
{
    const Position &a = line_.points[edge], &b = line_.points[edge + 1];
    const double ax = (a.lon - p.lon) * degree.lon_m, ay = (a.lat - p.lat) * degree.lat_m;
    const double dx = (b.lon - a.lon) * degree.lon_m, dy = (b.lat - a.lat) * degree.lat_m;
    const double length2 = dx * dx + dy * dy;
    const double along = length2 > 0 ? std::clamp(-(ax * dx + ay * dy) / length2, 0.0, 1.0) : 0.0;
    const double x = ax + along * dx, y = ay + along * dy;
    return x * x + y * y <= reach_m_ * reach_m_;
}

bool Corridor::holds(const Position& p, std::uint32_t& hint) const noexcept
{
    if (line_.points.empty() || !box_.contains(p)) return false;
    const DegreeLength degree = degrees_.at(p.lat);
    const auto edges = static_cast<std::uint32_t>(line_.points.size() - 1);
    if (hint < edges && edge_holds(hint, p, degree)) return true;
    if (hint + 1 < edges && edge_holds(hint + 1, p, degree)) {
        ++hint;
        return true;
    }
    const auto x = std::min(static_cast<std::uint32_t>((p.lon - box_.west) / cell_lon_), columns_ - 1);
    const auto y = std::min(static_cast<std::uint32_t>((p.lat - box_.south) / cell_lat_), rows_ - 1);
    const std::size_t cell = std::size_t{y} * columns_ + x;
    for (std::uint32_t i = first_[cell]; i < first_[cell + 1]; ++i)
        if (edge_holds(edges_[i], p, degree)) {
            hint = edges_[i];
            return true;
        }
    return false;
}

}  // namespace xiaoan::geo
