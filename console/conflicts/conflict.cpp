#include "console/conflicts/conflict.hpp"

#include "console/conflicts/conflict_search.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace xiaoan::conflicts {

namespace {

/// The last decision about each conflict.
std::map<std::string_view, const data::Settlement*> settlements(const data::Snapshot& snapshot)
{
    std::map<std::string_view, const data::Settlement*> last;
    for (const data::Settlement& each : snapshot.settlements) last[each.conflict] = &each;
    return last;
}

std::size_t records_looked_at(const data::Snapshot& snapshot)
{
    return snapshot.all<data::Bus>().size() + snapshot.all<data::Permit>().size() + snapshot.all<data::Plate>().size() +
           snapshot.all<data::Driver>().size() + snapshot.all<data::Operator>().size() +
           snapshot.all<data::School>().size() + snapshot.all<data::Water>().size();
}

}  // namespace

std::string_view word(ConflictRule rule)
{
    constexpr std::array<std::string_view, conflict_rule_count> words{
        "other_county", "same_vin",     "similar_number", "county_differs", "two_permits",
        "two_plates",   "driver_twice", "operator_twice", "school_twice",   "water_twice"};
    return words.at(static_cast<std::size_t>(rule));
}

std::string_view word(Decision decision)
{
    constexpr std::array<std::string_view, 3> words{"kept_first", "kept_second", "both_right"};
    return words.at(static_cast<std::size_t>(decision));
}

Conflicts find_conflicts(const data::Snapshot& snapshot, data::Date as_of)
{
    ConflictSearch search(snapshot, as_of);
    find_overwritten(search);
    find_buses_twice(search);
    find_papers_twice(search);
    find_drivers_twice(search);
    find_places_twice(search);
    Conflicts result;
    result.as_of = as_of;
    result.looked_at = records_looked_at(snapshot);
    const auto decided = settlements(snapshot);
    for (Conflict& conflict : search.take()) {
        const auto last = decided.find(conflict.id);
        if (last != decided.end() && last->second->evidence == conflict.evidence)
            ++result.settled;
        else
            result.open.push_back(std::move(conflict));
    }
    std::ranges::sort(result.open, [](const Conflict& a, const Conflict& b) {
        return std::tie(a.rule, a.first.key, a.second.key, a.id) < std::tie(b.rule, b.first.key, b.second.key, b.id);
    });
    return result;
}

}  // namespace xiaoan::conflicts
