// The paper that a run is compared with: the plate held, or without one the permit in force.
#pragma once

#include "console/rules/permit_state.hpp"

namespace xiaoan::rules {

struct Paper {
    const PlateFacts* plate = nullptr;
    const PermitFacts* permit = nullptr;  // in force, beside the plate too

    [[nodiscard]] bool is_empty() const { return plate == nullptr && permit == nullptr; }
    [[nodiscard]] data::PersonRef driver() const { return plate != nullptr ? plate->driver : permit->driver; }
    [[nodiscard]] TextKey route() const { return plate != nullptr ? plate->route : permit->route; }
    [[nodiscard]] data::Direction direction() const { return plate != nullptr ? plate->direction : permit->direction; }
    /// The stops printed on the plate; a permit prints none.
    [[nodiscard]] TextKey printed_stops() const { return plate != nullptr ? plate->stops : no_text; }
    /// The plate's, else the permit's.
    [[nodiscard]] data::TimeOfDay departs_at() const
    {
        if (plate != nullptr && plate->departs_at.given()) return plate->departs_at;
        return permit != nullptr ? permit->departs_at : data::TimeOfDay{};
    }
    /// Its route as the register holds it; null where it does not.
    [[nodiscard]] const RouteFacts* route_in(const Dossiers& dossiers) const
    {
        return plate != nullptr ? dossiers.route_of(*plate) : dossiers.route_of(*permit);
    }
};

[[nodiscard]] inline Paper paper_of(const Papers& papers)
{
    return {papers.plate_held, papers.permit_in_force};
}
[[nodiscard]] inline Paper paper_of(const BusOnDate& bus)
{
    return {bus.plate_held, bus.permit_in_force};
}

}  // namespace xiaoan::rules
