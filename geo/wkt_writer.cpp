#include "geo/wkt.hpp"

#include "geo/number_text.hpp"

namespace xiaoan::geo {
namespace {

void add(std::string& out, const Position& p)
{
    add_number(out, p.lon);
    out += ' ';
    add_number(out, p.lat);
}

void add(std::string& out, std::span<const Position> positions, bool close)
{
    out += '(';
    for (std::size_t i = 0; i < positions.size(); ++i) {
        if (i > 0) out += ", ";
        add(out, positions[i]);
    }
    if (close && !positions.empty() && positions.front() != positions.back()) {
        out += ", ";
        add(out, positions.front());
    }
    out += ')';
}

void add(std::string& out, const Polygon& polygon)
{
    out += '(';
    for (std::size_t i = 0; i < polygon.rings.size(); ++i) {
        if (i > 0) out += ", ";
        add(out, polygon.rings[i], true);
    }
    out += ')';
}

void add_bracketed(std::string& out, const Position& p)
{
    add(out, std::span{&p, 1}, false);
}
void add_bracketed(std::string& out, const Polyline& line)
{
    add(out, line.points, false);
}
void add_bracketed(std::string& out, const Polygon& polygon)
{
    add(out, polygon);
}

template <class Part>
void add_kind(std::string& out, std::string_view name, const std::vector<Part>& parts)
{
    if (parts.empty()) return;
    if (!out.empty() && out.back() != '(') out += ", ";
    if (parts.size() == 1) {
        out.append(name) += ' ';
        return add_bracketed(out, parts.front());
    }
    out.append("MULTI").append(name) += " (";
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) out += ", ";
        add_bracketed(out, parts[i]);
    }
    out += ')';
}

}  // namespace

std::string wkt_from_geometry(const Geometry& geometry)
{
    if (geometry.is_empty()) return "GEOMETRYCOLLECTION EMPTY";
    const int kinds = !geometry.points.empty() + !geometry.lines.empty() + !geometry.polygons.empty();
    std::string out = kinds > 1 ? "GEOMETRYCOLLECTION (" : "";
    add_kind(out, "POINT", geometry.points);
    add_kind(out, "LINESTRING", geometry.lines);
    add_kind(out, "POLYGON", geometry.polygons);
    if (kinds > 1) out += ')';
    return out;
}

}  // namespace xiaoan::geo
