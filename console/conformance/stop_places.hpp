// Where buses may stand: the stops of all routes, and the ends of their lines, which a list of stops may leave out.
#pragma once

#include "console/conformance/drive.hpp"
#include "data/register/snapshot.hpp"
#include "geo/near.hpp"

namespace xiaoan::conformance {

class StopPlaces final : public ApprovedStops {
public:
    explicit StopPlaces(const data::Snapshot& snapshot);

    [[nodiscard]] std::optional<double> nearest_m(const geo::Position& place, double within_m) const override;

private:
    geo::NearSearch search_;
};

}  // namespace xiaoan::conformance
