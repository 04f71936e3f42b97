#include "console/conformance/along_line.hpp"

#include "geo/corridor.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace xiaoan::conformance {

namespace {

constexpr double back_m = 300, ahead_m = 300;  // how far from where it was expected a place is looked for first
constexpr double bends = 1.5;                  // how much longer than the drive's straight legs the line may be

struct Found {
    double along_m = 0;
    double distance_m = std::numeric_limits<double>::infinity();
};

/// The line in metres east and north of its middle: places of one county.
class Plane {
public:
    explicit Plane(const geo::Polyline& line)
    {
        const geo::Box box = geo::bounding_box(line.points);
        origin_ = box.centre();
        degree_ = geo::degree_length(origin_.lat);
        for (const geo::Position& p : line.points) {
            const Point at = of(p);
            if (!points_.empty()) length_ += std::hypot(at.x - points_.back().x, at.y - points_.back().y);
            points_.push_back(at);
            along_.push_back(length_);
        }
    }

    [[nodiscard]] double length() const { return length_; }
    [[nodiscard]] double metres(const geo::Position& a, const geo::Position& b) const
    {
        const Point from = of(a), to = of(b);
        return std::hypot(to.x - from.x, to.y - from.y);
    }
    /// The nearest place of the line between two lengths along it; `far` makes a place worse by so much a metre that it
    /// lies from `expected_m`.
    [[nodiscard]] Found nearest(const geo::Position& p, double from_m, double to_m, double expected_m, double far) const
    {
        const Point at = of(p);
        Found best;
        double best_cost = std::numeric_limits<double>::infinity();
        for (std::size_t i = 1; i < points_.size(); ++i) {
            if (along_[i] < from_m || along_[i - 1] > to_m) continue;
            const Point &a = points_[i - 1], &b = points_[i];
            const double dx = b.x - a.x, dy = b.y - a.y, square = dx * dx + dy * dy;
            if (square <= 0) continue;
            const double part = std::clamp(((at.x - a.x) * dx + (at.y - a.y) * dy) / square, 0.0, 1.0);
            const Found found{along_[i - 1] + part * (along_[i] - along_[i - 1]),
                              std::hypot(at.x - a.x - part * dx, at.y - a.y - part * dy)};
            const double cost = found.distance_m + far * std::abs(found.along_m - expected_m);
            if (cost >= best_cost) continue;
            best = found;
            best_cost = cost;
        }
        return best;
    }

private:
    struct Point {
        double x = 0, y = 0;
    };
    [[nodiscard]] Point of(const geo::Position& p) const
    {
        return {(p.lon - origin_.lon) * degree_.lon_m, (p.lat - origin_.lat) * degree_.lat_m};
    }

    geo::Position origin_;
    geo::DegreeLength degree_{};
    std::vector<Point> points_;
    std::vector<double> along_;
    double length_ = 0;
};

/// Where the drive is on the line, as far as it is.
std::vector<std::optional<double>> held_places(const Plane& plane, std::span<const geo::Position> places,
                                               double reach_m)
{
    constexpr double far = 0.01;
    std::vector<std::optional<double>> held(places.size());
    std::optional<double> last;
    double driven_m = 0;  // since then
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (i > 0) driven_m += plane.metres(places[i - 1], places[i]);
        Found found;
        if (last)
            found = plane.nearest(places[i], *last - back_m, *last + driven_m * bends + ahead_m, *last + driven_m, far);
        if (found.distance_m > reach_m)
            found = plane.nearest(places[i], 0, plane.length(), last.value_or(0) + driven_m, last ? far : 0);
        if (found.distance_m > reach_m) continue;
        held[i] = last = found.along_m;
        driven_m = 0;
    }
    return held;
}

}  // namespace

std::vector<double> along_line(const geo::Polyline& line, std::span<const geo::Position> places, double reach_m)
{
    if (line.points.size() < 2) return {};
    const Plane plane(line);
    if (plane.length() <= 0) return {};
    const auto held = held_places(plane, places, reach_m);
    std::vector<double> along(places.size());
    const auto first = std::ranges::find_if(held, [](const auto& each) { return each.has_value(); });
    if (first == held.end()) {
        for (std::size_t i = 0; i < places.size(); ++i)
            along[i] = plane.nearest(places[i], 0, plane.length(), 0, 0).along_m;
        return along;
    }
    double left_m = **first;
    for (std::size_t i = 0; i < places.size();) {
        if (held[i]) {
            along[i] = left_m = *held[i];
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < places.size() && !held[end]) ++end;
        const double back = end < places.size() ? *held[end] : left_m;
        const auto leg = [&](std::size_t k) { return k > 0 ? plane.metres(places[k - 1], places[k]) : 0; };
        double total = 0, way = 0;
        for (std::size_t k = i; k <= end && k < places.size(); ++k) total += leg(k);
        for (std::size_t k = i; k < end; ++k) {
            way += leg(k);
            along[k] = left_m + (total > 0 ? way / total : 1) * (back - left_m);
        }
        i = end;
    }
    return along;
}

}  // namespace xiaoan::conformance
