// How one run was driven, from the positions that the bus recorded: off its route, standing, fast, late.
#pragma once

#include "data/register/track.hpp"
#include "geo/corridor.hpp"
#include "geo/position.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::conformance {

/// What is measured with. None of it is law; docs/tracks.md says where each number comes from.
struct Measures {
    double off_route_m = 200;    // farther from the permitted route is off it (regulations.md section 8)
    double off_stretch_m = 500;  // a longer stretch counts (the same)
    double stop_m = 50;          // nearer to an approved stop is at it (the same)
    double zone_m = 100;         // nearer to a stop the bus has come to it: two of its fixes may lie either side
    double queue_m = 150;        // so near to a stop a bus that stands waits for its place there
    int queue_s = 180;           // no longer than so, and it stands at that stop so soon after
    double drive_m = 300;        // a bus that went nowhere so far, and to neither end of the run, has not driven it
    int stand_s = 60;            // standing is a stop from so long on
    double still_kmh = 3;        // slower is standing: receivers report up to 2 km/h at rest
    double stand_m = 30;         // and stays within so much of where it began
    int gap_s = 180;             // what lies between fixes so far apart is not known
    double jump_kmh = 200;       // a fix that is reached and left faster is an error of the receiver
    double speed_margin = 1.1;   // sensor margin of 10 % (regulations.md section 8)
    int speed_leg_s = 10;        // the least time over which a speed is told from places
    int before_s = 2 * 3600;     // a run is looked for from so long before its departure
    int after_s = 2 * 3600;      // to so long after its arrival
};

struct TimedStop {
    std::optional<geo::Position> place;
    std::optional<std::int64_t> due_s;  // when the bus is to be there
    std::string_view name{};            // lives as long as the records
};

/// One run of one day as it was permitted. Moments are seconds of civil time.
struct ExpectedRun {
    const geo::Corridor* way = nullptr;  // the permitted route; null where its geometry is not recorded
    std::vector<TimedStop> stops{};      // in the order of the run
    std::int64_t departs_s = 0;
    std::int64_t arrives_s = 0;
    std::int64_t from_s = 0;  // the run is looked for within these
    std::int64_t to_s = 0;
};

/// A stop that is none: where the bus stood, and for how long.
struct UnapprovedStop {
    std::size_t fix = 0;  // where it began, in the points
    geo::Position place;  // the middle of its fixes
    int seconds = 0;
};

/// A stretch off the permitted route, from fix to fix.
struct OffStretch {
    std::size_t first = 0;
    std::size_t last = 0;
    double length_m = 0;
};

struct DrivenRun {
    std::size_t fixes = 0;              // within the window, after errors of the receiver were left out
    std::optional<double> off_route_m;  // empty where there is no geometry or no fix
    std::vector<OffStretch> off;        // in order
    std::vector<UnapprovedStop> stops;  // in order
    std::optional<int> late_min;        // at the stop where it was latest; below 0: early everywhere
    std::optional<double> max_kmh;
    std::size_t fastest = 0;  // the fix of max_kmh
};

/// A fix of a run, between the visits to its first stop and its last.
struct DrivenFix {
    std::size_t point = 0;        // in the points
    double leg_m = 0;             // from the fix before
    bool joined = false;          // it is known what was driven since the fix before
    std::optional<double> kmh{};  // as the speed of the run is told
};

/// Where a bus may stand: a stop of any route, by its place.
class ApprovedStops {
public:
    virtual ~ApprovedStops() = default;
    /// Metres to the nearest approved stop, if it lies within `within_m`.
    [[nodiscard]] virtual std::optional<double> nearest_m(const geo::Position& place, double within_m) const = 0;
};

/// Judges the points of one bus within the window of one run; `points` ascend by time and may be of any length.
/// The run begins at the first stop, at the visit of it that ended nearest to the departure, and ends at the last one,
/// at the visit that began nearest to the arrival; where the bus never came there, the timetable's moment stands for
/// it. What was driven before and after is not the run's. A run that was driven from the last stop to the first, nearer
/// to its departure than the way that the stops have, is taken so: ledgers give the way home the code of the way there.
class Driving {
public:
    Driving(const Measures& measures, const ApprovedStops& approved) : measures_(measures), approved_(approved) {}

    /// Indices in the result are those of `points`.
    [[nodiscard]] DrivenRun judge(std::span<const data::TrackPoint> points, const ExpectedRun& run);
    /// Those of the run judged last.
    [[nodiscard]] std::vector<DrivenFix> fixes() const;

private:
    struct Fix {
        geo::Position place;
        std::uint32_t at_s = 0;
        std::uint32_t point = 0;
        float leg_m = 0;  // from the fix before
        float kmh = -1;   // as recorded; below 0: not
    };
    /// The fixes of one stay at a place, both included.
    struct Visit {
        std::size_t first = 0;
        std::size_t last = 0;
    };
    void take(std::span<const data::TrackPoint> points, const ExpectedRun& run);
    void leave_out_jumps();
    void find_extent(const ExpectedRun& run);
    void find_ends(std::span<const TimedStop> stops, const ExpectedRun& run);
    void turn_if_driven_so(const ExpectedRun& run);
    [[nodiscard]] bool went_nowhere() const;
    void find_off(const geo::Corridor& way, DrivenRun& found);
    void find_stops(DrivenRun& found);
    void find_speed(DrivenRun& found);
    /// The speed at a fix, told from the fix before it and from the last one `speed_leg_s` earlier, which `from`
    /// follows. One that is not above `wanted` may be told from the recorded speeds alone.
    [[nodiscard]] std::optional<double> speed_at(std::size_t fix, std::size_t& from, double wanted) const;
    void find_late(DrivenRun& found) const;
    [[nodiscard]] std::optional<Visit> visit(const geo::Position& place, std::size_t from, std::int64_t moment,
                                             bool by_end) const;
    [[nodiscard]] double part_held(const geo::Corridor& way, std::size_t fix, bool begins_within,
                                   std::uint32_t hint) const;
    [[nodiscard]] bool is_queue(std::size_t last, const geo::Position& place, int seconds) const;
    /// Whether it is known what lies between a fix and the one before it.
    [[nodiscard]] bool is_known(std::size_t fix) const;
    [[nodiscard]] double metres(const geo::Position& a, const geo::Position& b) const;

    const Measures& measures_;
    const ApprovedStops& approved_;
    std::vector<Fix> fixes_;
    std::vector<TimedStop> stops_;  // of the run, in the order in which it was driven
    std::optional<geo::DegreeBand> degrees_;
    std::optional<Visit> departed_, arrived_;  // at the first stop, and at the last
    std::size_t first_ = 0, last_ = 0;         // the run's fixes, both included, where it has any
    bool has_extent_ = false;
};

}  // namespace xiaoan::conformance
