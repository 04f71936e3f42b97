#include "data/intake/position_value.hpp"

#include "data/intake/values/degrees.hpp"
#include "geo/datum.hpp"
#include "geo/geometry.hpp"
#include "geo/orientation.hpp"
#include "geo/raw_geometry.hpp"
#include "geo/rounding.hpp"
#include "geo/wkt.hpp"

#include <algorithm>

namespace xiaoan::data {

namespace {

constexpr geo::Box country{73.4, 3.8, 135.1, 53.6};

/// The two texts the other way round, where that is a place in the country.
std::optional<geo::Position> other_way_round(std::string_view lon, std::string_view lat, Datum datum)
{
    const auto x = parse_degrees(lat, Axis::longitude);
    const auto y = parse_degrees(lon, Axis::latitude);
    if (!x || !y) return std::nullopt;
    const auto place = on_cgcs2000({*x, *y}, datum);
    return place && in_country(*place) ? place : std::nullopt;
}

/// Whether `holds` for every position, which it may move.
template <class Holds>
bool all_positions(geo::Geometry& geometry, Holds holds)
{
    const auto all = [&](std::vector<geo::Position>& positions) { return std::ranges::all_of(positions, holds); };
    return all(geometry.points) &&
           std::ranges::all_of(geometry.lines, [&](geo::Polyline& line) { return all(line.points); }) &&
           std::ranges::all_of(geometry.polygons,
                               [&](geo::Polygon& polygon) { return std::ranges::all_of(polygon.rings, all); });
}

/// The geometry on CGCS2000; empty where a number is no degree, or a position cannot be brought over.
std::optional<geo::Geometry> brought_over(const geo::Geometry& given, Datum datum)
{
    if (geo::fault_of(given)) return std::nullopt;
    std::optional<geo::Geometry> moved = given;
    const bool all = all_positions(*moved, [&](geo::Position& position) {
        const auto place = on_cgcs2000(position, datum);
        if (place) position = *place;
        return place.has_value();
    });
    return all ? moved : std::nullopt;
}

bool lies_in_country(const geo::Geometry& geometry)
{
    const geo::Box box = geo::bounding_box(geometry);
    return country.contains({box.west, box.south}) && country.contains({box.east, box.north});
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

std::expected<Doubted<geo::Position>, PairFault> parse_position(std::string_view lon, std::string_view lat, Datum datum,
                                                                Swapped swapped)
{
    const auto x = parse_degrees(lon, Axis::longitude);
    const auto y = parse_degrees(lat, Axis::latitude);
    geo::Position place;
    if (x && y) {
        const geo::Position given{*x, *y};
        place = on_cgcs2000(given, datum).value_or(given);
        if (in_country(place)) return Doubted<geo::Position>{place, {}};
    }
    const auto other = other_way_round(lon, lat, datum);
    if (other && swapped == Swapped::put_right)
        return Doubted<geo::Position>{*other, ValueFault{IssueCode::swapped_position, {}}};
    if (!x) return std::unexpected(PairFault{PairPart::lon, x.error()});
    if (!y) return std::unexpected(PairFault{PairPart::lat, y.error()});
    return Doubted<geo::Position>{place,
                                  ValueFault{other ? IssueCode::kept_unswapped : IssueCode::outside_country, {}}};
}

Reading<Doubted<std::string>> parse_geometry(std::string_view text, Datum datum, bool lines_only, Swapped swapped)
{
    if (text.starts_with(unusable_geometry_mark)) return unread(IssueCode::bad_geometry, {std::string{text.substr(1)}});
    auto read = text.starts_with('{') ? geo::raw_geometry_from_geojson(text) : geo::raw_geometry_from_wkt(text);
    if (!read) return unread(IssueCode::bad_geometry, {read.error()});
    if (lines_only && (read->lines.empty() || !read->points.empty() || !read->polygons.empty()))
        return unread(IssueCode::bad_geometry, {"only lines may stand here: LINESTRING"});
    const auto fault = geo::fault_of(*read);
    auto place = brought_over(*read, datum);
    std::optional<ValueFault> doubt;
    if (!place || !geo::bounding_box(*place).touches(country)) {
        doubt = ValueFault{IssueCode::outside_country, {}};
        geo::swap_axes(*read);
        const auto other = brought_over(*read, datum);
        if (other && lies_in_country(*other)) {
            doubt->code = swapped == Swapped::put_right ? IssueCode::swapped_position : IssueCode::kept_unswapped;
            if (swapped == Swapped::put_right) place = other;
        }
    }
    if (!place)
        return unread(IssueCode::bad_geometry,
                      {std::string{fault.value_or("a position cannot be brought over from its datum")}});
    geo::orient(*place);
    return Doubted<std::string>{geo::wkt_from_geometry(*place), std::move(doubt)};
}

}  // namespace xiaoan::data
