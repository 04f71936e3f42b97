// What the other records of checks say: of the same vehicle at other checks, and of where a check stood.
#pragma once

#include "console/checks/results/check_file.hpp"
#include "console/rules/dossier.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace xiaoan::checks {

/// Whether something followed from the rule as found; `corrected` on the spot counts, `cleared` does not.
[[nodiscard]] bool is_found(const data::CheckedVehicle& vehicle, std::string_view rule);
/// False of none.
[[nodiscard]] bool is_cleared(const data::CheckedVehicle* vehicle, std::string_view rule);

class OtherChecks {
public:
    /// What is read now, and what the register holds (as read_checks gives it).
    OtherChecks(std::span<const CheckSheetReading> readings, std::span<const data::CheckedVehicle> held)
        : readings_(readings), held_(held)
    {
    }

    /// The vehicle at other checks; as `said` has it where it is said anew.
    [[nodiscard]] std::vector<const data::CheckedVehicle*> of(const data::CheckedVehicle& vehicle,
                                                              const data::RecordChecks& said) const;
    /// The first day, not before that of this check, on which another one found the rule.
    [[nodiscard]] std::optional<data::Date> first_found(const data::CheckedVehicle& vehicle, std::string_view rule,
                                                        const data::RecordChecks& said) const;
    /// Where the team stood, by the vehicles of the check whose county is known; not given where they are of several.
    [[nodiscard]] data::Adcode county_of(std::string_view check, const rules::Dossiers& dossiers) const;

private:
    std::span<const CheckSheetReading> readings_;
    std::span<const data::CheckedVehicle> held_;
};

/// 220802, as the answer to the question `county` has it.
[[nodiscard]] data::Adcode adcode_of(std::string_view answer);

}  // namespace xiaoan::checks
