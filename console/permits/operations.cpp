#include "console/permits/operations.hpp"

#include "console/rules/rule.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace xiaoan::permits {

namespace {

/// What the current runs of a bus carry; empty where none of them says.
std::optional<std::int64_t> riders_of(const rules::BusOnDate& bus)
{
    std::array<std::int64_t, 3> carried{};  // by data::Direction
    bool said = false;
    for (const rules::RunFacts* run : bus.current_runs) {
        if (run->riders < 0) continue;
        said = true;
        carried[static_cast<std::size_t>(run->direction)] += run->riders;
    }
    return said ? std::optional{std::ranges::max(carried)} : std::nullopt;
}

void count(CountyOperations& county, const rules::BusOnDate& bus)
{
    const data::Operator* run_by = bus.dossiers.run_by(bus.index);
    auto& kind = county.by_kind[run_by == nullptr ? 0 : static_cast<std::size_t>(run_by->kind)];
    ++kind.buses;
    if (run_by != nullptr && run_by->government_purchased == data::Answer::yes) ++county.purchased;
    if (run_by != nullptr && run_by->government_purchased == data::Answer::no) ++county.not_purchased;
    if (bus.record().seats)
        county.seats += *bus.record().seats;
    else
        ++county.buses_without_seats;
    if (const auto riders = riders_of(bus))
        kind.riders += *riders;
    else
        ++county.buses_without_riders;
}

}  // namespace

std::size_t CountyOperations::buses() const
{
    return std::accumulate(by_kind.begin(), by_kind.end(), std::size_t{0},
                           [](std::size_t sum, const RunBy& each) { return sum + each.buses; });
}

std::int64_t CountyOperations::riders() const
{
    return std::accumulate(by_kind.begin(), by_kind.end(), std::int64_t{0},
                           [](std::int64_t sum, const RunBy& each) { return sum + each.riders; });
}

std::size_t CountyOperations::company_run() const
{
    using enum data::OperatorKind;
    std::size_t sum = 0;
    for (const auto kind : {company, public_bus, school_bus_unit}) sum += by_kind[static_cast<std::size_t>(kind)].buses;
    return sum;
}

void CountyOperations::add(const CountyOperations& other)
{
    for (std::size_t i = 0; i < operator_kinds; ++i) {
        by_kind[i].buses += other.by_kind[i].buses;
        by_kind[i].riders += other.by_kind[i].riders;
    }
    purchased += other.purchased;
    not_purchased += other.not_purchased;
    seats += other.seats;
    buses_without_seats += other.buses_without_seats;
    buses_without_riders += other.buses_without_riders;
    pupils_needing += other.pupils_needing;
    schools_without_need += other.schools_without_need;
}

Operations operations(const rules::Dossiers& dossiers, data::Date as_of)
{
    std::map<data::Adcode, CountyOperations> by_county;
    const auto of = [&](data::Adcode county) -> CountyOperations& {
        CountyOperations& found = by_county[county];
        found.county = county;
        return found;
    };
    for (const data::County& county : dossiers.snapshot().region->counties) of(county.adcode);
    rules::BusRoom room;
    for (std::size_t i = 0; i < dossiers.size(); ++i) {
        const auto bus = rules::bus_on_date(dossiers, i, as_of, room);
        if (bus.in_service) count(of(bus.record().county), bus);
    }
    for (const data::School& school : dossiers.snapshot().all<data::School>()) {
        if (school.riders)
            of(school.county).pupils_needing += *school.riders;
        else
            ++of(school.county).schools_without_need;
    }
    Operations result{.as_of = as_of, .counties = {}, .city = {}};
    for (auto& [adcode, county] : by_county) {
        result.city.add(county);
        result.counties.push_back(county);
    }
    return result;
}

std::vector<Operations> operations_over_time(const rules::Dossiers& dossiers, data::Date as_of, int months)
{
    const std::chrono::year_month_day today{as_of};
    std::vector<Operations> over_time;
    for (int back = months; back >= 1; --back) {
        const auto month = today.year() / today.month() - std::chrono::months{back};
        over_time.push_back(operations(dossiers, std::chrono::sys_days{month / std::chrono::last}));
    }
    over_time.push_back(operations(dossiers, as_of));
    return over_time;
}

}  // namespace xiaoan::permits
