// Files of vehicles read as lists, without a register: whoever sends one may leave out what a ledger must have.
#pragma once

#include "console/permits/reconciliation.hpp"
#include "data/intake/import.hpp"

#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace xiaoan::permits {

struct ReadList {
    VehicleList list;
    std::vector<data::SheetReport> sheets;  // what was wrong with its rows
};

/// Reads the vehicles of a file as intake reads buses; a county may be missing. Throws IntakeFault as import_file does.
[[nodiscard]] ReadList read_vehicle_list(const data::ImportRequest& asked, const data::Region& region);

/// Several files side by side.
struct LaidOut {
    std::vector<VehicleList> lists;
    std::size_t refused = 0;  // rows of all files that cannot be read
    Reconciliation found;     // of the lists
};

/// A file that cannot be read as a list.
struct UnreadList {
    std::string path;
    data::IntakeFault fault;
};

/// Reads the files and lays them side by side; the first that cannot be read instead.
[[nodiscard]] std::variant<std::shared_ptr<const LaidOut>, UnreadList>
lay_side_by_side(const std::vector<std::string>& paths, const data::Region& region);

}  // namespace xiaoan::permits
