#include "data/gis/helper/attribute.hpp"
#include "data/gis/helper/failure.hpp"
#include "data/gis/helper/layers.hpp"
#include "data/gis/helper/place.hpp"

#include <cpl_conv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace xiaoan::data::gis {

namespace {

/// The reference system as WKT; empty where the layer names none, or one that says it is none.
std::string definition_of(OGRLayer& layer)
{
    const OGRSpatialReference* system = layer.GetSpatialRef();
    if (system == nullptr || system->IsEmpty() != 0) return {};
    if (const char* name = system->GetName(); name != nullptr && std::string_view{name}.starts_with("Undefined"))
        return {};
    char* wkt = nullptr;
    const std::array<const char*, 2> options{"FORMAT=WKT2_2018", nullptr};
    const bool written = system->exportToWkt(&wkt, options.data()) == OGRERR_NONE && wkt != nullptr;
    std::string definition = written ? wkt : "";
    CPLFree(wkt);
    return definition;
}

/// Positions that are no degrees need a reference system.
void refuse_plane(OGRLayer& layer)
{
    OGREnvelope box;
    if (layer.GetExtent(&box, TRUE) != OGRERR_NONE) return;
    const double east_west = std::max(std::abs(box.MinX), std::abs(box.MaxX));
    const double north_south = std::max(std::abs(box.MinY), std::abs(box.MaxY));
    if (east_west > 180 || north_south > 180) throw Failure("no_crs_plane", layer.GetName());
}

void set_shapes(FeatureLayer& info, OGRwkbGeometryType type)
{
    switch (OGR_GT_GetLinear(wkbFlatten(type))) {
    case wkbNone: break;
    case wkbPoint: info.points = true; break;
    case wkbLineString:
    case wkbMultiLineString: info.lines = true; break;
    case wkbPolygon:
    case wkbMultiPolygon:
    case wkbTIN:
    case wkbPolyhedralSurface: info.areas = true; break;
    case wkbMultiPoint: info.points = info.areas = true; break;
    default: info.points = info.lines = info.areas = true;
    }
}

class TableLayerSource final : public LayerSource {
public:
    TableLayerSource(OGRLayer& layer, const LayerChoice& choice) : layer_(layer), choice_(choice)
    {
        info_.name = layer.GetName();
        set_shapes(info_, layer.GetGeomType());
        find_crs();
        find_columns();
    }

    const FeatureLayer& layer() const override { return info_; }
    void rewind() override { layer_.ResetReading(); }
    bool next(Feature& feature) override
    {
        const OGRFeatureUniquePtr read(layer_.GetNextFeature());
        if (!read) return false;
        feature.values.clear();
        for (const int field : fields_) feature.values.push_back(attribute(*read, field, choice_.utc));
        set_place(feature, read->GetGeometryRef(), to_cgcs2000_);
        return true;
    }

private:
    void find_crs()
    {
        if (!info_.points && !info_.lines && !info_.areas) return;
        std::string definition = definition_of(layer_);
        if (definition.empty()) definition = choice_.crs;
        if (definition.empty()) return refuse_plane(layer_);
        auto crs = geo::CrsTransform::from(definition);
        if (!crs) throw Failure("unknown_crs", info_.name + ": " + crs.error());
        info_.crs = crs->name().empty() ? "?" : crs->name();
        info_.rough = !crs->accuracy_m();
        to_cgcs2000_ = std::move(*crs);
    }

    void find_columns()
    {
        OGRFeatureDefn& definition = *layer_.GetLayerDefn();
        std::vector<bool> used(static_cast<std::size_t>(definition.GetFieldCount()), !choice_.used_columns_only);
        if (choice_.used_columns_only) {
            layer_.ResetReading();
            while (const OGRFeatureUniquePtr read{layer_.GetNextFeature()})
                for (std::size_t i = 0; i < used.size(); ++i)
                    if (read->IsFieldSetAndNotNull(static_cast<int>(i)) != 0) used[i] = true;
        }
        for (std::size_t i = 0; i < used.size(); ++i)
            if (used[i]) {
                fields_.push_back(static_cast<int>(i));
                info_.columns.emplace_back(definition.GetFieldDefn(static_cast<int>(i))->GetNameRef());
            }
    }

    OGRLayer& layer_;
    LayerChoice choice_;
    FeatureLayer info_;
    std::vector<int> fields_;
    std::optional<geo::CrsTransform> to_cgcs2000_;
};

/// Tables in which QGIS keeps how things look, not what they are.
bool is_for_qgis(std::string_view name)
{
    return name == "layer_styles" || name == "qgis_projects";
}

}  // namespace

std::unique_ptr<LayerSource> table_layer(OGRLayer& layer, const LayerChoice& choice)
{
    return std::make_unique<TableLayerSource>(layer, choice);
}

LayerSources table_layers(GDALDataset& dataset, const std::string& crs)
{
    LayerSources layers;
    for (OGRLayer* layer : dataset.GetLayers())
        if (!is_for_qgis(layer->GetName())) layers.push_back(table_layer(*layer, {.crs = crs}));
    return layers;
}

}  // namespace xiaoan::data::gis
