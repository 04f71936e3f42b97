// Between the desk's selection and filter, which go by natural keys, and the map's, which go by rows.
#pragma once

#include "console/desk/bus_filter.hpp"
#include "console/desk/selection.hpp"
#include "console/map/scene.hpp"

namespace xiaoan::app {

/// Nothing where the selection is of a kind that the map does not show, or of no record; a case shows its bus.
[[nodiscard]] map::MapItem map_item(const desk::Derived& derived, const desk::Selection& selection);

/// What a thing on the map is on the desk: a stop or a route selects the bus that serves it, a bus, school or water
/// itself.
[[nodiscard]] desk::Selection selection_of(const map::Scene& scene, const desk::Derived& derived,
                                           const map::MapItem& item);

/// The same buses on the map as in the table.
[[nodiscard]] map::SceneFilter scene_filter(const desk::Derived& derived, const desk::BusFilter& filter);

}  // namespace xiaoan::app
