// Rules on what recorded tracks, sightings and the map tell: speed, stops, silent devices, water beside a route,
// vehicles in no register.
#pragma once

#include "console/rules/rule.hpp"

#include <span>
#include <vector>

namespace xiaoan::rules {

[[nodiscard]] std::span<const Rule> track_rules();

/// What a speed may be told too high by: 10 % (a habit, regulations.md section 8).
inline constexpr double speed_margin = 1.1;

/// The driven runs that count on the date: those of the last days (Params::track_days), the date included.
[[nodiscard]] std::vector<const DrivenRunFacts*> driven_lately(const BusOnDate& bus);

/// Of these the ones that left the permitted route by more than a stretch, where that was so on enough days; none
/// otherwise.
[[nodiscard]] std::vector<const DrivenRunFacts*> driven_off_route(const BusOnDate& bus);

/// A moment of a track as evidence: when, where, and what else is said of it.
void add_moment(std::vector<Evidence>& list, const TrackMoment& moment);

/// "2026-11-23 06:50".
[[nodiscard]] std::string minute_text(data::Timestamp at);
/// Whole metres.
[[nodiscard]] std::string metres_text(double metres);

}  // namespace xiaoan::rules
