#include "console/conformance/bus_track.hpp"

#include <algorithm>
#include <map>
#include <ranges>

namespace xiaoan::conformance {

data::Timestamp begin_of(data::Date date)
{
    return {std::chrono::seconds{date.time_since_epoch()}.count()};
}

data::Timestamp end_of(data::Date date)
{
    return {begin_of(date + std::chrono::days{1}).seconds - 1};
}

EnteredTracks entered_tracks(const data::Snapshot& snapshot)
{
    EnteredTracks tracks;
    for (const data::Track& each : snapshot.all<data::Track>()) tracks[each.registration_number].push_back(&each);
    return tracks;
}

void add_entered(const EnteredTracks& entered, std::string_view registration_number, data::Timestamp first,
                 data::Timestamp last, data::RecordedTrack& track)
{
    const auto of_bus = entered.find(registration_number);
    if (of_bus == entered.end()) return;
    std::map<std::int64_t, std::uint16_t> block_of_source;
    for (const data::Track* each : of_bus->second) {
        if (each->at < first || each->at > last || !each->lon || !each->lat) continue;
        auto point = data::track_point(each->at, *each->lon, *each->lat, each->speed_kmh,
                                       static_cast<std::uint32_t>(each->origin.row));
        if (!point) continue;
        const auto [block, is_new] =
            block_of_source.try_emplace(each->origin.source, static_cast<std::uint16_t>(track.blocks.size()));
        if (is_new)
            track.blocks.push_back({.registration_number = each->registration_number, .source = each->origin.source});
        point->block = block->second;
        track.points.push_back(*point);
    }
    std::ranges::stable_sort(track.points, {}, &data::TrackPoint::at_s);
    const auto earlier = std::ranges::unique(std::views::reverse(track.points), {}, &data::TrackPoint::at_s);
    track.points.erase(track.points.begin(),
                       track.points.begin() + std::ranges::distance(earlier.begin(), earlier.end()));
}

}  // namespace xiaoan::conformance
