#include "data/intake/gis/feature_sheet.hpp"

#include "data/intake/fault.hpp"
#include "data/intake/header.hpp"
#include "data/intake/position_value.hpp"
#include "data/intake/utf8.hpp"
#include "data/intake/values/text_form.hpp"
#include "geo/number_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace xiaoan::data {

namespace {

constexpr std::string_view areas_header = "面几何 (areas)", lines_header = "线几何 (lines)";

/// Which of the columns of a place an attribute belongs to by its name.
enum class Place : std::uint8_t { none, lon, lat, geometry };

Place place_of(const std::string& name)
{
    constexpr std::array<std::pair<std::string_view, Place>, 7> names{{{"lon", Place::lon},
                                                                       {"经度", Place::lon},
                                                                       {"lat", Place::lat},
                                                                       {"纬度", Place::lat},
                                                                       {"geometry", Place::geometry},
                                                                       {"几何", Place::geometry},
                                                                       {"线路几何", Place::geometry}}};
    const std::string form = normalised_header(name);
    for (const auto& [known, place] : names)
        if (form == known) return place;
    return Place::none;
}

bool is_wkt(std::string_view text)
{
    constexpr std::array kinds{"point", "linestring", "polygon", "multi", "geometrycollection"};
    const std::string start = lower_ascii(trimmed(text).substr(0, 20));
    return text.find('(') != std::string_view::npos &&
           std::ranges::any_of(kinds, [&](std::string_view kind) { return start.starts_with(kind); });
}

class FeatureSheet final : public SheetReader {
public:
    FeatureSheet(FeatureFile& file, std::size_t layer, const IntakeLimits& limits)
        : limits_(limits), layer_(file.layers()[layer]), reader_(file.open(layer))
    {
        if (layer_.columns.size() > limits_.columns)
            throw IntakeFault(FaultCode::too_many_columns, {"0", std::to_string(limits_.columns)});
        for (const std::string& column : layer_.columns) places_.push_back(place_of(column));
        const auto has = [&](Place place) { return std::ranges::find(places_, place) != places_.end(); };
        if (layer_.points || (has(Place::lon) && has(Place::lat))) {
            position_ = columns_;
            columns_ += 2;
        }
        if (layer_.areas || layer_.lines || has(Place::geometry)) geometry_ = columns_++;
        texts_.resize(columns_ + layer_.columns.size());
    }

    bool next(SheetRow& row) override
    {
        cells_.clear();
        if (!std::exchange(headers_read_, true)) {
            put_headers();
            row.number = 0;
        } else {
            if (!reader_->next(feature_)) return false;
            row.number = feature_.number;
            put_feature();
        }
        row.hidden = false;
        row.cells = cells_;
        return true;
    }

private:
    static constexpr std::uint32_t nowhere = UINT32_MAX;

    void put_headers()
    {
        if (position_ != nowhere) {
            put_text(position_, "lon");
            put_text(position_ + 1, "lat");
        }
        if (geometry_ != nowhere) put_text(geometry_, std::string{layer_.areas ? areas_header : lines_header});
        for (std::size_t i = 0; i < layer_.columns.size(); ++i)
            if (places_[i] == Place::none) put_text(column_of(i), utf8(layer_.columns[i]));
    }

    void put_feature()
    {
        if (feature_.values.size() != layer_.columns.size())
            throw IntakeFault(FaultCode::geodata_damaged, {std::to_string(feature_.number)});
        put_place();
        for (std::size_t i = 0; i < feature_.values.size(); ++i)
            if (places_[i] == Place::none) put_value(column_of(i), feature_.values[i]);
    }

    void put_place()
    {
        const gis::FeatureValue* stated = attribute(Place::geometry);
        const auto* wkt = stated != nullptr ? std::get_if<std::string>(stated) : nullptr;
        const bool states_wkt = wkt != nullptr && is_wkt(*wkt);
        if (!feature_.fault.empty() && !states_wkt) return put_fault();
        if (position_ != nowhere) {
            if (feature_.point && !states_wkt) {
                put_number(position_, feature_.point->lon);
                put_number(position_ + 1, feature_.point->lat);
            } else {
                if (const auto* lon = attribute(Place::lon)) put_value(position_, *lon);
                if (const auto* lat = attribute(Place::lat)) put_value(position_ + 1, *lat);
            }
        }
        if (geometry_ == nowhere) return;
        if (states_wkt)
            put_text(geometry_, utf8(*wkt));
        else if (!feature_.wkt.empty())
            put_text(geometry_, feature_.wkt);
    }

    /// Where parse_geometry and parse_degrees will read it, and refuse.
    void put_fault()
    {
        for (const std::uint32_t column : {position_, position_ == nowhere ? nowhere : position_ + 1, geometry_})
            if (column != nowhere) put_text(column, unusable_geometry_mark + utf8(feature_.fault));
    }

    /// The value of the first attribute that belongs to this column; null where there is none.
    [[nodiscard]] const gis::FeatureValue* attribute(Place place) const
    {
        const auto found = std::ranges::find(places_, place);
        return found != places_.end() ? &feature_.values[static_cast<std::size_t>(found - places_.begin())] : nullptr;
    }

    [[nodiscard]] std::uint32_t column_of(std::size_t attribute) const
    {
        return columns_ + static_cast<std::uint32_t>(attribute);
    }

    void put_value(std::uint32_t column, const gis::FeatureValue& value)
    {
        if (const auto* text = std::get_if<std::string>(&value))
            put_text(column, utf8(*text));
        else if (const auto* whole = std::get_if<std::int64_t>(&value))
            put(column, CellKind::number, static_cast<double>(*whole), std::to_string(*whole));
        else if (const auto* number = std::get_if<double>(&value))
            put_number(column, *number);
        else if (const auto* is_so = std::get_if<bool>(&value))
            put(column, CellKind::boolean, *is_so ? 1 : 0, *is_so ? "TRUE" : "FALSE");
    }

    void put_number(std::uint32_t column, double value)
    {
        std::string text;
        geo::add_number(text, value);
        put(column, CellKind::number, value, std::move(text));
    }

    void put_text(std::uint32_t column, std::string text) { put(column, CellKind::text, 0, std::move(text)); }

    void put(std::uint32_t column, CellKind kind, double number, std::string text)
    {
        texts_[column] = std::move(text);
        cells_.push_back({column, kind, number, texts_[column]});
    }

    [[nodiscard]] const std::string& utf8(const std::string& text) const
    {
        if (first_invalid_utf8(text) != text.size())
            throw IntakeFault(FaultCode::bad_utf8, {std::to_string(feature_.number)});
        if (text.size() > limits_.cell_bytes && !is_wkt(text))
            throw IntakeFault(FaultCode::cell_too_long,
                              {std::to_string(feature_.number), std::to_string(limits_.cell_bytes >> 10)});
        return text;
    }

    IntakeLimits limits_;
    const gis::FeatureLayer& layer_;
    std::unique_ptr<FeatureReader> reader_;
    std::vector<Place> places_;  // of the attributes
    std::uint32_t position_ = nowhere, geometry_ = nowhere;
    std::uint32_t columns_ = 0;  // before the attributes
    bool headers_read_ = false;
    gis::Feature feature_;
    std::vector<std::string> texts_;  // by column; sized once, as the cells look into it
    std::vector<Cell> cells_;
};

}  // namespace

std::optional<HeaderMeaning> meaning_in_kind(const HeaderNames& names, const HeaderForms& forms)
{
    const auto meaning = names.meaning(forms);
    if (meaning || forms.own != normalised_header(areas_header)) return meaning;
    const auto geometry = names.kind().field("geometry");
    return geometry ? std::optional{HeaderMeaning{geometry, HeaderMeaning::Rank::variant}} : std::nullopt;
}

std::unique_ptr<SheetReader> open_feature_sheet(FeatureFile& file, std::size_t layer, const IntakeLimits& limits)
{
    return std::make_unique<FeatureSheet>(file, layer, limits);
}

}  // namespace xiaoan::data
