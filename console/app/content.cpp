#include "console/app/content.hpp"

#include "console/map/water_layers.hpp"

namespace xiaoan::app {

namespace {

std::vector<map::NearWater> near_waters(const desk::Derived& derived)
{
    std::vector<map::NearWater> near;
    near.reserve(derived.exposures.pairs.size());
    for (const auto& pair : derived.exposures.pairs)
        near.push_back({pair.school->id, pair.water->id, pair.distance_m, pair.nearest});
    return near;
}

}  // namespace

std::shared_ptr<const Content> content_of(std::shared_ptr<const data::Snapshot> snapshot, data::Date as_of,
                                          const geo::MapPosition& map_origin, const Content* before,
                                          const data::Judging& judging, const conformance::TrackSource& tracks)
{
    auto made = std::make_shared<Content>();
    made->derived = desk::derive(snapshot, as_of, before != nullptr ? before->derived.get() : nullptr, judging, tracks);
    made->since_yesterday = overview::since_yesterday(made->derived->dossiers, made->derived->judgement);
    made->clocks = std::make_shared<const std::vector<rules::OpenClock>>(
        rules::open_clocks(made->derived->dossiers, as_of, data::Adcode{}));
    made->due = std::make_shared<const std::vector<permits::DueEntry>>(permits::due_entries(*made->derived));
    const bool same = before != nullptr && before->geometry->snapshot == snapshot;
    made->geometry =
        same ? before->geometry : std::make_shared<const map::SceneGeometry>(map::scene_geometry_of(snapshot));
    const auto near = near_waters(*made->derived);
    made->scene = map::scene_of(made->geometry, made->derived->judgement.states, as_of, near);
    made->generation = before != nullptr ? before->generation + 1 : 1;
    if (same) {
        made->waters = before->waters;
        made->waters_generation = before->waters_generation;
    } else {
        made->waters = std::make_shared<const std::vector<map::Layer>>(map::water_layers(made->scene, map_origin));
        made->waters_generation = made->generation;
    }
    return made;
}

}  // namespace xiaoan::app
