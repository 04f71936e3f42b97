// Which schools' gates a place is near.
#pragma once

#include "data/register/snapshot.hpp"
#include "geo/near.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace xiaoan::checks {

/// Looks places up once: cameras and patrols see from few of them.
class Gates {
public:
    Gates(const data::Snapshot& snapshot, double reach_m);

    /// The schools near which something was seen: by its position, else by a school's name in the words of the place.
    [[nodiscard]] const std::vector<const data::School*>& near(const data::Sighting& sighting);
    /// Whether a sighting says where at all.
    [[nodiscard]] bool has_place(const data::Sighting& sighting);

private:
    double reach_m_;
    std::vector<const data::School*> schools_;  // all
    std::vector<const data::School*> placed_;   // with a position
    std::vector<geo::Geometry> gates_;          // of placed_
    std::unique_ptr<geo::NearSearch> search_;
    std::unordered_map<std::string, std::vector<const data::School*>> known_;  // by position or by words
    std::vector<const data::School*> none_;
};

}  // namespace xiaoan::checks
