#include "geo/geojson.hpp"

#include "geo/number_text.hpp"
#include "geo/orientation.hpp"

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

void add(std::string& out, const Polygon& polygon)
{
    Polygon written = polygon;
    orient(written);
    out += '[';
    for (std::size_t i = 0; i < written.rings.size(); ++i) {
        if (i > 0) out += ',';
        Ring& ring = written.rings[i];
        if (!ring.empty() && ring.front() != ring.back()) ring.push_back(ring.front());
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
