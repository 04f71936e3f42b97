// Exposures: schools and the waters within reach of them, by distance over the ellipsoid.
#pragma once

#include "data/register/snapshot.hpp"
#include "geo/geometry.hpp"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace xiaoan::water {

/// Waters of a snapshot with their places read once. A geometry goes before lon and lat; where it cannot be read, it is
/// named in `unreadable`, and lon and lat serve if they are given.
class WaterPlaces {
public:
    struct Unreadable {
        const data::Water* water = nullptr;
        std::string fault;  // what is wrong with its geometry, and where
    };

    explicit WaterPlaces(std::shared_ptr<const data::Snapshot> snapshot);

    /// The waters that have a place, and their geometries in the same order: by code.
    [[nodiscard]] std::span<const data::Water* const> waters() const { return waters_; }
    [[nodiscard]] std::span<const geo::Geometry> geometries() const { return geometries_; }
    /// Where a water that has a place stands in waters(). `water` must be one of them.
    [[nodiscard]] std::size_t index_of(const data::Water& water) const;
    /// Null for a water without a place, or of another snapshot.
    [[nodiscard]] const geo::Geometry* geometry_of(const data::Water& water) const;
    /// The others, by code.
    [[nodiscard]] std::span<const data::Water* const> waters_without_place() const { return without_place_; }
    [[nodiscard]] std::span<const Unreadable> unreadable() const { return unreadable_; }
    [[nodiscard]] const data::Snapshot& snapshot() const { return *snapshot_; }

private:
    std::shared_ptr<const data::Snapshot> snapshot_;
    std::vector<const data::Water*> waters_;
    std::vector<geo::Geometry> geometries_;
    std::vector<const data::Water*> without_place_;
    std::vector<Unreadable> unreadable_;
};

/// One school and one water. Pointers live as long as the snapshot.
struct Exposure {
    const data::School* school = nullptr;
    const data::Water* water = nullptr;
    double distance_m = 0;  // geodesic on the CGCS2000 ellipsoid; 0 inside
    bool inside = false;
    geo::Position nearest;  // the nearest place of the water
};

struct ExposureQuestion {
    double within_m = 3000;
    std::string school{};  // a code; empty: all
    std::string water{};
};

struct Exposures {
    double within_m = 0;
    std::vector<Exposure> pairs;  // by school, distance in whole millimetres, water
    std::size_t schools = 0;      // looked at: asked for, and with a position
    std::size_t waters = 0;
    std::size_t schools_without_position = 0;  // asked for, but nobody wrote down where they are
    std::size_t waters_without_place = 0;
    std::vector<std::string> unreadable_waters;  // codes of waters whose geometry cannot be read, ascending
};

[[nodiscard]] Exposures exposures(const WaterPlaces& places, const ExposureQuestion& question);

/// {"as_of","within_m","pairs":[{"school","water","distance_m","inside"}]} (formats.md 2.1); metres with 3 decimals.
[[nodiscard]] std::string near_json(const Exposures& exposures, data::Date as_of);

}  // namespace xiaoan::water
