// The sheets of a joint check: for each team where it stands, when, and which vehicles it should meet.
#pragma once

#include "console/checks/plan/check_plan.hpp"
#include "console/checks/sheet/expected_vehicle.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace xiaoan::checks {

struct SheetStand {
    data::TimeOfDay from;
    data::TimeOfDay to;
    std::string place;                // empty where nobody said yet
    std::optional<geo::Position> at;  // CGCS2000
    std::vector<ExpectedVehicle> vehicles;
};

struct SheetTeam {
    std::size_t number = 1;
    std::string check;  // its number: 20261125-1
    std::vector<SheetStand> stands;
};

struct CheckSheet {
    data::Date date{};
    std::vector<SheetTeam> teams;
    std::size_t blanks = 1;  // sheets a team for vehicles that nobody expects
    std::string issued_by;   // the register's name
    std::string demonstration;
    data::ChangeId last_change;
    language::Language language{};
};

/// A check is one team on one day: 20261125-1.
[[nodiscard]] std::string check_number(data::Date date, std::size_t team);

/// What every sheet of a snapshot says of itself; without teams.
[[nodiscard]] CheckSheet an_empty_sheet(const data::Snapshot& snapshot, data::Date date, language::Language language);

/// The teams of a plan. A bus that one team sees twice is on its sheet once, where it is seen first.
void add_teams(CheckSheet& sheet, const rules::Dossiers& dossiers, const CheckPlan& plan);

/// One team with these buses (indices of the dossiers), by number; where it stands is written by hand.
void add_team(CheckSheet& sheet, const rules::Dossiers& dossiers, std::span<const std::size_t> buses, std::size_t team);

/// What a team's QR code for a vehicle holds: check and registration number, "20261125-1 吉G12345"; the check alone on
/// a sheet for a vehicle that nobody expects.
[[nodiscard]] std::string code_text(const SheetTeam& team, const ExpectedVehicle& vehicle);

}  // namespace xiaoan::checks
