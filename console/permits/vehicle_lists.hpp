// Files of vehicles read as lists, without a register: whoever sends one may leave out what a ledger must have.
#pragma once

#include "console/permits/reconciliation.hpp"
#include "data/intake/import.hpp"

namespace xiaoan::permits {

struct ReadList {
    VehicleList list;
    std::vector<data::SheetReport> sheets;  // what was wrong with its rows
};

/// Reads the vehicles of a file as intake reads buses; a county may be missing. Throws IntakeFault as import_file does.
[[nodiscard]] ReadList read_vehicle_list(const data::ImportRequest& asked, const data::Region& region);

}  // namespace xiaoan::permits
