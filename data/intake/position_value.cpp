#include "data/intake/position_value.hpp"

#include "data/intake/values/degrees.hpp"
#include "geo/datum.hpp"
#include "geo/geojson.hpp"
#include "geo/geometry.hpp"
#include "geo/orientation.hpp"
#include "geo/rounding.hpp"
#include "geo/wkt.hpp"

namespace xiaoan::data {

namespace {

constexpr geo::Box country{73.4, 3.8, 135.1, 53.6};

/// The two texts the other way round, where that is a place in the country.
std::optional<geo::Position> swapped(std::string_view lon, std::string_view lat, Datum datum)
{
    const auto x = parse_degrees(lat, Axis::longitude);
    const auto y = parse_degrees(lon, Axis::latitude);
    if (!x || !y) return std::nullopt;
    const auto place = on_cgcs2000({*x, *y}, datum);
    return place && in_country(*place) ? place : std::nullopt;
}

/// Moves every position of the geometry; false where one cannot be.
bool convert(geo::Geometry& geometry, Datum datum)
{
    const auto move = [&](geo::Position& position) {
        const auto place = on_cgcs2000(position, datum);
        if (place) position = *place;
        return place.has_value();
    };
    const auto move_all = [&](std::vector<geo::Position>& positions) { return std::ranges::all_of(positions, move); };
    return move_all(geometry.points) &&
           std::ranges::all_of(geometry.lines, [&](geo::Polyline& line) { return move_all(line.points); }) &&
           std::ranges::all_of(geometry.polygons,
                               [&](geo::Polygon& polygon) { return std::ranges::all_of(polygon.rings, move_all); });
}

}  // namespace

std::optional<geo::Position> on_cgcs2000(const geo::Position& given, Datum datum)
{
    std::optional<geo::Position> place;
    switch (datum) {
    case Datum::gcj02: place = geo::cgcs2000_from_gcj02({given.lon, given.lat}); break;
    case Datum::bd09: place = geo::cgcs2000_from_bd09({given.lon, given.lat}); break;
    default: return given;
    }
    return place ? std::optional{geo::rounded(*place)} : std::nullopt;
}

bool in_country(const geo::Position& place)
{
    return country.contains(place);
}

std::expected<Doubted<geo::Position>, PairFault> parse_position(std::string_view lon, std::string_view lat, Datum datum)
{
    const auto x = parse_degrees(lon, Axis::longitude);
    const auto y = parse_degrees(lat, Axis::latitude);
    geo::Position place;
    if (x && y) {
        const geo::Position given{*x, *y};
        place = on_cgcs2000(given, datum).value_or(given);
        if (in_country(place)) return Doubted<geo::Position>{place, {}};
    }
    if (const auto other = swapped(lon, lat, datum))
        return Doubted<geo::Position>{*other, ValueFault{IssueCode::swapped_position, {}}};
    if (!x) return std::unexpected(PairFault{PairPart::lon, x.error()});
    if (!y) return std::unexpected(PairFault{PairPart::lat, y.error()});
    return Doubted<geo::Position>{place, ValueFault{IssueCode::outside_country, {}}};
}

Reading<Doubted<std::string>> parse_geometry(std::string_view text, Datum datum, bool lines_only)
{
    if (text.starts_with(unusable_geometry_mark)) return unread(IssueCode::bad_geometry, {std::string{text.substr(1)}});
    auto read = text.starts_with('{') ? geo::geometry_from_geojson(text) : geo::geometry_from_wkt(text);
    if (!read) return unread(IssueCode::bad_geometry, {read.error()});
    if (lines_only && (read->lines.empty() || !read->points.empty() || !read->polygons.empty()))
        return unread(IssueCode::bad_geometry, {"LINESTRING"});
    if (!convert(*read, datum)) return unread(IssueCode::bad_geometry, {"datum"});
    geo::orient(*read);
    Doubted<std::string> geometry{geo::wkt_from_geometry(*read), {}};
    if (!geo::bounding_box(*read).touches(country)) geometry.doubt = ValueFault{IssueCode::outside_country, {}};
    return geometry;
}

}  // namespace xiaoan::data
