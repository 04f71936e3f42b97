#include "console/conformance/run_strip.hpp"

#include "console/conformance/along_line.hpp"
#include "console/conformance/bus_track.hpp"
#include "console/conformance/expected.hpp"
#include "console/conformance/stop_places.hpp"
#include "console/rules/track_rules.hpp"
#include "geo/geodesic.hpp"
#include "geo/polyline.hpp"

#include <algorithm>

namespace xiaoan::conformance {

namespace {

/// When the bus was at the stops, one after the other, as Driving tells its delays.
void find_visits(RunStrip& strip, const ExpectedRun& run, double zone_m)
{
    std::size_t next = 0;
    for (std::size_t stop = 0; stop < run.stops.size(); ++stop) {
        if (!run.stops[stop].place) continue;
        const auto is_near = [&](const StripFix& fix) {
            return geo::geodesic_m(fix.place, *run.stops[stop].place) <= zone_m;
        };
        auto found = std::find_if(strip.fixes.begin() + static_cast<std::ptrdiff_t>(next), strip.fixes.end(), is_near);
        if (found == strip.fixes.end()) continue;
        while (stop == 0 && found + 1 != strip.fixes.end() && is_near(*(found + 1))) ++found;
        strip.stops[stop].came_s = found->at_s;
        next = static_cast<std::size_t>(found - strip.fixes.begin());
        if (!strip.along_route) strip.stops[stop].along_m = found->along_m;
    }
}

void place_stops(RunStrip& strip, const ExpectedRun& run, double reach_m)
{
    std::vector<geo::Position> places;
    for (const TimedStop& stop : run.stops)
        if (stop.place) places.push_back(*stop.place);
    const auto along = along_line(run.way->line(), places, reach_m);
    for (std::size_t stop = 0, at = 0; stop < run.stops.size(); ++stop)
        if (run.stops[stop].place && at < along.size()) strip.stops[stop].along_m = along[at++];
}

/// Fixes in a row that were driven too fast, from the one before the first of them.
void find_fast(RunStrip& strip, double fast_kmh)
{
    const auto is_fast = [&](std::size_t i) { return strip.fixes[i].kmh.value_or(0) > fast_kmh; };
    for (std::size_t i = 1; i < strip.fixes.size(); ++i) {
        if (!is_fast(i)) continue;
        StripStretch made{StripMark::too_fast, i - 1, i, 0, 0};
        for (; i < strip.fixes.size() && is_fast(i); ++i) {
            made.last = i;
            made.max_kmh = std::max(made.max_kmh, *strip.fixes[i].kmh);
            made.length_m += geo::geodesic_m(strip.fixes[i - 1].place, strip.fixes[i].place);
        }
        strip.stretches.push_back(made);
    }
}

}  // namespace

RunStrip strip_of(std::span<const data::TrackPoint> points, const ExpectedRun& run, Driving& driving,
                  const Measures& measures, double fast_kmh)
{
    const DrivenRun driven = driving.judge(points, run);
    const auto fixes = driving.fixes();
    RunStrip strip{.along_route = run.way != nullptr,
                   .departs_s = run.departs_s,
                   .arrives_s = run.arrives_s,
                   .late_min = driven.late_min,
                   .max_kmh = driven.max_kmh,
                   .off_route_m = driven.off_route_m};
    std::vector<geo::Position> places;
    double way_m = 0;
    for (const DrivenFix& fix : fixes) {
        const data::TrackPoint& point = points[fix.point];
        way_m += fix.leg_m;
        places.push_back({point.lon(), point.lat()});
        strip.fixes.push_back({places.back(), point.at_s, way_m, fix.joined, fix.kmh});
    }
    for (const TimedStop& stop : run.stops) strip.stops.push_back({std::string{stop.name}, {}, stop.due_s, {}});
    strip.length_m = way_m;
    if (run.way != nullptr) {
        strip.way = run.way->line();
        strip.length_m = geo::length_m(strip.way);
        const auto along = along_line(strip.way, places, measures.off_route_m);
        for (std::size_t i = 0; i < along.size(); ++i) strip.fixes[i].along_m = along[i];
        place_stops(strip, run, measures.off_route_m);
    }
    find_visits(strip, run, measures.zone_m);
    const auto fix_of = [&](std::size_t point) {
        return static_cast<std::size_t>(std::ranges::lower_bound(fixes, point, {}, &DrivenFix::point) - fixes.begin());
    };
    for (const OffStretch& off : driven.off)
        strip.stretches.push_back({StripMark::off_route, fix_of(off.first), fix_of(off.last), off.length_m, 0});
    find_fast(strip, fast_kmh);
    for (const UnapprovedStop& stop : driven.stops)
        strip.stands.push_back({fix_of(stop.fix), stop.place, stop.seconds});
    return strip;
}

std::optional<RunStrip> run_strip(const rules::Dossiers& dossiers, const TrackSource& tracks, const StripWish& wish,
                                  const Measures& measures)
{
    const auto bus = dossiers.find(wish.registration_number);
    if (bus == dossiers.size()) return std::nullopt;
    Expectations expectations(dossiers, measures);
    const auto all = expectations.of(bus, wish.date);
    const auto expected = std::ranges::find(all, wish.run, &Expected::rostered);
    if (expected == all.end()) return std::nullopt;
    const data::Timestamp first = begin_of(wish.date), last = end_of(wish.date);
    data::RecordedTrack track;
    if (tracks.track) track = tracks.track(wish.registration_number, first, last);
    add_entered(entered_tracks(dossiers.snapshot()), wish.registration_number, first, last, track);
    const StopPlaces approved(dossiers.snapshot());
    Driving driving(measures, approved);
    const double limit_kmh = dossiers.params().speed_limit_kmh;
    RunStrip strip = strip_of(track.points, expected->run, driving, measures, limit_kmh * rules::speed_margin);
    strip.registration_number = wish.registration_number;
    strip.date = wish.date;
    strip.run = wish.run;
    strip.limit_kmh = limit_kmh;
    if (const auto* route = dossiers.snapshot().all<data::Route>().find(expected->route)) {
        strip.route = route->code;
        strip.route_name = route->name;
    }
    return strip;
}

}  // namespace xiaoan::conformance
