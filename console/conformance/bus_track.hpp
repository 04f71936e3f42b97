// The points of one bus: what devices recorded, with what was entered by hand.
#pragma once

#include "data/register/snapshot.hpp"
#include "data/register/track.hpp"

#include <string_view>
#include <unordered_map>
#include <vector>

namespace xiaoan::conformance {

/// The first and the last second of a day of civil time.
[[nodiscard]] data::Timestamp begin_of(data::Date date);
[[nodiscard]] data::Timestamp end_of(data::Date date);

/// Points that were entered by hand, by registration number.
using EnteredTracks = std::unordered_map<std::string_view, std::vector<const data::Track*>>;
[[nodiscard]] EnteredTracks entered_tracks(const data::Snapshot& snapshot);

/// Adds those of a bus between two moments. What was entered by hand goes before what a device recorded of the same
/// second.
void add_entered(const EnteredTracks& entered, std::string_view registration_number, data::Timestamp first,
                 data::Timestamp last, data::RecordedTrack& track);

}  // namespace xiaoan::conformance
