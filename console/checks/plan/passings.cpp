#include "console/checks/plan/passings.hpp"

#include "console/checks/plan/route_times.hpp"
#include "console/checks/school_times.hpp"
#include "geo/near.hpp"
#include "geo/polyline.hpp"
#include "geo/shore_distance.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <unordered_map>

namespace xiaoan::checks {

namespace {

/// Why a run is not made on the date: no_school where it is its day but for a holiday, or a day without school.
NotMet why_not_made(const data::Run& run, data::Date date, const rules::SchoolDays& days)
{
    if (run.from_on.has_date() && run.from_on.date() > date) return NotMet::no_run;
    if (run.to_on.has_date() && run.to_on.date() < date) return NotMet::no_run;
    if (rules::is_run_day(days, run.weekdays, date)) return NotMet::none;
    return run.weekdays.empty() || rules::names_weekday(run.weekdays, date) ? NotMet::no_school : NotMet::no_run;
}

/// Whether nothing better is known of a bus than that it makes no run.
bool is_without_run(NotMet why)
{
    return why == NotMet::no_run || why == NotMet::no_school || why == NotMet::replaced;
}

/// A line with the places that it passes.
struct Seen {
    geo::Polyline line;
    std::vector<std::pair<std::uint32_t, double>> places;  // and how far along
};

/// The places near the lines of all routes asked for, each line looked at once.
class Sight {
public:
    Sight(std::span<const CheckPlace> places, double sight_m) : sight_m_(sight_m)
    {
        points_.reserve(places.size());
        for (const CheckPlace& place : places) points_.push_back(geo::geometry_of(place.at));
        for (const CheckPlace& place : places) positions_.push_back(place.at);
    }

    /// Places along the line and how far along each.
    std::vector<std::pair<std::uint32_t, double>> along(const geo::Polyline& line) const
    {
        std::vector<std::pair<std::uint32_t, double>> seen;
        auto box = geo::bounding_box(line.points);
        // One degree of latitude is 111 km; of longitude cos(latitude) of it.
        const double north = sight_m_ / 110'000;
        const double east = north / std::max(0.01, std::cos(box.centre().lat * 3.14159265358979 / 180));
        box.add(geo::Position{box.west - east, box.south - north});
        box.add(geo::Position{box.east + east, box.north + north});
        const geo::Geometry shape = geo::geometry_of(line);
        for (std::uint32_t place = 0; place < positions_.size(); ++place) {
            if (!box.contains(positions_[place])) continue;
            if (!geo::shore_distance_within(positions_[place], shape, sight_m_)) continue;
            if (const auto at = geo::nearest_place(line, positions_[place])) seen.emplace_back(place, at->along_m);
        }
        return seen;
    }

private:
    double sight_m_;
    std::vector<geo::Geometry> points_;
    std::vector<geo::Position> positions_;
};

}  // namespace

std::vector<CheckPlace> check_places(const data::Snapshot& snapshot)
{
    std::map<std::pair<long, long>, CheckPlace> by_spot;  // in ten-thousandths of a degree, some ten metres
    const auto add = [&](std::string name, std::optional<double> lon, std::optional<double> lat) {
        if (!lon || !lat || !geo::is_valid({*lon, *lat})) return;
        const std::pair spot{std::lround(*lon * 1e4), std::lround(*lat * 1e4)};
        const auto [known, is_new] = by_spot.try_emplace(spot, CheckPlace{name, {*lon, *lat}});
        if (!is_new && known->second.name.empty()) known->second.name = std::move(name);
    };
    for (const data::School& school : snapshot.all<data::School>()) add(school.name, school.lon, school.lat);
    for (const data::Stop& stop : snapshot.all<data::Stop>()) add(stop.name, stop.lon, stop.lat);
    std::vector<CheckPlace> places;
    for (auto& [spot, place] : by_spot) places.push_back(std::move(place));
    std::ranges::stable_sort(places, {}, &CheckPlace::name);
    return places;
}

Passings passings(const rules::Dossiers& dossiers, std::span<const std::size_t> buses, data::Date date,
                  std::span<const CheckPlace> places, double sight_m)
{
    const data::Snapshot& snapshot = dossiers.snapshot();
    std::unordered_map<std::string_view, std::vector<std::string_view>> driven_for;  // that day, by the substitute
    std::unordered_map<std::string_view, std::string_view> replaced_by;
    for (const data::Substitution& substitution : snapshot.all<data::Substitution>())
        if (substitution.date == data::DateCell{date} && !substitution.substitute_bus.empty() &&
            substitution.substitute_bus != substitution.registration_number) {
            driven_for[substitution.substitute_bus].push_back(substitution.registration_number);
            replaced_by[substitution.registration_number] = substitution.substitute_bus;
        }

    const Sight sight(places, sight_m);
    std::unordered_map<std::string_view, std::vector<std::pair<std::uint32_t, double>>> seen_of_route;
    Passings found{{}, std::vector<NotMet>(buses.size(), NotMet::no_run)};
    for (std::uint32_t vehicle = 0; vehicle < buses.size(); ++vehicle) {
        NotMet& why = found.why_not[vehicle];
        const auto make_runs_of = [&](const rules::Dossier& dossier) {
            for (const rules::RunFacts& facts : dossier.runs) {
                const data::Run* const run = &dossiers.record(facts);
                if (const NotMet not_made = why_not_made(*run, date, dossiers.school_days());
                    not_made != NotMet::none) {
                    if (why == NotMet::no_run) why = not_made;
                    continue;
                }
                const auto times = route_times(dossiers.route(run->route), dossiers.stops(run->route), run->departs_at);
                if (!times.timed) {
                    if (is_without_run(why)) why = times.why == NoTimes::no_time ? NotMet::no_time : NotMet::no_route;
                    continue;
                }
                const auto [seen, is_new] = seen_of_route.try_emplace(run->route);
                if (is_new) seen->second = sight.along(times.timed->line);
                for (const auto& [place, along_m] : seen->second)
                    found.all.push_back({vehicle, place, times.timed->minute_at(along_m)});
                why = seen->second.empty() && why != NotMet::none ? NotMet::not_in_hours : NotMet::none;
            }
        };
        const auto dossier = dossiers[buses[vehicle]];
        const std::string_view number = dossiers.bus(buses[vehicle]).registration_number;
        if (replaced_by.contains(number))
            why = NotMet::replaced;
        else
            make_runs_of(dossier);
        if (const auto others = driven_for.find(number); others != driven_for.end())
            for (const auto other : others->second)
                if (const auto index = dossiers.find(other); index < dossiers.size()) make_runs_of(dossiers[index]);
    }
    return found;
}

}  // namespace xiaoan::checks
