// Records that a file changed after another county's file had given them, and buses whose permit names another county.
#include "console/conflicts/conflict_search.hpp"
#include "console/rules/permit_state.hpp"

#include <string_view>
#include <unordered_map>

namespace xiaoan::conflicts {

namespace {

/// A permit that counts: in force, or asked for and not decided.
bool counts(const data::Permit& permit, data::Date as_of)
{
    const bool undecided = permit.decision == data::Decision::not_given && !permit.revoked_on.has_date();
    return undecided || rules::is_in_force(permit, as_of);
}

/// The operator's county speaks for one of the two where it is one of them.
Proposal by_operator(const data::Operator* run_by, data::Adcode bus, data::Adcode permit)
{
    if (run_by == nullptr || !run_by->county.given()) return {};
    if (run_by->county == bus) return {Ground::operator_county, Decision::kept_first};
    return run_by->county == permit ? Proposal{Ground::operator_county, Decision::kept_second} : Proposal{};
}

}  // namespace

void find_overwritten(ConflictSearch& search)
{
    const data::Snapshot& snapshot = search.snapshot();
    for (const data::Contested& contested : snapshot.contested) search.add_contested(contested);

    std::unordered_map<std::string_view, const data::Bus*> buses;
    for (const data::Bus& bus : snapshot.all<data::Bus>()) buses.emplace(bus.registration_number, &bus);
    std::unordered_map<std::string_view, const data::Operator*> operators;
    for (const data::Operator& each : snapshot.all<data::Operator>()) {
        operators.emplace(each.uscc, &each);
        operators.emplace(each.name, &each);
    }
    for (const data::Permit& permit : snapshot.all<data::Permit>()) {
        const auto bus = buses.find(permit.registration_number);
        if (bus == buses.end() || !permit.county.given() || !bus->second->county.given()) continue;
        if (permit.county == bus->second->county || !counts(permit, search.as_of())) continue;
        const auto run_by = operators.find(bus->second->run_by);
        search.add_across(
            ConflictRule::county_differs, data::kind_info<data::Bus>, bus->second->id, "county",
            data::kind_info<data::Permit>, permit.id, "county",
            by_operator(run_by != operators.end() ? run_by->second : nullptr, bus->second->county, permit.county));
    }
}

}  // namespace xiaoan::conflicts
