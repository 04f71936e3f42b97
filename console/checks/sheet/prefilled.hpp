// What the desk writes into the answers before a check.
#pragma once

#include "console/checks/sheet/check_sheet.hpp"
#include "console/checks/sheet/question.hpp"

#include <string>

namespace xiaoan::checks {

/// The answer as the register stores it (dates ISO 8601, times HH:MM, words), empty where the desk cannot know it.
/// A row for a vehicle that nobody expects has what is the same for the whole check.
[[nodiscard]] std::string prefilled(const Question& question, const CheckSheet& sheet, const SheetTeam& team,
                                    const SheetStand& stand, const ExpectedVehicle& vehicle);

}  // namespace xiaoan::checks
