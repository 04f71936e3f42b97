// What stands on the map on one date: buses with their state, the routes they serve, and waters near schools.
#pragma once

#include "console/map/scene_geometry.hpp"
#include "console/rules/judge.hpp"

#include <array>
#include <functional>
#include <span>

namespace xiaoan::map {

/// Something that can be chosen on the map; `none` chooses nothing.
struct MapItem {
    enum class Kind : std::uint8_t { none, bus, school, stop, water, route };
    Kind kind = Kind::none;
    data::RecordId id;
    friend bool operator==(const MapItem&, const MapItem&) = default;
    [[nodiscard]] explicit operator bool() const { return kind != Kind::none; }
};

/// A school and a water within reach of it. `nearest` is the place of the water that is nearest to the school.
struct NearWater {
    data::RecordId school;
    data::RecordId water;
    double distance_m = 0;
    geo::Position nearest;
};

/// The same with indices into the scene's geometry.
struct SceneReach {
    std::size_t school = 0;
    std::size_t water = 0;
    double distance_m = 0;
    geo::MapPosition nearest;
};

struct SceneBus {
    const data::Bus* record = nullptr;
    rules::BusState state{};
    std::vector<std::size_t> routes;  // indices of the routes it serves, those with a line; the first carries its mark
};

struct Scene {
    std::shared_ptr<const SceneGeometry> geometry;
    std::vector<SceneBus> buses;       // in the order of the snapshot
    std::vector<SceneReach> reaches;   // by school, then distance, then water
    std::vector<bool> water_in_reach;  // one a water of the geometry
};

/// `states` has one entry a bus, in the order of the snapshot's table; `as_of` decides which runs are current.
/// A bus serves the routes of its current runs, else the route of its permit that was granted last.
/// Pairs that name a record without a place are left out.
[[nodiscard]] Scene scene_of(std::shared_ptr<const SceneGeometry> geometry, std::span<const rules::BusState> states,
                             data::Date as_of, std::span<const NearWater> near);

/// Which buses, schools and waters are shown. The default shows all but buses that are not in service.
struct SceneFilter {
    std::array<bool, 6> states{false, true, true, true, true, false};  // by value of BusState
    data::Adcode county;                                               // not given: all
    bool waters = true;
    /// Further buses to leave out, one entry a bus in the order of the snapshot; empty: none.
    std::vector<bool> left_out;
    friend bool operator==(const SceneFilter&, const SceneFilter&) = default;

    [[nodiscard]] bool shows(const Scene& scene, std::size_t bus) const;
};

/// Numbers beside the legend, for the county of a filter whatever states it shows.
struct LegendCounts {
    std::array<std::size_t, 6> buses{};          // by value of BusState
    std::array<std::size_t, 6> without_place{};  // of these, how many cannot be drawn: no route, or one without stops
    std::size_t waters_in_reach = 0;
};
[[nodiscard]] LegendCounts legend_counts(const Scene& scene, const SceneFilter& filter);

/// Where an item stands and how far it reaches, for zooming to it; empty where it has no place.
[[nodiscard]] MapBox box_of(const Scene& scene, const MapItem& item);

/// Index of the bus; buses.size() where the scene has none of this id.
[[nodiscard]] std::size_t bus_index(const Scene& scene, data::RecordId id);

}  // namespace xiaoan::map
