// The runs that the roster has on a day, as the papers permit them.
#pragma once

#include "console/conformance/drive.hpp"
#include "console/rules/rule.hpp"

#include <map>
#include <memory>
#include <vector>

namespace xiaoan::conformance {

/// One run of a day with the records behind it.
struct Expected {
    ExpectedRun run;
    data::RecordId rostered;
    data::RecordId route;    // the permitted one; 0 where the register lacks it
    bool stands_in = false;  // the run is that of the bus which it replaces on the day
};

/// Makes the expected runs of bus after bus; keeps the corridors of routes.
class Expectations {
public:
    Expectations(const rules::Dossiers& dossiers, const Measures& measures) : dossiers_(dossiers), measures_(measures)
    {
    }

    /// Those of a bus on a day, by departure; of one that stands in for another, those of the other. A run without any
    /// time cannot be looked for and is left out.
    [[nodiscard]] std::vector<Expected> of(std::size_t bus, data::Date date);

private:
    [[nodiscard]] const geo::Corridor* way_of(const data::Route* route);
    [[nodiscard]] std::optional<Expected> expected(const rules::BusOnDate& bus, const rules::RunFacts& facts);

    const rules::Dossiers& dossiers_;
    const Measures& measures_;
    std::map<data::RecordId, std::unique_ptr<geo::Corridor>> ways_;  // null where the route has no one line
    rules::BusRoom room_;
};

/// The way of a route without geometry: straight from stop to stop, in their order. Empty where a stop has no place, or
/// fewer than two are recorded.
[[nodiscard]] std::optional<geo::Polyline> line_through(std::span<const data::Stop* const> stops);

/// The only line of a route's geometry; empty where it has none, or several.
[[nodiscard]] std::optional<geo::Polyline> line_of(const data::Route& route);

}  // namespace xiaoan::conformance
