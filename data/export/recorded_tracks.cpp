#include "data/export/recorded_tracks.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <set>

namespace xiaoan::data {

void add_recorded_tracks(Snapshot& snapshot, const Register& from)
{
    const Timestamp first{0}, last{std::numeric_limits<std::uint32_t>::max()};
    std::set<std::string> vehicles;
    for (const TrackBlock& block : from.track_blocks(first, last)) vehicles.insert(block.registration_number);
    if (vehicles.empty()) return;
    const auto& by_hand = snapshot.all<Track>();
    std::vector<Track> tracks(by_hand.begin(), by_hand.end());
    std::int64_t id = tracks.empty() ? 0 : tracks.back().id.value;
    for (const std::string& vehicle : vehicles) {
        const RecordedTrack recorded = from.track(vehicle, first, last);
        std::ranges::transform(recorded.points, std::back_inserter(tracks), [&](const TrackPoint& point) {
            return Track{RecordId{++id},
                         vehicle,
                         point.at(),
                         point.lon(),
                         point.lat(),
                         point.speed_kmh(),
                         {recorded.blocks[point.block].source, static_cast<std::int32_t>(point.row)}};
        });
    }
    snapshot.all<Track>() = Table<Track>(std::move(tracks));
}

}  // namespace xiaoan::data
