// Where the records of a snapshot stand on the map plane: routes, stops, schools and waters, projected once.
#pragma once

#include "console/map/map_view.hpp"
#include "data/register/snapshot.hpp"
#include "geo/geometry.hpp"

#include <memory>
#include <optional>
#include <stop_token>
#include <string_view>
#include <vector>

namespace xiaoan::map {

struct SceneStop {
    geo::MapPosition at;
    const data::Stop* record = nullptr;
};

struct SceneRoute {
    const data::Route* record = nullptr;
    std::vector<geo::MapPosition> line;  // its geometry, else through its stops; empty where neither is known
    std::vector<SceneStop> stops;        // in their order, those with a place
    std::size_t school = 0;              // index into `schools`; schools.size() where none
    geo::MapPosition far_end;            // the end away from the school: where the mark of its bus stands
    MapBox box;
};

struct SceneSchool {
    const data::School* record = nullptr;
    geo::MapPosition at;
};

struct SceneWater {
    const data::Water* record = nullptr;
    geo::Geometry shape;  // empty where only a position is known, or the text is no geometry
    geo::MapPosition at;  // for its mark and name
    MapBox box;
};

/// The snapshot is held, so that pointers into it stay good. Records without a place are left out.
struct SceneGeometry {
    std::shared_ptr<const data::Snapshot> snapshot;
    std::vector<SceneRoute> routes;    // ascending by code, also those without a line
    std::vector<SceneSchool> schools;  // ascending by code
    std::vector<SceneWater> waters;    // ascending by id

    /// Index of the route with this code; routes.size() where there is none.
    [[nodiscard]] std::size_t route(std::string_view code) const;
    /// Index of the school with this code; schools.size() where there is none with a place.
    [[nodiscard]] std::size_t school(std::string_view code) const;
};

/// Reads and projects all; some 10 ms for 5,000 routes, and 0.3 us a vertex of the waters. On any thread.
[[nodiscard]] SceneGeometry scene_geometry_of(std::shared_ptr<const data::Snapshot> snapshot,
                                              std::stop_token stop = {});

}  // namespace xiaoan::map
