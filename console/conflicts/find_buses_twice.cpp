// One vehicle under two registration numbers: the same VIN, or numbers that differ by O and 0 or I and 1 alone.
#include "console/conflicts/conflict_search.hpp"
#include "console/conflicts/similar.hpp"
#include "data/intake/values/registration_number.hpp"

#include <array>
#include <unordered_map>

namespace xiaoan::conflicts {

namespace {

Proposal better_of(const data::Bus& a, const data::Bus& b)
{
    const auto choose = [](Ground ground, bool first) {
        return Proposal{ground, first ? Decision::kept_first : Decision::kept_second};
    };
    const bool a_formed = data::is_national_registration_number(a.registration_number);
    const bool b_formed = data::is_national_registration_number(b.registration_number);
    if (a_formed != b_formed) return choose(Ground::well_formed, a_formed);
    const bool a_used = a.state != data::BusState::suspended, b_used = b.state != data::BusState::suspended;
    if (a_used != b_used) return choose(Ground::in_use, a_used);
    const auto a_until = a.inspection_until.maybe(), b_until = b.inspection_until.maybe();
    if (a_until != b_until && (a_until || b_until)) return choose(Ground::later, a_until > b_until);
    return {};
}

}  // namespace

void find_buses_twice(ConflictSearch& search)
{
    constexpr std::array<std::string_view, 2> telling{"registration_number", "vin"};
    const data::KindInfo& kind = data::kind_info<data::Bus>;
    std::unordered_map<std::string_view, const data::Bus*> by_vin;
    std::unordered_map<std::string, const data::Bus*> by_digits;
    for (const data::Bus& bus : search.snapshot().all<data::Bus>()) {
        if (bus.state == data::BusState::deregistered) continue;
        if (!bus.vin.empty()) {
            const auto [known, is_new] = by_vin.try_emplace(bus.vin, &bus);
            if (!is_new)
                search.add_pair(ConflictRule::same_vin, kind, known->second->id, bus.id, telling,
                                better_of(*known->second, bus));
        }
        const auto [known, is_new] = by_digits.try_emplace(with_digits(bus.registration_number), &bus);
        if (is_new) continue;
        const data::Bus& other = *known->second;
        const bool two_vehicles = !bus.vin.empty() && !other.vin.empty() && bus.vin != other.vin;
        if (!two_vehicles)
            search.add_pair(ConflictRule::similar_number, kind, other.id, bus.id, telling, better_of(other, bus));
    }
}

}  // namespace xiaoan::conflicts
