// The layers of an opened file, each read from its first feature to its last, as often as wanted.
#pragma once

#include "data/gis/feature.hpp"

#include <gdal_priv.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::data::gis {

class LayerSource {
public:
    virtual ~LayerSource() = default;
    LayerSource(const LayerSource&) = delete;
    LayerSource& operator=(const LayerSource&) = delete;

    [[nodiscard]] virtual const FeatureLayer& layer() const = 0;
    /// Before the first feature.
    virtual void rewind() = 0;
    /// The next feature without its number; false after the last.
    [[nodiscard]] virtual bool next(Feature& feature) = 0;

protected:
    LayerSource() = default;
};

using LayerSources = std::vector<std::unique_ptr<LayerSource>>;

/// What a file has to offer: the layers of a GeoPackage or a Shapefile as they are (layer_source.cpp), of a GPX file
/// its track points, waypoints and routes (gpx_layers.cpp), of OpenStreetMap its waters, or what a base map shows of it
/// (osm_layer.cpp).
/// `crs` is the reference system of layers that name none. The dataset must outlive them. Throws Failure: unknown_crs,
/// no_crs_plane.
[[nodiscard]] LayerSources table_layers(GDALDataset& dataset, const std::string& crs);
[[nodiscard]] LayerSources gpx_layers(GDALDataset& dataset);
[[nodiscard]] LayerSources osm_layers(GDALDataset& dataset);
[[nodiscard]] LayerSources osm_map_layers(GDALDataset& dataset);

/// One layer of GDAL with all its attributes, or only those that some feature has. `utc`: its moments are UTC.
struct LayerChoice {
    bool used_columns_only = false;
    bool utc = false;
    std::string crs{};  // where the layer names none
};
[[nodiscard]] std::unique_ptr<LayerSource> table_layer(OGRLayer& layer, const LayerChoice& choice);

}  // namespace xiaoan::data::gis
