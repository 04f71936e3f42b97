// What recorded tracks and the shapes of routes say of the buses: worked out apart (console/conformance), judged with
// the rest. Null where nobody looked.
#pragma once

#include "data/kinds/kinds.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <vector>

namespace xiaoan::rules {

/// A moment of a track, with the row that it came from.
struct TrackMoment {
    data::Timestamp at;
    double lon = 0;
    double lat = 0;
    data::Origin origin;
};

/// A stop that is none.
struct UnapprovedStay : TrackMoment {
    int seconds = 0;
};

/// How one run of one day was driven, beside the permitted route.
struct DrivenRunFacts {
    data::Date date{};
    data::RecordId run;      // as rostered
    data::RecordId route;    // the permitted one; 0 where the register lacks it
    bool stands_in = false;  // for another bus on that day, whose run and route these are
    bool silent = false;  // nothing came of it on all that school day, although tracks of other buses of its county did
    std::size_t fixes = 0;                // while the run was looked for
    std::optional<double> off_route_m{};  // not known without the route's geometry or without a fix
    double longest_off_m = 0;             // in one stretch
    TrackMoment off{};                    // where that began
    std::optional<int> late_min{};
    std::optional<double> max_kmh{};
    TrackMoment fastest{};
    std::vector<UnapprovedStay> stops{};
    double waterside_m = 0;  // of its stretches off the route, beside waters without a barrier
};

struct DrivenBusFacts {
    std::vector<DrivenRunFacts> runs{};  // by date, then departure
    data::Timestamp last_fix{};          // within the days looked at; not given where there is none
    bool others_send = false;            // buses of its operator have fixes then
};

/// A stretch of a route beside a water.
struct WatersideStretch {
    data::RecordId water;
    double length_m = 0;
    double along_m = 0;  // of the route, where it begins
};

struct DrivenFacts {
    data::Date from{};  // the days looked at, both included
    data::Date to{};
    std::vector<DrivenBusFacts> buses{};                                // one a bus, in the order of the dossiers
    std::map<data::RecordId, std::vector<WatersideStretch>> waterside;  // by route; by length, the longest first
    /// How far the line of one route (first) runs off that of another in one stretch, where that is too far.
    std::map<std::pair<data::RecordId, data::RecordId>, double> other_way;
};

/// Of the permitted route or beside it, from so far on (regulations.md section 8).
inline constexpr double off_route_stretch_m = 500;
inline constexpr std::size_t off_route_days = 3;
inline constexpr std::size_t silent_days = 2;

}  // namespace xiaoan::rules
