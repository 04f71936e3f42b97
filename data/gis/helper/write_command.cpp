#include "data/gis/helper/commands.hpp"

#include "data/gis/helper/failure.hpp"
#include "data/gis/message.hpp"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <ogrsf_frmts.h>

#include <array>
#include <cstdio>
#include <iostream>
#include <vector>

namespace xiaoan::data::gis {

namespace {

constexpr int epsg_cgcs2000 = 4490;
constexpr const char* geometry_column = "geom";

[[noreturn]] void fail(const std::string& what)
{
    throw_what_gdal_said("cannot_write");
    throw Failure("cannot_write", what);
}

void check(OGRErr error, const char* what)
{
    if (error != OGRERR_NONE) fail(what);
}

Message next_message()
{
    std::string line;
    if (!std::getline(std::cin, line)) throw Failure("cannot_write", "the input ended early");
    auto message = message_of(line);
    if (!message) throw Failure("cannot_write", "a line that means nothing");
    return std::move(*message);
}

OGRwkbGeometryType geometry_type(TableLayer::Shape shape)
{
    switch (shape) {
    case TableLayer::Shape::point: return wkbPoint;
    case TableLayer::Shape::line: return wkbMultiLineString;
    case TableLayer::Shape::area: return wkbMultiPolygon;
    default: return wkbUnknown;
    }
}

OGRFieldType field_type(TableLayer::ColumnType type)
{
    switch (type) {
    case TableLayer::ColumnType::whole: return OFTInteger64;
    case TableLayer::ColumnType::number: return OFTReal;
    default: return OFTString;
    }
}

OGRLayer& made_layer(GDALDataset& file, const TableLayer& table)
{
    OGRSpatialReference cgcs2000;
    check(cgcs2000.importFromEPSG(epsg_cgcs2000), "EPSG:4490");
    cgcs2000.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    CPLStringList options;
    options.SetNameValue("IDENTIFIER", table.title.c_str());
    options.SetNameValue("FID", "fid");
    options.SetNameValue("GEOMETRY_NAME", geometry_column);
    OGRLayer* layer = file.CreateLayer(table.name.c_str(), &cgcs2000, geometry_type(table.shape), options.List());
    if (layer == nullptr) fail(table.name);
    for (const TableLayer::Column& column : table.columns) {
        OGRFieldDefn field(column.name.c_str(), field_type(column.type));
        check(layer->CreateField(&field), column.name.c_str());
    }
    return *layer;
}

struct SetField {
    OGRFeature& feature;
    int field;
    void operator()(std::monostate) const { feature.SetFieldNull(field); }
    void operator()(bool value) const { feature.SetField(field, value ? 1 : 0); }
    void operator()(std::int64_t value) const { feature.SetField(field, static_cast<GIntBig>(value)); }
    void operator()(double value) const { feature.SetField(field, value); }
    void operator()(const std::string& text) const { feature.SetField(field, text.c_str()); }
};

std::unique_ptr<OGRGeometry> geometry_of(const Feature& feature, TableLayer::Shape shape)
{
    if (feature.point) return std::make_unique<OGRPoint>(feature.point->lon, feature.point->lat);
    if (feature.wkt.empty()) return nullptr;
    OGRGeometry* made = nullptr;
    check(OGRGeometryFactory::createFromWkt(feature.wkt.c_str(), nullptr, &made), "geometry");
    std::unique_ptr<OGRGeometry> geometry(made);
    if (shape == TableLayer::Shape::line || shape == TableLayer::Shape::area)
        geometry.reset(OGRGeometryFactory::forceTo(geometry.release(), geometry_type(shape)));
    return geometry;
}

void add(OGRLayer& layer, const Feature& from, TableLayer::Shape shape)
{
    OGRFeature feature(layer.GetLayerDefn());
    for (std::size_t i = 0; i < from.values.size(); ++i)
        std::visit(SetField{feature, static_cast<int>(i)}, from.values[i]);
    check(feature.SetGeometryDirectly(geometry_of(from, shape).release()), "geometry");
    check(layer.CreateFeature(&feature), "feature");
}

/// The table in which QGIS looks for the style of a layer; columns as QGIS itself makes them.
OGRLayer& made_style_table(GDALDataset& file)
{
    CPLStringList options;
    options.SetNameValue("FID", "id");
    OGRLayer* styles = file.CreateLayer("layer_styles", nullptr, wkbNone, options.List());
    if (styles == nullptr) fail("layer_styles");
    const auto text = [&](const char* name, int width) {
        OGRFieldDefn field(name, OFTString);
        field.SetWidth(width);
        check(styles->CreateField(&field), name);
    };
    constexpr int name_width = 256, short_width = 30, any_width = 0;
    text("f_table_catalog", name_width);
    text("f_table_schema", name_width);
    text("f_table_name", name_width);
    text("f_geometry_column", name_width);
    text("styleName", short_width);
    text("styleQML", any_width);
    text("styleSLD", any_width);
    OGRFieldDefn is_default("useAsDefault", OFTInteger);
    is_default.SetSubType(OFSTBoolean);
    check(styles->CreateField(&is_default), "useAsDefault");
    text("description", any_width);
    text("owner", short_width);
    text("ui", short_width);
    OGRFieldDefn updated("update_time", OFTDateTime);
    updated.SetDefault("CURRENT_TIMESTAMP");
    check(styles->CreateField(&updated), "update_time");
    return *styles;
}

void add_styles(GDALDataset& file, const std::vector<TableLayer>& tables)
{
    OGRLayer* styles = nullptr;
    for (const TableLayer& table : tables) {
        if (table.style_qml.empty()) continue;
        if (styles == nullptr) styles = &made_style_table(file);
        OGRFeature row(styles->GetLayerDefn());
        const std::string none;
        for (const auto& [name, value] : {std::pair{"f_table_catalog", none},
                                          {"f_table_schema", none},
                                          {"f_table_name", table.name},
                                          {"f_geometry_column", std::string{geometry_column}},
                                          {"styleName", table.style_name},
                                          {"styleQML", table.style_qml},
                                          {"description", table.title},
                                          {"owner", none},
                                          {"update_time", table.written_at}})
            row.SetField(name, value.c_str());
        row.SetField("useAsDefault", 1);
        check(styles->CreateFeature(&row), "layer_styles");
    }
}

/// The tables and their features as they come, until the end; how many features there were.
std::uint32_t add_tables(GDALDataset& file, const TableLayer& first, std::vector<TableLayer>& tables)
{
    std::uint32_t count = 0;
    OGRLayer* layer = &made_layer(file, tables.emplace_back(first));
    for (Message message = next_message(); !std::holds_alternative<EndOfFeatures>(message); message = next_message()) {
        if (const auto* table = std::get_if<TableLayer>(&message)) {
            layer = &made_layer(file, tables.emplace_back(*table));
        } else if (const auto* feature = std::get_if<Feature>(&message)) {
            add(*layer, *feature, tables.back().shape);
            ++count;
        } else
            throw Failure("cannot_write", "neither a table nor a feature");
    }
    return count;
}

}  // namespace

void write_geopackage(const std::string& path)
{
    const Message first = next_message();
    const auto* table = std::get_if<TableLayer>(&first);
    if (table == nullptr) throw Failure("cannot_write", "no table");
    CPLSetConfigOption("OGR_CURRENT_DATE", table->written_at.c_str());
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GPKG");
    if (driver == nullptr) throw Failure("cannot_write", "GDAL has no GeoPackage driver");
    std::unique_ptr<GDALDataset> file(driver->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    if (!file) fail(path);
    std::vector<TableLayer> tables;
    check(file->StartTransaction(), "transaction");
    const std::uint32_t count = add_tables(*file, *table, tables);
    add_styles(*file, tables);
    check(file->CommitTransaction(), "transaction");
    file.reset();
    throw_what_gdal_said("cannot_write");
    std::fputs(line_of(EndOfFeatures{count}).c_str(), stdout);
    std::fflush(stdout);
}

}  // namespace xiaoan::data::gis
