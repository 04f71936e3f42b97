#include "geo/geojson.hpp"

#include "geo/number_text.hpp"

#include <algorithm>

namespace xiaoan::geo {
namespace {

void add(std::string& out, const Position& p)
{
    out += '[';
    add_number(out, p.lon);
    out += ',';
    add_number(out, p.lat);
    out += ']';
}

void add(std::string& out, std::span<const Position> positions)
{
    out += '[';
    for (std::size_t i = 0; i < positions.size(); ++i) {
        if (i > 0) out += ',';
        add(out, positions[i]);
    }
    out += ']';
}

void add(std::string& out, const Polyline& line)
{
    add(out, line.points);
}

/// Twice the area in square degrees, positive when counter-clockwise. Taken about the first position, so that the
/// sign holds for small rings far from the origin.
double twice_signed_area(std::span<const Position> ring)
{
    double sum = 0;
    for (std::size_t i = 1; i + 1 < ring.size(); ++i)
        sum += (ring[i].lon - ring[0].lon) * (ring[i + 1].lat - ring[0].lat) -
               (ring[i + 1].lon - ring[0].lon) * (ring[i].lat - ring[0].lat);
    return sum;
}

void add(std::string& out, const Polygon& polygon)
{
    out += '[';
    for (std::size_t i = 0; i < polygon.rings.size(); ++i) {
        if (i > 0) out += ',';
        Ring ring = polygon.rings[i];
        if (!ring.empty() && ring.front() != ring.back()) ring.push_back(ring.front());
        const double area = twice_signed_area(ring);
        if (i == 0 ? area < 0 : area > 0) std::ranges::reverse(ring);
        add(out, ring);
    }
    out += ']';
}

template <class Part>
void add_kind(std::string& out, std::string_view name, const std::vector<Part>& parts)
{
    if (parts.empty()) return;
    if (!out.empty() && out.back() != '[') out += ',';
    const bool multi = parts.size() > 1;
    out.append(R"({"type":")").append(multi ? "Multi" : "").append(name).append(R"(","coordinates":)");
    if (multi) out += '[';
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) out += ',';
        add(out, parts[i]);
    }
    out += multi ? "]}" : "}";
}

}  // namespace

std::string geojson_from_geometry(const Geometry& geometry)
{
    const int kinds = !geometry.points.empty() + !geometry.lines.empty() + !geometry.polygons.empty();
    std::string out = kinds == 1 ? "" : R"({"type":"GeometryCollection","geometries":[)";
    add_kind(out, "Point", geometry.points);
    add_kind(out, "LineString", geometry.lines);
    add_kind(out, "Polygon", geometry.polygons);
    if (kinds != 1) out += "]}";
    return out;
}

}  // namespace xiaoan::geo
