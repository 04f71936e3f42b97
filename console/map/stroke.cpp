#include "console/map/stroke.hpp"

#include "geo/tessellate.hpp"

#include <cmath>

namespace xiaoan::map {

namespace {

struct Direction {
    double x = 0;
    double y = 0;
};

/// Beyond this length of the mitre, in half widths, a corner is bevelled.
constexpr double longest_mitre = 2;

std::vector<geo::MapPosition> without_repeats(std::span<const geo::MapPosition> points)
{
    std::vector<geo::MapPosition> out;
    out.reserve(points.size());
    for (const geo::MapPosition& p : points)
        if (std::isfinite(p.x) && std::isfinite(p.y) && (out.empty() || !(out.back() == p))) out.push_back(p);
    return out;
}

class Strip {
public:
    Strip(LineMesh& mesh, const geo::MapPosition& origin) : mesh_(mesh), origin_(origin) {}

    /// Both sides of the line at `p`; joined to the pair before.
    void add(const geo::MapPosition& p, const Direction& normal, double along_m)
    {
        const auto x = static_cast<float>(p.x - origin_.x);
        const auto y = static_cast<float>(p.y - origin_.y);
        const auto nx = static_cast<float>(normal.x);
        const auto ny = static_cast<float>(normal.y);
        const auto along = static_cast<float>(along_m);
        const auto next = static_cast<std::uint32_t>(mesh_.vertices.size());
        mesh_.vertices.push_back({x, y, nx, ny, along, 1});
        mesh_.vertices.push_back({x, y, -nx, -ny, along, -1});
        if (started_)
            for (const std::uint32_t index : {next - 2, next - 1, next, next, next - 1, next + 1})
                mesh_.indices.push_back(index);
        started_ = true;
    }

private:
    LineMesh& mesh_;
    geo::MapPosition origin_;
    bool started_ = false;
};

}  // namespace

void add_line(LineMesh& mesh, std::span<const geo::MapPosition> points, const geo::MapPosition& origin)
{
    const auto line = without_repeats(points);
    if (line.size() < 2) return;
    const bool closed = line.size() > 3 && line.front() == line.back();
    const auto edge = [&](std::size_t i) {
        const double x = line[i + 1].x - line[i].x;
        const double y = line[i + 1].y - line[i].y;
        const double length = std::hypot(x, y);
        return std::pair{Direction{-y / length, x / length}, length};  // its left normal
    };

    Part part;
    part.first = static_cast<std::uint32_t>(mesh.indices.size());
    for (const auto& p : line) part.box.add(p);
    Strip strip(mesh, origin);
    double along = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const bool first = i == 0;
        const bool last = i + 1 == line.size();
        const Direction before = !first ? edge(i - 1).first : closed ? edge(line.size() - 2).first : edge(0).first;
        const Direction after = !last ? edge(i).first : closed ? edge(0).first : before;
        if (!first) along += edge(i - 1).second;
        const Direction sum{before.x + after.x, before.y + after.y};
        // The mitre's length is 2 / |sum|, so its vector is 2 sum / |sum|^2.
        const double squared = sum.x * sum.x + sum.y * sum.y;
        if (squared > 4 / (longest_mitre * longest_mitre)) {
            strip.add(line[i], {2 * sum.x / squared, 2 * sum.y / squared}, along);
        } else {
            if (!first) strip.add(line[i], before, along);
            if (!last) strip.add(line[i], after, along);
        }
    }
    part.count = static_cast<std::uint32_t>(mesh.indices.size()) - part.first;
    mesh.parts.push_back(part);
}

void add_line(LineMesh& mesh, std::span<const geo::Position> points, const geo::MapPosition& origin)
{
    std::vector<geo::MapPosition> line;
    line.reserve(points.size());
    for (const geo::Position& p : points) line.push_back(geo::map_from_position(p));
    add_line(mesh, line, origin);
}

void add_area(AreaMesh& mesh, const geo::Polygon& polygon, const geo::MapPosition& origin)
{
    Part part;
    part.first = static_cast<std::uint32_t>(mesh.indices.size());
    for (const geo::Triangle& triangle : geo::triangles_of(polygon)) {
        for (const geo::Position& corner : triangle) {
            const geo::MapPosition p = geo::map_from_position(corner);
            part.box.add(p);
            mesh.indices.push_back(static_cast<std::uint32_t>(mesh.vertices.size()));
            mesh.vertices.push_back({static_cast<float>(p.x - origin.x), static_cast<float>(p.y - origin.y)});
        }
    }
    part.count = static_cast<std::uint32_t>(mesh.indices.size()) - part.first;
    if (part.count > 0) mesh.parts.push_back(part);
}

}  // namespace xiaoan::map
