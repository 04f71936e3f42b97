#include "console/checks/results/other_checks.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace xiaoan::checks {

using data::CheckedVehicle;
using data::CheckOutcome;
using data::OutcomeWay;

bool is_found(const CheckedVehicle& vehicle, std::string_view rule)
{
    return std::ranges::any_of(vehicle.outcomes, [&](const CheckOutcome& outcome) {
        return outcome.found == rule && outcome.way != OutcomeWay::cleared;
    });
}

bool is_cleared(const CheckedVehicle* vehicle, std::string_view rule)
{
    return vehicle != nullptr && std::ranges::any_of(vehicle->outcomes, [&](const CheckOutcome& outcome) {
               return outcome.found == rule && outcome.way == OutcomeWay::cleared;
           });
}

std::vector<const CheckedVehicle*> OtherChecks::of(const CheckedVehicle& vehicle, const data::RecordChecks& said) const
{
    std::vector<const CheckedVehicle*> all;
    std::set<std::string_view> anew;
    const auto is_other = [&](const CheckedVehicle& each) {
        return each.vehicle == vehicle.vehicle && each.check != vehicle.check;
    };
    for (const auto& each : said.vehicles)
        if (is_other(each.checked)) {
            anew.insert(each.checked.check);
            all.push_back(&each.checked);
        }
    for (const CheckedVehicle& each : held_)
        if (is_other(each) && !anew.contains(each.check)) all.push_back(&each);
    return all;
}

std::optional<data::Date> OtherChecks::first_found(const CheckedVehicle& vehicle, std::string_view rule,
                                                   const data::RecordChecks& said) const
{
    std::optional<data::Date> first;
    for (const CheckedVehicle* other : of(vehicle, said))
        if (other->held_on >= vehicle.held_on && is_found(*other, rule))
            first = std::min(first.value_or(other->held_on), other->held_on);
    return first;
}

data::Adcode OtherChecks::county_of(std::string_view check, const rules::Dossiers& dossiers) const
{
    std::set<data::Adcode> counties;
    const auto look = [&](const CheckedVehicle& each) {
        if (each.check != check) return;
        const std::size_t bus = dossiers.find(std::string_view{each.vehicle});
        if (const std::string_view told = each.answer("county"); !told.empty())
            counties.insert(adcode_of(told));
        else if (bus != dossiers.size())
            counties.insert(dossiers.bus(bus).county);
    };
    for (const CheckSheetReading& reading : readings_)
        for (const auto& read : reading.vehicles) look(read.checked);
    for (const CheckedVehicle& each : held_) look(each);
    return counties.size() == 1 ? *counties.begin() : data::Adcode{};
}

data::Adcode adcode_of(std::string_view answer)
{
    return answer.empty() ? data::Adcode{} : data::Adcode{static_cast<std::uint32_t>(std::stoul(std::string{answer}))};
}

}  // namespace xiaoan::checks
