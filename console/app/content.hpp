// What the window shows of a register as of a date: the derived findings and the map's scene, made off the frame.
#pragma once

#include "console/desk/derived.hpp"
#include "console/map/base_map.hpp"
#include "console/map/scene.hpp"
#include "console/overview/since_yesterday.hpp"
#include "console/permits/due_days.hpp"
#include "console/rules/open_clocks.hpp"

#include <cstdint>
#include <memory>
#include <vector>

namespace xiaoan::app {

struct Content {
    std::shared_ptr<const desk::Derived> derived;
    std::shared_ptr<const map::SceneGeometry> geometry;
    map::Scene scene;
    std::shared_ptr<const std::vector<map::Layer>> waters;
    overview::SinceYesterday since_yesterday;
    std::shared_ptr<const std::vector<rules::OpenClock>> clocks;  // of all counties
    std::shared_ptr<const std::vector<permits::DueEntry>> due;    // of all counties
    std::uint64_t generation = 0;                                 // differs between any two contents
    std::uint64_t waters_generation = 0;                          // differs where the waters' layers do
};

/// `before` may be null; of the same snapshot, its geometry serves again. On any thread.
[[nodiscard]] std::shared_ptr<const Content> content_of(std::shared_ptr<const data::Snapshot> snapshot,
                                                        data::Date as_of, const geo::MapPosition& map_origin,
                                                        const Content* before, const data::Judging& judging = {},
                                                        const conformance::TrackSource& tracks = {});

}  // namespace xiaoan::app
