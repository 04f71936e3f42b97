// Lists of the same vehicles laid side by side: education's, the police's, transport's. Which vehicle stands in which
// list, and where the lists say different things of it.
#pragma once

#include "data/kinds/cell.hpp"
#include "data/kinds/kinds.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::permits {

/// One vehicle as one list has it.
struct ListedVehicle {
    std::uint32_t row = 0;            // as the spreadsheet shows it
    std::string sheet;                // empty for a CSV
    std::vector<data::Value> values;  // one a field of buses
};

struct VehicleList {
    std::string name;  // of the file
    std::vector<ListedVehicle> vehicles;
};

/// How rows of several lists were found to be one vehicle. `likely` is a proposal: the same owner, and numbers one
/// character apart; a person decides.
enum class MatchedBy : std::uint8_t { alone, registration_number, vin, likely };
[[nodiscard]] std::string_view word(MatchedBy matched);

struct Difference {
    std::size_t field = 0;            // index in the fields of buses
    std::vector<std::string> values;  // one a list; empty where the list lacks the vehicle or the value
};

struct ReconciledVehicle {
    std::string registration_number;         // of the first list that has it
    std::vector<const ListedVehicle*> rows;  // one a list; null where it lacks the vehicle
    MatchedBy matched{};
    std::vector<Difference> differences;  // of what at least two lists give, in the order of the fields

    [[nodiscard]] std::size_t lists() const;
    [[nodiscard]] bool agrees() const { return differences.empty(); }
};

struct Reconciliation {
    std::vector<ReconciledVehicle> vehicles;  // by registration number, then row
    std::size_t agreeing = 0;                 // in all lists, without a difference
    std::size_t differing = 0;                // in all lists, with differences
    std::size_t missing = 0;                  // not in all lists
};

/// Rows join by registration number; then by VIN, then as likely, each only where no list would have two rows of the
/// joined vehicle, so that nothing is merged that two rows of one list tell apart. Pointers live as long as `lists`.
[[nodiscard]] Reconciliation reconcile(const std::vector<VehicleList>& lists);

/// A value as text: words, dates and numbers as the register stores them.
[[nodiscard]] std::string text_of(const data::Value& value);

}  // namespace xiaoan::permits
