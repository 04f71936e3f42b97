#include "data/gis/helper/attribute.hpp"
#include "data/gis/helper/layers.hpp"
#include "data/gis/helper/place.hpp"

#include <ogrsf_frmts.h>

#include <cmath>

namespace xiaoan::data::gis {

namespace {

bool has_features(OGRLayer* layer)
{
    if (layer == nullptr) return false;
    layer->ResetReading();
    const OGRFeatureUniquePtr first(layer->GetNextFeature());
    return first != nullptr;
}

/// Track points as rows of kind tracks (formats.md 1.10): the name of the track is the registration number.
class TrackPoints final : public LayerSource {
public:
    TrackPoints(OGRLayer& tracks, OGRLayer& points)
        : points_(points),
          track_(points.GetLayerDefn()->GetFieldIndex("track_fid")),
          time_(points.GetLayerDefn()->GetFieldIndex("time")),
          speed_(points.GetLayerDefn()->GetFieldIndex("speed"))
    {
        info_.name = "tracks";
        info_.columns = {"registration_number", "at", "speed_kmh"};
        info_.points = true;
        info_.crs = "WGS 84";
        const int name = tracks.GetLayerDefn()->GetFieldIndex("name");
        tracks.ResetReading();
        while (const OGRFeatureUniquePtr track{tracks.GetNextFeature()})
            names_.push_back(name >= 0 ? attribute(*track, name) : FeatureValue{});
    }

    const FeatureLayer& layer() const override { return info_; }
    void rewind() override { points_.ResetReading(); }
    bool next(Feature& feature) override
    {
        const OGRFeatureUniquePtr read(points_.GetNextFeature());
        if (!read) return false;
        const auto track = static_cast<std::size_t>(read->GetFieldAsInteger(track_));
        feature.values = {track < names_.size() ? names_[track] : FeatureValue{}, attribute(*read, time_, true),
                          speed_kmh(*read)};
        set_place(feature, read->GetGeometryRef(), std::nullopt);
        return true;
    }

private:
    /// GPX 1.0 has metres a second; 1.1 has no speed.
    [[nodiscard]] FeatureValue speed_kmh(const OGRFeature& point) const
    {
        if (speed_ < 0 || point.IsFieldSetAndNotNull(speed_) == 0) return {};
        constexpr double kmh_a_ms = 3.6, places = 1000;
        return std::round(point.GetFieldAsDouble(speed_) * kmh_a_ms * places) / places;
    }

    OGRLayer& points_;
    int track_, time_, speed_;
    FeatureLayer info_;
    std::vector<FeatureValue> names_;
};

}  // namespace

LayerSources gpx_layers(GDALDataset& dataset)
{
    LayerSources layers;
    OGRLayer* tracks = dataset.GetLayerByName("tracks");
    OGRLayer* points = dataset.GetLayerByName("track_points");
    if (tracks != nullptr && has_features(points)) layers.push_back(std::make_unique<TrackPoints>(*tracks, *points));
    for (const char* name : {"waypoints", "routes"})
        if (OGRLayer* layer = dataset.GetLayerByName(name); has_features(layer))
            layers.push_back(table_layer(*layer, {.used_columns_only = true, .utc = true}));
    return layers;
}

}  // namespace xiaoan::data::gis
