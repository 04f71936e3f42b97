#include "console/conformance/expected.hpp"

#include "geo/wkt.hpp"

#include <algorithm>
#include <chrono>

namespace xiaoan::conformance {

namespace {

constexpr std::int64_t minute_s = 60;
constexpr std::int64_t hour_s = 3600;

std::int64_t begin_of(data::Date date)
{
    return std::chrono::seconds{date.time_since_epoch()}.count();
}

/// The route that the papers of the day permit; null where they name none that the register holds.
const data::Route* permitted(const rules::BusOnDate& bus)
{
    if (bus.plate_held != nullptr) return bus.dossiers.route(bus.record(*bus.plate_held).route);
    if (bus.permit_in_force != nullptr) return bus.dossiers.route(bus.record(*bus.permit_in_force).route);
    return nullptr;
}

/// A time long before the departure is one of the next day: 00:06 of a run that departs at 23:54.
std::int64_t moment_of(data::TimeOfDay time, data::TimeOfDay departure, std::int64_t midnight_s)
{
    constexpr int half_day = 12 * 60;
    const bool next_day = departure.given() && time.minutes + half_day < departure.minutes;
    return midnight_s + time.minutes * minute_s + (next_day ? 24 * hour_s : 0);
}

/// When a route begins: as it says, else as its first stop does.
data::TimeOfDay departure_of(const data::Route& route, std::span<const data::Stop* const> stops)
{
    return route.departs_at.given() || stops.empty() ? route.departs_at : stops.front()->time;
}

std::vector<TimedStop> timed_stops(std::span<const data::Stop* const> stops, data::TimeOfDay departure,
                                   std::int64_t midnight_s, std::int64_t moved_s)
{
    std::vector<TimedStop> timed;
    for (const data::Stop* stop : stops) {
        TimedStop each;
        if (stop->lon && stop->lat) each.place = geo::Position{*stop->lon, *stop->lat};
        if (stop->time.given()) each.due_s = moment_of(stop->time, departure, midnight_s) + moved_s;
        each.name = stop->name;
        timed.push_back(each);
    }
    return timed;
}

}  // namespace

std::optional<geo::Polyline> line_of(const data::Route& route)
{
    auto geometry = geo::geometry_from_wkt(route.geometry);
    if (!geometry || geometry->lines.size() != 1 || geometry->lines.front().points.size() < 2) return std::nullopt;
    return std::move(geometry->lines.front());
}

std::optional<geo::Polyline> line_through(std::span<const data::Stop* const> stops)
{
    if (stops.size() < 2) return std::nullopt;
    geo::Polyline line;
    for (const data::Stop* stop : stops) {
        if (!stop->lon || !stop->lat) return std::nullopt;
        line.points.push_back({*stop->lon, *stop->lat});
    }
    return line;
}

const geo::Corridor* Expectations::way_of(const data::Route* route)
{
    if (route == nullptr) return nullptr;
    const auto [known, is_new] = ways_.try_emplace(route->id);
    if (is_new)
        if (const auto line = line_of(*route))
            known->second = std::make_unique<geo::Corridor>(*line, measures_.off_route_m);
    return known->second.get();
}

std::optional<Expected> Expectations::expected(const rules::BusOnDate& bus, const rules::RunFacts& facts)
{
    const data::Run& run = bus.record(facts);
    if (!rules::is_run_day(dossiers_.school_days(), run.weekdays, bus.as_of)) return std::nullopt;
    const data::Route* own = dossiers_.route(run.route);
    const bool papers = bus.plate_held != nullptr || bus.permit_in_force != nullptr;
    const data::Route* allowed = papers ? permitted(bus) : own;
    const data::Route* timetable = own != nullptr ? own : allowed;
    const std::int64_t midnight_s = begin_of(bus.as_of);
    Expected found{.run = {}, .rostered = run.id, .route = allowed != nullptr ? allowed->id : data::RecordId{}};
    std::int64_t moved_s = 0;
    if (run.departs_at.given() && timetable != nullptr && timetable->departs_at.given())
        moved_s = (run.departs_at.minutes - timetable->departs_at.minutes) * minute_s;
    data::TimeOfDay departure;
    if (timetable != nullptr) {
        const auto recorded = dossiers_.stops(timetable->code);
        departure = departure_of(*timetable, recorded);
        found.run.stops = timed_stops(recorded, departure, midnight_s, moved_s);
    }
    const auto& stops = found.run.stops;
    if (facts.departs_at.given())
        found.run.departs_s = midnight_s + facts.departs_at.minutes * minute_s;
    else if (!stops.empty() && stops.front().due_s)
        found.run.departs_s = *stops.front().due_s;
    else
        return std::nullopt;
    found.run.arrives_s = found.run.departs_s + hour_s;
    if (timetable != nullptr && timetable->arrives_at.given())
        found.run.arrives_s = moment_of(timetable->arrives_at, departure, midnight_s) + moved_s;
    else if (!stops.empty() && stops.back().due_s)
        found.run.arrives_s = *stops.back().due_s;
    found.run.arrives_s = std::max(found.run.arrives_s, found.run.departs_s);
    found.run.from_s = found.run.departs_s - measures_.before_s;
    found.run.to_s = found.run.arrives_s + measures_.after_s;
    found.run.way = way_of(allowed);
    return found;
}

std::vector<Expected> Expectations::of(std::size_t bus, data::Date date)
{
    std::vector<Expected> found;
    const auto on = rules::bus_on_date(dossiers_, bus, date, room_);
    const auto add_runs_of = [&](const rules::BusOnDate& of) {
        for (const rules::RunFacts* facts : of.current_runs)
            if (auto one = expected(of, *facts)) found.push_back(std::move(*one));
    };
    if (on.standing_in != nullptr) {
        const auto other = dossiers_.find(dossiers_.record(*on.standing_in).registration_number);
        if (other == dossiers_.size()) return found;
        rules::BusRoom room;
        add_runs_of(rules::bus_on_date(dossiers_, other, date, room));
        for (Expected& each : found) each.stands_in = true;
    } else if (on.in_service && !(on.substitution != nullptr && on.substitution->other_bus)) {
        add_runs_of(on);
    }
    std::ranges::sort(found, {}, [](const Expected& each) { return std::pair{each.run.departs_s, each.rostered}; });
    // Between two runs the time is parted in the middle.
    for (std::size_t i = 1; i < found.size(); ++i) {
        ExpectedRun &before = found[i - 1].run, &after = found[i].run;
        const std::int64_t middle = (before.arrives_s + after.departs_s) / 2;
        before.to_s = std::min(before.to_s, std::max(middle, before.departs_s));
        after.from_s = std::max(after.from_s, std::min(middle + 1, after.departs_s));
    }
    return found;
}

}  // namespace xiaoan::conformance
