#include "data/export/export_geopackage.hpp"

#include "data/export/csv_cell.hpp"
#include "data/export/place_of_record.hpp"
#include "data/export/qgis_style.hpp"
#include "data/export/written_file.hpp"
#include "data/gis/helper_process.hpp"
#include "data/register/result.hpp"
#include "geo/wkt.hpp"

#include <unistd.h>

#include <array>
#include <chrono>

namespace xiaoan::data {

namespace {

using gis::TableLayer;
using Shape = TableLayer::Shape;

constexpr std::array all_shapes{Shape::point, Shape::line, Shape::area, Shape::any};

Shape shape_of(const geo::Geometry& geometry)
{
    const std::size_t points = geometry.points.size(), lines = geometry.lines.size(), areas = geometry.polygons.size();
    if (lines == 0 && areas == 0 && points <= 1) return Shape::point;
    if (points == 0 && areas == 0) return Shape::line;
    return points == 0 && lines == 0 ? Shape::area : Shape::any;
}

std::string_view suffix_of(Shape shape, bool chinese)
{
    constexpr std::array zh{"点", "线", "面", "混合"}, en{"points", "lines", "areas", "mixed"};
    return (chinese ? zh : en)[static_cast<std::size_t>(shape)];
}

TableLayer::ColumnType type_of(FieldType type)
{
    switch (type) {
    case FieldType::count: return TableLayer::ColumnType::whole;
    case FieldType::number:
    case FieldType::longitude:
    case FieldType::latitude: return TableLayer::ColumnType::number;
    default: return TableLayer::ColumnType::text;
    }
}

/// What the records of one shape are like, found before the first of them is written.
struct Table {
    bool any = false;
    std::vector<bool> column;  // one a field: whether it stands beside the geometry
};

class Writer {
public:
    Writer(const Snapshot& snapshot, const KindInfo& kind, const ExportOptions& options)
        : snapshot_(snapshot), kind_(kind), options_(options), places_(kind)
    {
        for (Table& table : tables_) {
            table.column.assign(kind.fields.size(), true);
            for (const auto& field : {places_.lon, places_.lat, places_.geometry})
                if (field) table.column[*field] = false;
        }
        find_tables();
    }

    void write(gis::HelperProcess& helper)
    {
        std::uint32_t count = 0;
        for (const Shape shape : all_shapes)
            if (table(shape).any) write_table(helper, shape, count);
        helper.send(line_of(gis::EndOfFeatures{count}));
        const gis::Message answer = helper.next();
        const auto* end = std::get_if<gis::EndOfFeatures>(&answer);
        if (end == nullptr || end->count != count) throw gis::HelperFault({"cannot_write", "protocol"});
    }

private:
    Table& table(Shape shape) { return tables_[static_cast<std::size_t>(shape)]; }

    void find_tables()
    {
        for_each_record(snapshot_, kind_, options_, [&](std::span<const Value> values) {
            const PlaceOfRecord place = place_of_record(values, places_);
            Table& of_record = table(shape_of(place.geometry));
            of_record.any = true;
            for (const auto& field : {places_.lon, places_.lat, places_.geometry})
                if (field && !place.said[*field] && !std::holds_alternative<std::monostate>(values[*field]))
                    of_record.column[*field] = true;
        });
        const bool none = std::ranges::none_of(tables_, &Table::any);
        if (none) table(places_.lon ? Shape::point : Shape::line).any = true;
    }

    void write_table(gis::HelperProcess& helper, Shape shape, std::uint32_t& count)
    {
        constexpr std::size_t block_bytes = 1 << 16;
        std::string text = line_of(description(shape));
        gis::Feature feature;
        for_each_record(snapshot_, kind_, options_, [&](std::span<const Value> values) {
            const PlaceOfRecord place = place_of_record(values, places_);
            if (shape_of(place.geometry) != shape) return;
            feature.number = ++count;
            fill(feature, values, place, table(shape));
            append_line(text, feature);
            if (text.size() < block_bytes) return;
            helper.send(text);
            text.clear();
        });
        helper.send(text);
    }

    TableLayer description(Shape shape)
    {
        const bool chinese = options_.chinese;
        const std::string name = fmt::format("{}_{}", chinese ? kind_.zh : kind_.key, suffix_of(shape, chinese));
        TableLayer layer{.name = name,
                         .title = name,
                         .shape = shape,
                         .columns = {},
                         .style_name = name,
                         .style_qml = qgis_style(kind_, shape, chinese),
                         .written_at = iso(options_.as_of) + "T00:00:00.000Z"};
        for (std::size_t i = 0; i < kind_.fields.size(); ++i)
            if (table(shape).column[i])
                layer.columns.push_back(
                    {std::string{ledger_header(kind_.fields[i], chinese)}, type_of(kind_.fields[i].type)});
        return layer;
    }

    void fill(gis::Feature& feature, std::span<const Value> values, const PlaceOfRecord& place,
              const Table& of_record) const
    {
        feature.values.clear();
        for (std::size_t i = 0; i < values.size(); ++i)
            if (of_record.column[i]) feature.values.push_back(place.said[i] ? gis::FeatureValue{} : cell(i, values[i]));
        feature.point.reset();
        feature.wkt.clear();
        if (place.geometry.points.size() == 1 && shape_of(place.geometry) == Shape::point)
            feature.point = place.geometry.points.front();
        else if (!place.geometry.is_empty())
            feature.wkt = geo::wkt_from_geometry(place.geometry);
    }

    [[nodiscard]] gis::FeatureValue cell(std::size_t field, const Value& value) const
    {
        if (const auto* whole = std::get_if<std::int64_t>(&value)) return *whole;
        if (const auto* number = std::get_if<double>(&value)) return *number;
        if (std::holds_alternative<std::monostate>(value)) return {};
        return shielded(ledger_text(value, kind_.fields[field], snapshot_.region.get(), options_.chinese));
    }

    const Snapshot& snapshot_;
    const KindInfo& kind_;
    ExportOptions options_;
    PlaceFields places_;
    std::array<Table, all_shapes.size()> tables_;
};

}  // namespace

void export_geopackage(const std::string& path, const Snapshot& snapshot, const KindInfo& kind,
                       const ExportOptions& options)
{
    constexpr std::chrono::minutes patience{30};
    FileInMaking file(path);
    ::unlink(file.made_at().c_str());  // GDAL makes it; that it can be made is known now
    try {
        gis::HelperProcess helper({"write", file.made_at()}, {}, patience);
        Writer(snapshot, kind, options).write(helper);
    } catch (const gis::HelperFault& fault) {
        throw StoreFault(FaultKind::not_written, path,
                         fault.code() == "missing" ? "xiaoan-gis: " + fault.detail()
                                                   : fault.code() + ": " + fault.detail());
    }
    file.finish();
}

}  // namespace xiaoan::data
