#include "console/checks/sheet/check_sheet.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace xiaoan::checks {

std::string check_number(data::Date date, std::size_t team)
{
    std::string day = data::iso(date);
    std::erase(day, '-');
    return fmt::format("{}-{}", day, team);
}

CheckSheet an_empty_sheet(const data::Snapshot& snapshot, data::Date date, language::Language language)
{
    CheckSheet sheet;
    sheet.date = date;
    sheet.issued_by = snapshot.name;
    if (snapshot.demonstration) sheet.demonstration = language::tr(language, "demonstration");
    sheet.last_change = snapshot.last_change;
    sheet.language = language;
    return sheet;
}

void add_teams(CheckSheet& sheet, const rules::Dossiers& dossiers, const CheckPlan& plan)
{
    std::set<std::string_view> listed;
    for (const PlannedStand& stand : plan.stands) {
        if (sheet.teams.empty() || sheet.teams.back().number != stand.team) {
            sheet.teams.push_back({stand.team, check_number(sheet.date, stand.team), {}});
            listed.clear();
        }
        SheetStand& made = sheet.teams.back().stands.emplace_back();
        made.from = stand.from;
        made.to = stand.to;
        made.place = stand.place.name;
        made.at = stand.place.at;
        for (const ExpectedBus& bus : stand.sees) {
            if (!listed.insert(bus.registration_number).second) continue;
            made.vehicles.push_back(expected_vehicle(dossiers, dossiers.find(std::string_view{bus.registration_number}),
                                                     sheet.date, sheet.language));
            made.vehicles.back().at = bus.at;
        }
    }
}

void add_team(CheckSheet& sheet, const rules::Dossiers& dossiers, std::span<const std::size_t> buses, std::size_t team)
{
    SheetStand stand;
    for (const std::size_t bus : buses)
        stand.vehicles.push_back(expected_vehicle(dossiers, bus, sheet.date, sheet.language));
    std::ranges::sort(stand.vehicles, {}, &ExpectedVehicle::registration_number);
    const auto same = std::ranges::unique(stand.vehicles, {}, &ExpectedVehicle::registration_number);
    stand.vehicles.erase(same.begin(), same.end());
    sheet.teams.push_back({team, check_number(sheet.date, team), {std::move(stand)}});
}

std::string code_text(const SheetTeam& team, const ExpectedVehicle& vehicle)
{
    return vehicle.registration_number.empty() ? team.check : team.check + " " + vehicle.registration_number;
}

}  // namespace xiaoan::checks
