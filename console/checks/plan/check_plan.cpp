#include "console/checks/plan/check_plan.hpp"

#include "console/checks/plan/proved_tours.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>
#include <set>

namespace xiaoan::checks {

namespace {

/// The passings of buses at stands: places with a stand, numbered anew, and who is expected when.
struct Outlook {
    StandProblem problem;
    std::vector<std::uint32_t> places;           // of the problem, as places of the list
    std::vector<std::vector<Passing>> of_stand;  // beside problem.stands
};

std::vector<std::uint8_t> lags_between(std::span<const CheckPlace> places, std::span<const std::uint32_t> used,
                                       const PlanWish& wish)
{
    std::vector<std::uint8_t> lags;
    lags.reserve(used.size() * used.size());
    for (const auto from : used)
        for (const auto to : used) {
            const double minutes = drive_min(places[from].at, places[to].at, wish);
            lags.push_back(
                static_cast<std::uint8_t>(std::min<double>(std::ceil(minutes / wish.stand_min), unreachable)));
        }
    return lags;
}

Outlook outlook_of(const Passings& seen, std::span<const FlaggedBus> flagged, std::span<const CheckPlace> places,
                   const PlanWish& wish)
{
    Outlook outlook;
    const int hours_min = wish.to.minutes - wish.from.minutes;
    outlook.problem.slots = static_cast<std::size_t>((hours_min + wish.stand_min - 1) / wish.stand_min);
    for (const FlaggedBus& each : flagged) outlook.problem.weights.push_back(each.weight);

    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<Passing>> by_stand;  // slot, place
    std::set<std::uint32_t> used;
    for (const Passing& passing : seen.all) {
        const double minute = std::floor(passing.minute);
        if (minute < wish.from.minutes || minute >= wish.to.minutes) continue;
        const auto slot = static_cast<std::uint32_t>((minute - wish.from.minutes) / wish.stand_min);
        by_stand[{slot, passing.place}].push_back(passing);
        used.insert(passing.place);
    }
    outlook.places.assign(used.begin(), used.end());
    outlook.problem.places = outlook.places.size();
    for (auto& [stand, passings] : by_stand) {
        const auto place = std::ranges::lower_bound(outlook.places, stand.second) - outlook.places.begin();
        Stand made{static_cast<std::uint32_t>(place), stand.first, {}};
        for (const Passing& passing : passings) made.sees.push_back(passing.vehicle);
        std::ranges::sort(made.sees);
        const auto repeated = std::ranges::unique(made.sees);
        made.sees.erase(repeated.begin(), repeated.end());
        outlook.problem.stands.push_back(std::move(made));
        outlook.of_stand.push_back(std::move(passings));
    }
    outlook.problem.lags = lags_between(places, outlook.places, wish);
    return outlook;
}

data::TimeOfDay minutes(double after_midnight)
{
    return {static_cast<std::int16_t>(std::clamp(after_midnight, 0.0, 1439.0))};
}

std::vector<ExpectedBus> expected(const Outlook& outlook, std::span<const std::uint32_t> stands,
                                  std::span<const std::string> numbers)
{
    std::vector<ExpectedBus> buses;
    for (const auto stand : stands)
        for (const Passing& passing : outlook.of_stand[stand])
            buses.push_back({numbers[passing.vehicle], minutes(passing.minute)});
    std::ranges::sort(buses, {}, [](const ExpectedBus& bus) { return std::tie(bus.at, bus.registration_number); });
    std::set<std::string> known;
    std::erase_if(buses, [&](const ExpectedBus& bus) { return !known.insert(bus.registration_number).second; });
    return buses;
}

/// The stands of a tour; neighbouring slots at one place are one stand.
void add_tour(CheckPlan& plan, std::size_t team, const Tour& tour, const Outlook& outlook,
              std::span<const CheckPlace> places, std::span<const std::string> numbers, const PlanWish& wish)
{
    for (std::size_t begin = 0, end = 0; begin < tour.size(); begin = end) {
        const Stand& first = outlook.problem.stands[tour[begin]];
        end = begin + 1;
        while (end < tour.size() && outlook.problem.stands[tour[end]].place == first.place &&
               outlook.problem.stands[tour[end]].slot == first.slot + (end - begin))
            ++end;
        const double from = wish.from.minutes + static_cast<double>(first.slot) * wish.stand_min;
        const double to = std::min<double>(from + static_cast<double>(end - begin) * wish.stand_min, wish.to.minutes);
        plan.stands.push_back({team, minutes(from), minutes(to), places[outlook.places[first.place]],
                               expected(outlook, std::span{tour}.subspan(begin, end - begin), numbers), 0});
    }
}

}  // namespace

std::vector<FlaggedBus> flagged_buses(const rules::Dossiers& dossiers, std::span<const rules::Finding> findings)
{
    std::map<std::size_t, int> weights;
    for (const rules::Finding& finding : findings) {
        if (finding.gap) continue;
        const int weight = finding.severity == rules::Severity::stop      ? weight_of_stop
                           : finding.severity == rules::Severity::rectify ? weight_of_rectify
                                                                          : 0;
        const auto bus = dossiers.find(finding.bus);
        if (weight > 0 && bus < dossiers.size()) weights[bus] = std::max(weights[bus], weight);
    }
    std::vector<FlaggedBus> flagged;
    for (const auto& [bus, weight] : weights) flagged.push_back({bus, weight});
    return flagged;
}

CheckPlan check_plan(const rules::Dossiers& dossiers, std::span<const FlaggedBus> flagged, const PlanWish& wish,
                     const PlanControl& control)
{
    const auto places = check_places(dossiers.snapshot());
    std::vector<std::size_t> buses;
    std::vector<std::string> numbers;
    for (const FlaggedBus& each : flagged) {
        buses.push_back(each.bus);
        numbers.push_back(dossiers.bus(each.bus).registration_number);
    }
    const auto seen = passings(dossiers, buses, wish.date, places, wish.sight_m);
    const auto outlook = outlook_of(seen, flagged, places, wish);

    ProofControl proof{.stop = control.stop};
    if (control.better) proof.better = [&](const ProvedTours& found) { control.better(found.weight, found.bound); };
    auto found = proved_tours(outlook.problem, wish.teams, proof);
    // The team that goes out first comes first; teams without a stand are at the end.
    std::ranges::stable_sort(found.tours, [](const Tour& a, const Tour& b) {
        return a.empty() || b.empty() ? !a.empty() && b.empty() : a.front() < b.front();
    });

    CheckPlan plan{.of = flagged.size(),
                   .weight = found.weight,
                   .bound = found.bound,
                   .proved = found.proved,
                   .no_school = rules::no_school(dossiers.school_days(), wish.date)};
    std::vector<bool> can_be_met(flagged.size()), covered(flagged.size());
    for (const Stand& stand : outlook.problem.stands)
        for (const auto vehicle : stand.sees) can_be_met[vehicle] = true;
    for (std::size_t team = 0; team < found.tours.size(); ++team) {
        add_tour(plan, team + 1, found.tours[team], outlook, places, numbers, wish);
        for (const auto vehicle : seen_on(outlook.problem, found.tours[team])) covered[vehicle] = true;
    }
    plan.covered = static_cast<std::size_t>(std::ranges::count(covered, true));
    for (std::size_t vehicle = 0; vehicle < flagged.size(); ++vehicle)
        if (!can_be_met[vehicle])
            plan.unmet.push_back({numbers[vehicle], seen.why_not[vehicle] == NotMet::none ? NotMet::not_in_hours
                                                                                          : seen.why_not[vehicle]});
    std::ranges::sort(plan.unmet, {}, &UnmetBus::registration_number);
    return plan;
}

double about_m(const geo::Position& a, const geo::Position& b)
{
    constexpr double degree_m = 6'371'009 * std::numbers::pi / 180;
    const double north = (b.lat - a.lat) * degree_m;
    const double east = (b.lon - a.lon) * degree_m * std::cos((a.lat + b.lat) / 2 * std::numbers::pi / 180);
    return std::hypot(north, east);
}

double drive_min(const geo::Position& from, const geo::Position& to, const PlanWish& wish)
{
    if (from == to) return 0;
    return about_m(from, to) / 1000 * wish.detour / wish.drive_kmh * 60 + wish.settle_min;
}

std::string_view word_of(NotMet why)
{
    static constexpr std::array<std::string_view, 7> words{"none",    "no_run",       "replaced", "no_route",
                                                           "no_time", "not_in_hours", "no_school"};
    return words[static_cast<std::size_t>(why)];
}

}  // namespace xiaoan::checks
