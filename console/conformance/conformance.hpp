// Recorded tracks of all buses against their permitted routes and times, and the shapes of routes against each other
// and the waters: what the rules on tracks are judged by.
#pragma once

#include "console/conformance/drive.hpp"
#include "console/rules/dossier.hpp"
#include "data/register/snapshot.hpp"
#include "data/register/track.hpp"
#include "geo/geometry.hpp"

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::data {
class Register;
}

namespace xiaoan::conformance {

/// Where tracks come from; without functions there are none.
struct TrackSource {
    std::function<std::vector<data::TrackBlock>(data::Timestamp first, data::Timestamp last)> blocks;
    std::function<data::RecordedTrack(std::string_view registration_number, data::Timestamp first,
                                      data::Timestamp last)>
        track;
};
/// Those of a register, which must outlive it.
[[nodiscard]] TrackSource tracks_of(const data::Register& from);

/// Waters with their places, in the same order.
struct PlacedWaters {
    std::span<const data::Water* const> waters;
    std::span<const geo::Geometry> geometries;
};

struct Asked {
    data::Date from{};  // the days looked at, both included
    data::Date to{};
    std::string bus{};  // its registration number; empty: all
    data::Adcode county{};
    Measures measures{};
};

/// The facts of all buses (of those asked for alone; the others have none). Points are read bus by bus: memory is that
/// of the longest track. A run is expected where the roster has one on the date and the bus is neither replaced nor
/// stands in for another; compared with the route of the plate held that day, else of the permit in force, else,
/// without a paper, with its own. Throws what the source throws.
[[nodiscard]] std::shared_ptr<const rules::DrivenFacts> driven_facts(const rules::Dossiers& dossiers,
                                                                     const TrackSource& tracks,
                                                                     const PlacedWaters& waters, const Asked& asked);

/// Facts with what they were made of, so that they serve again where that is still the same.
struct LookedAt {
    std::shared_ptr<const rules::DrivenFacts> facts{};
    std::shared_ptr<const data::Snapshot> snapshot{};
    rules::Params params{};
    rules::SchoolHolidays school_holidays{};
    std::size_t blocks = 0;
    std::int64_t newest_block = 0;
};

/// The facts that the rules want on this date: of the days that they look at, and one more for the day before. Those of
/// `before` (which may be null) where records, parameters and tracks are the same, and the date does not matter or is
/// the same too.
[[nodiscard]] LookedAt look_at(const rules::Dossiers& dossiers, const std::shared_ptr<const data::Snapshot>& snapshot,
                               const TrackSource& tracks, const PlacedWaters& waters, data::Date as_of,
                               const LookedAt* before = nullptr);

}  // namespace xiaoan::conformance
