// How a bus should be met: its papers, plate, driver and route as the register has them, people masked.
#pragma once

#include "console/language/language.hpp"
#include "console/rules/judge.hpp"

#include <string>
#include <vector>

namespace xiaoan::checks {

/// One thing to compare with what is found.
struct ExpectedFact {
    std::string label;
    std::string text;  // never empty: what the register does not know is said as such
};

/// Something the register already holds against the bus on the day of the check.
struct ExpectedFlag {
    rules::Severity severity{};
    std::string rule;   // PLATE-NONE
    std::string title;  // 无校车标牌
};

struct ExpectedVehicle {
    std::string registration_number;  // canonical; empty on a sheet for a vehicle nobody expects
    data::Adcode county;
    data::TimeOfDay at;               // when it should pass
    std::vector<ExpectedFact> facts;  // of every vehicle the same, in the same order; none where nobody expects it
    std::vector<ExpectedFlag> flags;  // gravest first; gaps in the data are none
};

/// `bus` is an index of the dossiers. Vehicle, the eight fields of the plate held (R164 61), permit, inspection and
/// attendant. Without a plate its fields are those of the run and its route, which the plate would have.
[[nodiscard]] ExpectedVehicle expected_vehicle(const rules::Dossiers& dossiers, std::size_t bus, data::Date date,
                                               language::Language language);

}  // namespace xiaoan::checks
