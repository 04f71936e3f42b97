#include "console/checks/plan/coverage.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

namespace xiaoan::checks {

namespace {

constexpr double same_place_m = 30;

/// Stands by team, then time.
std::vector<GivenStand> in_order(std::span<const GivenStand> stands)
{
    std::vector<GivenStand> sorted(stands.begin(), stands.end());
    std::ranges::stable_sort(sorted, {}, [](const GivenStand& each) { return std::tuple{each.team, each.from}; });
    return sorted;
}

/// Minutes by which the team comes too late from the stand before.
int late_min(const GivenStand& before, const GivenStand& then, const PlanWish& wish)
{
    const double room = then.from.minutes - before.to.minutes;
    return std::max(0, static_cast<int>(std::ceil(drive_min(before.place.at, then.place.at, wish) - room)));
}

}  // namespace

CheckPlan coverage(const rules::Dossiers& dossiers, std::span<const FlaggedBus> flagged, const PlanWish& wish,
                   std::span<const GivenStand> stands)
{
    const auto sorted = in_order(stands);
    std::vector<CheckPlace> places;
    for (const GivenStand& each : sorted) places.push_back(each.place);
    const auto elsewhere = check_places(dossiers.snapshot());
    places.insert(places.end(), elsewhere.begin(), elsewhere.end());
    std::vector<std::size_t> buses;
    for (const FlaggedBus& each : flagged) buses.push_back(each.bus);
    const auto number = [&](std::size_t vehicle) { return dossiers.bus(buses[vehicle]).registration_number; };
    const auto seen = passings(dossiers, buses, wish.date, places, wish.sight_m);

    CheckPlan plan{.of = flagged.size(), .no_school = rules::no_school(dossiers.school_days(), wish.date)};
    for (const GivenStand& each : sorted)
        plan.stands.push_back({each.team,
                               each.from,
                               each.to,
                               each.place,
                               {},
                               plan.stands.empty() || plan.stands.back().team != each.team
                                   ? 0
                                   : late_min(sorted[plan.stands.size() - 1], each, wish)});
    std::vector<bool> covered(flagged.size()), met(flagged.size());
    for (const Passing& passing : seen.all) {
        met[passing.vehicle] = true;
        if (passing.place >= sorted.size()) continue;
        PlannedStand& stand = plan.stands[passing.place];
        const double minute = std::floor(passing.minute);
        if (minute < stand.from.minutes || minute >= stand.to.minutes) continue;
        covered[passing.vehicle] = true;
        stand.sees.push_back({number(passing.vehicle), {static_cast<std::int16_t>(minute)}});
    }
    for (PlannedStand& stand : plan.stands) {
        std::ranges::sort(stand.sees, {}, [](const auto& bus) { return std::tie(bus.at, bus.registration_number); });
        std::set<std::string> known;
        std::erase_if(stand.sees, [&](const auto& bus) { return !known.insert(bus.registration_number).second; });
    }
    int all = 0;
    for (std::size_t vehicle = 0; vehicle < flagged.size(); ++vehicle) {
        all += flagged[vehicle].weight;
        plan.weight += covered[vehicle] ? flagged[vehicle].weight : 0;
        plan.covered += covered[vehicle] ? 1U : 0U;
        if (!met[vehicle])
            plan.unmet.push_back({number(vehicle), seen.why_not[vehicle] == NotMet::none ? NotMet::not_in_hours
                                                                                         : seen.why_not[vehicle]});
    }
    std::ranges::sort(plan.unmet, {}, &UnmetBus::registration_number);
    plan.bound = all;
    plan.proved = plan.weight == all;
    return plan;
}

std::vector<GivenStand> given_stands(const CheckPlan& plan)
{
    std::vector<GivenStand> stands;
    for (const PlannedStand& each : plan.stands) stands.push_back({each.team, each.from, each.to, each.place});
    return stands;
}

void move_stand(GivenStand& stand, const geo::Position& to, std::span<const CheckPlace> places)
{
    stand.place = {{}, to};
    double nearest = same_place_m;
    for (const CheckPlace& place : places) {
        const double distance = about_m(place.at, to);
        if (distance > nearest) continue;
        nearest = distance;
        stand.place = place;
    }
}

}  // namespace xiaoan::checks
