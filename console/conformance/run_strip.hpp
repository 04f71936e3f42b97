// One driven run as a strip: how far along its route the bus was when, beside stops and timetable, with what is marked.
#pragma once

#include "console/conformance/conformance.hpp"
#include "console/conformance/drive.hpp"
#include "console/rules/dossier.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace xiaoan::conformance {

struct StripFix {
    geo::Position place;
    std::int64_t at_s = 0;  // seconds of civil time
    double along_m = 0;     // of the permitted route, else of the way driven
    bool joined = false;    // it is known what was driven since the fix before
    std::optional<double> kmh{};
};

/// An approved stop of the run.
struct StripStop {
    std::string name;
    std::optional<double> along_m;       // empty where it has no place on the strip
    std::optional<std::int64_t> due_s;   // by the timetable
    std::optional<std::int64_t> came_s;  // when the bus was first near it; left it, at the first stop
};

enum class StripMark : std::uint8_t { off_route, too_fast };
/// From fix to fix, both included.
struct StripStretch {
    StripMark mark{};
    std::size_t first = 0;
    std::size_t last = 0;
    double length_m = 0;
    double max_kmh = 0;  // of one driven too fast
};

/// A stop that is none.
struct StripStand {
    std::size_t fix = 0;  // where it began
    geo::Position place;
    int seconds = 0;
};

struct RunStrip {
    std::string registration_number{};
    std::string route{};  // code of the permitted one; empty where the register lacks it
    std::string route_name{};
    data::Date date{};
    data::RecordId run{};
    bool along_route = false;  // distances are along the permitted route; else along the way driven
    double length_m = 0;       // of the route, else of the way driven
    std::int64_t departs_s = 0, arrives_s = 0;
    double limit_kmh = 0;  // above it, with the margin of the sensor, is too fast
    std::vector<StripStop> stops{};
    std::vector<StripFix> fixes{};
    std::vector<StripStretch> stretches{};  // by mark, then in order
    std::vector<StripStand> stands{};
    std::optional<int> late_min{};
    std::optional<double> max_kmh{};
    std::optional<double> off_route_m{};
    geo::Polyline way{};  // the permitted route; empty where it has no geometry
};

/// The strip of the points of one bus for one run; faster than `fast_kmh` is marked.
[[nodiscard]] RunStrip strip_of(std::span<const data::TrackPoint> points, const ExpectedRun& run, Driving& driving,
                                const Measures& measures, double fast_kmh);

/// Which run of which day: as rostered.
struct StripWish {
    std::string registration_number;
    data::Date date{};
    data::RecordId run;
    friend bool operator==(const StripWish&, const StripWish&) = default;
};

/// Reads the track of the bus and makes its strip; empty where no such run is expected on that day. Throws what the
/// source throws.
[[nodiscard]] std::optional<RunStrip> run_strip(const rules::Dossiers& dossiers, const TrackSource& tracks,
                                                const StripWish& wish, const Measures& measures = {});

}  // namespace xiaoan::conformance
