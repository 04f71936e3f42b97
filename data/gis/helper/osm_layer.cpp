#include "data/gis/helper/layers.hpp"
#include "data/gis/helper/place.hpp"
#include "data/gis/osm_map.hpp"
#include "data/gis/osm_water.hpp"

#include <ogrsf_frmts.h>

namespace xiaoan::data::gis {

namespace {

/// The attribute of this name; empty where the layer or the feature has none.
std::string_view text_of(const OGRFeature& feature, const char* name)
{
    const int field = feature.GetFieldIndex(name);
    return field >= 0 && feature.IsFieldSetAndNotNull(field) != 0 ? feature.GetFieldAsString(field) : "";
}

FeatureValue given(std::string_view text)
{
    return text.empty() ? FeatureValue{} : std::string{text};
}

/// "OSM-W123" for a way, "OSM-R123" for a relation.
std::string code_of(const OGRFeature& feature, bool area)
{
    const std::string_view relation_or_way = text_of(feature, "osm_id");
    if (!area) return "OSM-W" + std::string{relation_or_way};
    if (!relation_or_way.empty()) return "OSM-R" + std::string{relation_or_way};
    return "OSM-W" + std::string{text_of(feature, "osm_way_id")};
}

/// Rivers and canals drawn as lines, and all waters that are areas.
class Waters final : public LayerSource {
public:
    explicit Waters(GDALDataset& dataset)
        : dataset_(dataset), lines_(dataset.GetLayerByName("lines")), areas_(dataset.GetLayerByName("multipolygons"))
    {
        info_ = {.name = "waters",
                 .columns = {"code", "name", "kind"},
                 .points = false,
                 .lines = true,
                 .areas = true,
                 .crs = "WGS 84",
                 .rough = false};
    }

    const FeatureLayer& layer() const override { return info_; }
    void rewind() override { dataset_.ResetReading(); }
    bool next(Feature& feature) override
    {
        OGRLayer* layer = nullptr;
        // Ways and relations come as the file has them, not layer by layer.
        while (const OGRFeatureUniquePtr read{dataset_.GetNextFeature(&layer, nullptr, nullptr, nullptr)}) {
            if (layer != lines_ && layer != areas_) continue;
            const auto kind = osm_water_kind({text_of(*read, "natural"), text_of(*read, "water"),
                                              text_of(*read, "waterway"), text_of(*read, "landuse")});
            if (!kind) continue;
            const std::string_view chinese = text_of(*read, "name:zh");
            const std::string_view name = chinese.empty() ? text_of(*read, "name") : chinese;
            feature.values = {code_of(*read, layer == areas_), given(name), given(*kind)};
            set_place(feature, read->GetGeometryRef(), std::nullopt);
            return true;
        }
        return false;
    }

private:
    GDALDataset& dataset_;
    OGRLayer* lines_;
    OGRLayer* areas_;
    FeatureLayer info_;
};

/// What a base map shows, each with the layer that it belongs to.
class MapFeatures final : public LayerSource {
public:
    explicit MapFeatures(GDALDataset& dataset)
        : dataset_(dataset),
          points_(dataset.GetLayerByName("points")),
          lines_(dataset.GetLayerByName("lines")),
          areas_(dataset.GetLayerByName("multipolygons"))
    {
        info_ = {.name = "map",
                 .columns = {"layer", "kind", "size", "name_zh", "name_en"},
                 .points = true,
                 .lines = true,
                 .areas = true,
                 .crs = "WGS 84",
                 .rough = false};
    }

    const FeatureLayer& layer() const override { return info_; }
    void rewind() override { dataset_.ResetReading(); }
    bool next(Feature& feature) override
    {
        OGRLayer* layer = nullptr;
        while (const OGRFeatureUniquePtr read{dataset_.GetNextFeature(&layer, nullptr, nullptr, nullptr)}) {
            const auto shape = shape_of(layer);
            if (!shape) continue;
            const auto text = [&](const char* tag) { return text_of(*read, tag); };
            const auto shown =
                osm_map_feature(*shape, {text("highway"), text("railway"), text("place"), text("natural"),
                                         text("water"), text("waterway"), text("landuse")});
            if (!shown) continue;
            const std::string_view chinese = text("name:zh");
            feature.values = {std::string{shown->layer}, given(shown->kind), std::int64_t{shown->size},
                              given(chinese.empty() ? text("name") : chinese), given(text("name:en"))};
            set_place(feature, read->GetGeometryRef(), std::nullopt);
            return true;
        }
        return false;
    }

private:
    [[nodiscard]] std::optional<OsmShape> shape_of(const OGRLayer* layer) const
    {
        if (layer == points_) return OsmShape::point;
        if (layer == lines_) return OsmShape::line;
        return layer == areas_ ? std::optional{OsmShape::area} : std::nullopt;
    }

    GDALDataset& dataset_;
    OGRLayer *points_, *lines_, *areas_;
    FeatureLayer info_;
};

}  // namespace

LayerSources osm_map_layers(GDALDataset& dataset)
{
    LayerSources layers;
    layers.push_back(std::make_unique<MapFeatures>(dataset));
    return layers;
}

LayerSources osm_layers(GDALDataset& dataset)
{
    LayerSources layers;
    layers.push_back(std::make_unique<Waters>(dataset));
    return layers;
}

}  // namespace xiaoan::data::gis
