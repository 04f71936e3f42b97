#include "data/intake/gis/geojson_file.hpp"

#include "data/intake/fault.hpp"
#include "data/intake/gis/json_spans.hpp"
#include "geo/crs.hpp"
#include "geo/raw_geometry.hpp"
#include "geo/wkt.hpp"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <rapidjson/pointer.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace xiaoan::data {

namespace {

constexpr unsigned parse_flags = rapidjson::kParseIterativeFlag | rapidjson::kParseFullPrecisionFlag;
constexpr std::string_view id_column = "id";

[[noreturn]] void refuse(std::string_view what, std::uint32_t feature)
{
    throw IntakeFault(FaultCode::bad_geojson,
                      {feature > 0 ? std::to_string(feature) : std::string{}, std::string{what}});
}

/// The value as JSON has it, parsed. `feature` is its number, for what is wrong.
rapidjson::Document parsed(std::string_view text, std::uint32_t feature)
{
    rapidjson::Document document;
    document.Parse<parse_flags>(text.data(), text.size());
    if (document.HasParseError()) refuse(rapidjson::GetParseError_En(document.GetParseError()), feature);
    return document;
}

gis::FeatureValue value_of(const rapidjson::Value& value)
{
    constexpr std::int64_t exact_everywhere = 1'000'000'000'000'000;
    if (value.IsNull()) return {};
    if (value.IsBool()) return value.GetBool();
    if (value.IsInt64()) {
        const std::int64_t whole = value.GetInt64();
        if (whole > -exact_everywhere && whole < exact_everywhere) return whole;
        return std::to_string(whole);
    }
    if (value.IsUint64()) return std::to_string(value.GetUint64());
    if (value.IsNumber()) return value.GetDouble();
    if (value.IsString()) return std::string{value.GetString(), value.GetStringLength()};
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> json(buffer);
    value.Accept(json);
    return std::string{buffer.GetString(), buffer.GetSize()};
}

/// The members of a feature that count, as they stand in the text; empty where it lacks them.
struct FeatureSpans {
    std::string_view geometry, properties, id;
};

bool is_object(std::string_view span)
{
    return span.starts_with('{');
}

FeatureSpans spans_of(std::string_view feature, std::uint32_t number)
{
    FeatureSpans spans;
    if (!is_object(feature)) refuse("a feature is not an object", number);
    for_each_member(feature, [&](std::string_view key, std::string_view value) {
        if (key == "geometry" && is_object(value)) spans.geometry = value;
        if (key == "properties" && is_object(value)) spans.properties = value;
        if (key == "id" && value != "null") spans.id = value;
        return true;
    });
    return spans;
}

class GeoJsonFile final : public FeatureFile {
public:
    GeoJsonFile(std::unique_ptr<const DecodedText> text, const IntakeLimits& limits, const std::string& crs)
        : text_(std::move(text)), limits_(limits)
    {
        try {
            find_root(crs);
            find_columns();
        } catch (const JsonSpanFault& fault) {
            refuse(fault.what, 0);
        }
    }

    std::span<const gis::FeatureLayer> layers() const override { return {&layer_, 1}; }
    std::unique_ptr<FeatureReader> open(std::size_t) override;
    std::string_view encoding() const override
    {
        return text_->encoding == "UTF-8" ? std::string_view{} : std::string_view{text_->encoding};
    }

    /// Fills in the feature that stands at `span`.
    void read(std::string_view span, std::uint32_t number, gis::Feature& feature) const
    {
        feature.number = number;
        feature.values.assign(layer_.columns.size(), {});
        const FeatureSpans spans = spans_of(span, number);
        if (!spans.properties.empty()) {
            const auto properties = parsed(spans.properties, number);
            for (const auto& [name, value] : properties.GetObject())
                if (const auto found = columns_.find(name.GetString()); found != columns_.end())
                    feature.values[found->second] = value_of(value);
        }
        if (!spans.id.empty()) feature.values[columns_.at(std::string{id_column})] = value_of(parsed(spans.id, number));
        set_place(spans.geometry, feature);
    }

    [[nodiscard]] std::string_view features() const { return features_; }
    [[nodiscard]] bool is_single() const { return single_; }

private:
    void find_root(const std::string& crs_asked)
    {
        std::string_view type, crs;
        const std::string_view root = text_->text;
        for_each_member(root, [&](std::string_view key, std::string_view value) {
            if (key == "type") type = value;
            if (key == "features") features_ = value;
            if (key == "crs") crs = value;
            return true;
        });
        single_ = type == "\"Feature\"";
        if (single_)
            features_ = root.substr(root.find('{'));
        else if (type != "\"FeatureCollection\"")
            throw IntakeFault(FaultCode::not_a_table, {"JSON"});
        else if (!features_.starts_with('['))
            refuse("\"features\" is missing or no list", 0);
        if (is_object(crs)) find_crs(crs);
        if (layer_.crs.empty() && !crs_asked.empty()) read_in(crs_asked, crs_asked);
        if (layer_.crs.empty()) layer_.crs = "WGS 84";
    }

    void find_crs(std::string_view span)
    {
        const auto member = parsed(span, 0);
        const auto* name = rapidjson::GetValueByPointer(member, "/properties/name");
        const std::string said =
            name != nullptr && name->IsString() ? name->GetString() : std::string{span.substr(0, 80)};
        const auto code = crs_code(said);
        if (!code) throw IntakeFault(FaultCode::unknown_crs, {said});
        read_in(*code, said);
    }

    /// Positions are in the system of this code; `said` is how it was named.
    void read_in(const std::string& code, const std::string& said)
    {
        auto transform = geo::CrsTransform::from(code);
        if (!transform) throw IntakeFault(FaultCode::unknown_crs, {said + ": " + transform.error()});
        layer_.crs = transform->name();
        layer_.rough = !transform->accuracy_m();
        if (!transform->is_identity()) to_cgcs2000_ = std::move(*transform);
    }

    /// The columns of all features, and what shapes there are.
    void find_columns();
    void add_column(const std::string& name)
    {
        if (!columns_.try_emplace(name, layer_.columns.size()).second) return;
        layer_.columns.push_back(name);
        if (layer_.columns.size() > limits_.columns)
            throw IntakeFault(FaultCode::too_many_columns, {"0", std::to_string(limits_.columns)});
    }

    void set_place(std::string_view span, gis::Feature& feature) const
    {
        feature.point.reset();
        feature.wkt.clear();
        feature.fault.clear();
        if (span.empty()) return;
        const auto geometry = geo::raw_geometry_from_geojson(span, to_cgcs2000_ ? &*to_cgcs2000_ : nullptr);
        if (!geometry) {
            feature.fault = geometry.error();
            return;
        }
        if (geometry->is_empty()) return;
        if (geometry->points.size() == 1 && geometry->lines.empty() && geometry->polygons.empty())
            feature.point = geometry->points.front();
        else
            feature.wkt = geo::wkt_from_geometry(*geometry);
    }

    std::unique_ptr<const DecodedText> text_;
    IntakeLimits limits_;
    bool single_ = false;
    std::string_view features_;  // the list, or the one feature
    gis::FeatureLayer layer_;
    std::unordered_map<std::string, std::size_t> columns_;
    std::optional<geo::CrsTransform> to_cgcs2000_;
};

/// Walks the features of a file as spans.
class FeatureSpansReader {
public:
    explicit FeatureSpansReader(const GeoJsonFile& file) : file_(file)
    {
        if (!file.is_single()) elements_.emplace(file.features());
    }
    bool next(std::string_view& span)
    {
        if (elements_) return elements_->next(span);
        span = file_.features();
        return !std::exchange(single_read_, true);
    }

private:
    const GeoJsonFile& file_;
    std::optional<ArrayElements> elements_;
    bool single_read_ = false;
};

class GeoJsonReader final : public FeatureReader {
public:
    explicit GeoJsonReader(const GeoJsonFile& file) : file_(file), spans_(file) {}
    bool next(gis::Feature& feature) override
    {
        std::string_view span;
        if (!spans_.next(span)) return false;  // no fault: all was walked through before
        file_.read(span, ++number_, feature);
        return true;
    }

private:
    const GeoJsonFile& file_;
    FeatureSpansReader spans_;
    std::uint32_t number_ = 0;
};

void GeoJsonFile::find_columns()
{
    FeatureSpansReader spans(*this);
    std::uint32_t number = 0;
    for (std::string_view span; spans.next(span);) {
        const FeatureSpans feature = spans_of(span, ++number);
        if (!feature.id.empty()) add_column(std::string{id_column});
        if (!feature.properties.empty()) {
            const auto properties = parsed(feature.properties, number);
            for (const auto& [name, value] : properties.GetObject()) add_column(name.GetString());
        }
        std::string_view type;
        if (!feature.geometry.empty())
            for_each_member(feature.geometry, [&](std::string_view key, std::string_view value) {
                if (key == "type") type = value;
                return key != "type";
            });
        if (type == "\"Point\"")
            layer_.points = true;
        else if (type == "\"LineString\"" || type == "\"MultiLineString\"")
            layer_.lines = true;
        else if (type == "\"Polygon\"" || type == "\"MultiPolygon\"")
            layer_.areas = true;
        else if (!type.empty())
            layer_.points = layer_.areas = true;
    }
}

std::unique_ptr<FeatureReader> GeoJsonFile::open(std::size_t)
{
    return std::make_unique<GeoJsonReader>(*this);
}

}  // namespace

std::unique_ptr<FeatureFile> open_geojson(std::unique_ptr<const DecodedText> text, const IntakeLimits& limits,
                                          const std::string& crs)
{
    return std::make_unique<GeoJsonFile>(std::move(text), limits, crs);
}

std::optional<std::string> crs_code(std::string_view name)
{
    if (name.ends_with("CRS84")) return "OGC:CRS84";
    const std::size_t authority = name.find("EPSG");
    const std::size_t number = name.find_last_not_of("0123456789") + 1;
    constexpr std::size_t most_digits = 6;
    if (authority == std::string_view::npos || number >= name.size() || name.size() - number > most_digits ||
        (name[number - 1] != ':' && name[number - 1] != '/'))
        return std::nullopt;
    return "EPSG:" + std::string{name.substr(number)};
}

}  // namespace xiaoan::data
