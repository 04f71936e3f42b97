#include "geo/geojson.hpp"

#include "geo/raw_geometry.hpp"
#include "geo/rounding.hpp"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace xiaoan::geo {
namespace {

using Value = rapidjson::Value;
constexpr int deepest = 8;

// RapidJSON and not GEOS: the reader of GEOS 3.11 refuses altitudes, which RFC 7946 (3.1.1) allows.
class Reader {
public:
    bool read(const Value& object, int depth)
    {
        if (depth > deepest) return fail("collections are nested too deeply");
        if (!object.IsObject()) return fail("a geometry is not an object");
        const auto type = object.FindMember("type");
        if (type == object.MemberEnd() || !type->value.IsString()) return fail("'type' is missing or not a text");
        const std::string_view kind{type->value.GetString(), type->value.GetStringLength()};
        const bool collection = kind == "GeometryCollection";
        const auto content = object.FindMember(collection ? "geometries" : "coordinates");
        if (content == object.MemberEnd() || !content->value.IsArray()) {
            if (!is_known(kind)) return fail("no geometry has the type '" + printable(kind) + "'");
            return fail(collection ? "'geometries' is missing or not a list"
                                   : "'coordinates' is missing or not a list");
        }
        const Value& list = content->value;
        if (kind == "Point") return list.Empty() || position(list, read_.points.emplace_back());
        if (kind == "MultiPoint") return positions(list, read_.points);
        if (kind == "LineString") return line(list);
        if (kind == "MultiLineString") return each(list, [this](const Value& one) { return line(one); });
        if (kind == "Polygon") return polygon(list);
        if (kind == "MultiPolygon") return each(list, [this](const Value& one) { return polygon(one); });
        if (collection) return each(list, [this, depth](const Value& one) { return read(one, depth + 1); });
        return fail("no geometry has the type '" + printable(kind) + "'");
    }

    Geometry take() { return std::move(read_); }
    const std::string& fault() const { return fault_; }

private:
    static bool is_known(std::string_view kind)
    {
        for (const std::string_view known :
             {"Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection"})
            if (kind == known) return true;
        return false;
    }

    static std::string printable(std::string_view kind)
    {
        std::string out;
        for (const char c : kind.substr(0, 30)) out += (c >= ' ' && c < 127) ? c : '?';
        return out;
    }

    bool fail(std::string what)
    {
        if (fault_.empty()) fault_ = std::move(what);
        return false;
    }

    template <class Use>
    bool each(const Value& list, Use use)
    {
        if (!list.IsArray()) return fail("'coordinates' is not nested as its type asks");
        for (const Value& one : list.GetArray())
            if (!use(one)) return false;
        return true;
    }

    bool position(const Value& list, Position& p)
    {
        if (!list.IsArray() || list.Size() < 2) return fail("a position is not a list of two or more numbers");
        for (const Value& number : list.GetArray())
            if (!number.IsNumber()) return fail("a position holds something other than numbers");
        p = {list[0].GetDouble(), list[1].GetDouble()};
        return true;
    }

    bool positions(const Value& list, std::vector<Position>& out)
    {
        return each(list, [&](const Value& one) { return position(one, out.emplace_back()); });
    }

    bool line(const Value& list)
    {
        Polyline read;
        if (!positions(list, read.points)) return false;
        if (!read.points.empty()) read_.lines.push_back(std::move(read));
        return true;
    }

    bool polygon(const Value& list)
    {
        Polygon read;
        if (!each(list, [&](const Value& ring) { return positions(ring, read.rings.emplace_back()); })) return false;
        if (!read.rings.empty()) read_.polygons.push_back(std::move(read));
        return true;
    }

    Geometry read_;
    std::string fault_;
};

/// Brackets outside strings; the parser itself is iterative, but a document as deep as a file is long is no geometry.
bool nested_deeper_than(std::string_view text, int limit)
{
    int depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted && c == '\\')
            ++i;
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted && (c == '[' || c == '{') && ++depth > limit)
            return true;
        else if (!quoted && (c == ']' || c == '}'))
            --depth;
    }
    return false;
}

/// False where the system does not reach a position.
bool bring_over(Geometry& geometry, const CrsTransform& from)
{
    const auto move = [&](Position& p) {
        const auto place = from.position(p.lon, p.lat);
        if (place) p = from.is_identity() ? *place : rounded(*place);
        return place.has_value();
    };
    const auto move_all = [&](std::vector<Position>& positions) { return std::ranges::all_of(positions, move); };
    return move_all(geometry.points) &&
           std::ranges::all_of(geometry.lines, [&](Polyline& line) { return move_all(line.points); }) &&
           std::ranges::all_of(geometry.polygons,
                               [&](Polygon& polygon) { return std::ranges::all_of(polygon.rings, move_all); });
}

using FaultOf = std::optional<std::string_view> (*)(const Geometry&) noexcept;

std::expected<Geometry, std::string> checked(std::string_view text, const CrsTransform* from, FaultOf fault_of)
{
    if (nested_deeper_than(text, 2 * deepest + 8)) return std::unexpected("GeoJSON: nested too deeply");
    rapidjson::Document document;
    constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseFullPrecisionFlag;
    document.Parse<flags>(text.data(), text.size());
    if (document.HasParseError())
        return std::unexpected("GeoJSON, character " + std::to_string(document.GetErrorOffset() + 1) + ": " +
                               rapidjson::GetParseError_En(document.GetParseError()));
    Reader reader;
    if (!reader.read(document, 0)) return std::unexpected("GeoJSON: " + reader.fault());
    Geometry geometry = reader.take();
    if (from != nullptr && !bring_over(geometry, *from))
        return std::unexpected("GeoJSON: a position is outside " + from->name());
    if (const auto fault = fault_of(geometry)) return std::unexpected("GeoJSON: " + std::string(*fault));
    return geometry;
}

}  // namespace

std::expected<Geometry, std::string> geometry_from_geojson(std::string_view text, const CrsTransform* from)
{
    return checked(text, from, fault_of);
}

std::expected<Geometry, std::string> raw_geometry_from_geojson(std::string_view text, const CrsTransform* from)
{
    return checked(text, from, raw_fault_of);
}

}  // namespace xiaoan::geo
