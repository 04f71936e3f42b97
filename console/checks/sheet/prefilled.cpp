#include "console/checks/sheet/prefilled.hpp"

#include <fmt/format.h>

namespace xiaoan::checks {

std::string prefilled(const Question& question, const CheckSheet& sheet, const SheetTeam& team, const SheetStand& stand,
                      const ExpectedVehicle& vehicle)
{
    const std::string_view name = question.name;
    if (name == "check") return team.check;
    if (name == "date") return data::iso(sheet.date);
    if (name == "team") return std::to_string(team.number);
    if (name == "place") return stand.place;
    if (name == "lon") return stand.at ? fmt::format("{:.6f}", stand.at->lon) : std::string{};
    if (name == "lat") return stand.at ? fmt::format("{:.6f}", stand.at->lat) : std::string{};
    if (name == "from") return stand.from.given() ? data::hh_mm(stand.from) : std::string{};
    if (name == "to") return stand.to.given() ? data::hh_mm(stand.to) : std::string{};
    if (name == "county") return vehicle.county.given() ? std::to_string(vehicle.county.value) : std::string{};
    if (name == "vehicle") return vehicle.registration_number;
    if (name == "expected") return vehicle.registration_number.empty() ? std::string{} : "yes";
    return {};
}

}  // namespace xiaoan::checks
