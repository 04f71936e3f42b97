#include "data/export/place_of_record.hpp"

#include "geo/wkt.hpp"

namespace xiaoan::data {

PlaceFields::PlaceFields(const KindInfo& kind)
{
    for (std::size_t i = 0; i < kind.fields.size(); ++i) {
        if (kind.fields[i].type == FieldType::longitude) lon = i;
        if (kind.fields[i].type == FieldType::latitude) lat = i;
        if (kind.fields[i].type == FieldType::geometry) geometry = i;
    }
}

PlaceOfRecord place_of_record(std::span<const Value> values, const PlaceFields& fields)
{
    PlaceOfRecord place{{}, std::vector<bool>(values.size())};
    if (const auto* wkt = fields.geometry ? std::get_if<std::string>(&values[*fields.geometry]) : nullptr) {
        auto read = geo::geometry_from_wkt(*wkt);
        if (!read) return place;
        place.geometry = std::move(*read);
        place.said[*fields.geometry] = !place.geometry.lines.empty() || !place.geometry.polygons.empty();
        return place;
    }
    if (!fields.lon || !fields.lat) return place;
    const auto* lon = std::get_if<double>(&values[*fields.lon]);
    const auto* lat = std::get_if<double>(&values[*fields.lat]);
    if (lon == nullptr || lat == nullptr) return place;
    place.geometry = geo::geometry_of(geo::Position{*lon, *lat});
    place.said[*fields.lon] = place.said[*fields.lat] = true;
    return place;
}

}  // namespace xiaoan::data
