// A reconciliation for other programs.
#pragma once

#include "console/permits/reconciliation.hpp"

#include <string>

namespace xiaoan::permits {

/// {"lists":[{"file","vehicles"}],"counts":{"agreeing","differing","missing"},"vehicles":[{"registration_number",
/// "matched_by","rows":[{"sheet","row"} or null],"differences":[{"field","values":[text or null]}]}]}; rows and values
/// stand one a list, in the order in which the lists were given.
[[nodiscard]] std::string reconciliation_json(const std::vector<VehicleList>& lists, const Reconciliation& found);

}  // namespace xiaoan::permits
