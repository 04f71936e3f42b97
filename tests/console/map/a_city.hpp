// A made-up city for the map's tests and benchmarks: schools, routes with stops, buses and waters on the real region.
#pragma once

#include "console/map/scene.hpp"

#include <memory>
#include <vector>

namespace xiaoan::map::sample {

struct City {
    std::shared_ptr<const data::Snapshot> snapshot;
    std::vector<rules::BusState> states;
    std::vector<NearWater> near;
};

/// `buses` buses, each on a route of some 10 km with five stops to one of `schools` schools, spread over the box
/// 121.9 to 124.0 E, 44.5 to 46.1 N; one bus in eight must stop, one in six has something to put right, one in ten a
/// notice. A pond lies beside every fourth school. The same for the same numbers.
[[nodiscard]] City a_city(std::size_t buses, std::size_t schools);

/// The region's own files, read from the checkout.
[[nodiscard]] data::Region baicheng();

}  // namespace xiaoan::map::sample
