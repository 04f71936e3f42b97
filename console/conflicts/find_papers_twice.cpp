// Two permits of one bus in force on the date, two plates of one bus held on the date.
#include "console/conflicts/conflict_search.hpp"
#include "console/rules/permit_state.hpp"

#include <array>
#include <unordered_map>

namespace xiaoan::conflicts {

namespace {

/// Of two dates the later one speaks for its side; where one is missing or both are the same, neither does.
Proposal later_of(const data::DateCell& first, const data::DateCell& second)
{
    if (!first.has_date() || !second.has_date() || first == second) return {};
    return {Ground::later, first.date() > second.date() ? Decision::kept_first : Decision::kept_second};
}

}  // namespace

void find_papers_twice(ConflictSearch& search)
{
    constexpr std::array<std::string_view, 6> telling{
        "number", "registration_number", "issued_on", "decided_on", "valid_to", "state"};
    std::unordered_map<std::string_view, const data::Permit*> permits;
    for (const data::Permit& permit : search.snapshot().all<data::Permit>()) {
        if (!rules::is_in_force(permit, search.as_of())) continue;
        const auto [known, is_new] = permits.try_emplace(permit.registration_number, &permit);
        if (!is_new)
            search.add_pair(ConflictRule::two_permits, data::kind_info<data::Permit>, known->second->id, permit.id,
                            telling, later_of(known->second->decided_on, permit.decided_on));
    }
    std::unordered_map<std::string_view, const data::Plate*> plates;
    for (const data::Plate& plate : search.snapshot().all<data::Plate>()) {
        if (!rules::is_held(plate, search.as_of())) continue;
        const auto [known, is_new] = plates.try_emplace(plate.registration_number, &plate);
        if (!is_new)
            search.add_pair(ConflictRule::two_plates, data::kind_info<data::Plate>, known->second->id, plate.id,
                            telling, later_of(known->second->issued_on, plate.issued_on));
    }
}

}  // namespace xiaoan::conflicts
