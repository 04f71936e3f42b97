// Recorded tracks: where vehicles were, point by point, as their devices recorded it (formats.md 1.10).
#pragma once

#include "data/kinds/cell.hpp"

#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace xiaoan::data {

/// One position of a track in 20 bytes. Kept to 1e-7 degree (11 mm) and 0.01 km/h; devices send 1e-6 degree and
/// 0.1 km/h (JT/T 808-2019, message 0x0200).
struct TrackPoint {
    static constexpr std::uint16_t no_speed = std::numeric_limits<std::uint16_t>::max();

    std::uint32_t at_s = 0;  // as Timestamp: seconds of civil time in Asia/Shanghai after 1970; to 2106
    std::int32_t lon_e7 = 0;
    std::int32_t lat_e7 = 0;
    std::uint32_t row = 0;                // of its file
    std::uint16_t speed_ckmh = no_speed;  // hundredths of km/h
    std::uint16_t block = 0;              // of a RecordedTrack: the place of its block
    friend bool operator==(const TrackPoint&, const TrackPoint&) = default;

    [[nodiscard]] Timestamp at() const { return Timestamp{at_s}; }
    [[nodiscard]] double lon() const { return lon_e7 / 1e7; }
    [[nodiscard]] double lat() const { return lat_e7 / 1e7; }
    [[nodiscard]] std::optional<double> speed_kmh() const
    {
        return speed_ckmh == no_speed ? std::nullopt : std::optional{speed_ckmh / 100.0};
    }
    /// Whether both say the same of the same moment.
    [[nodiscard]] bool same_as(const TrackPoint& other) const
    {
        return at_s == other.at_s && lon_e7 == other.lon_e7 && lat_e7 == other.lat_e7 && speed_ckmh == other.speed_ckmh;
    }
};

/// The values as a point. Empty where the moment lies outside 1970 to 2106, the position is no position, or the speed
/// is below 0 or above 655 km/h.
[[nodiscard]] inline std::optional<TrackPoint> track_point(Timestamp at, double lon, double lat,
                                                           std::optional<double> speed_kmh, std::uint32_t row = 0)
{
    constexpr double most_kmh = 655;
    const bool in_time = at.given() && at.seconds >= 0 && at.seconds <= std::numeric_limits<std::uint32_t>::max();
    if (!in_time || !(std::abs(lon) <= 180) || !(std::abs(lat) <= 90)) return std::nullopt;
    if (speed_kmh && !(*speed_kmh >= 0 && *speed_kmh <= most_kmh)) return std::nullopt;
    const auto e7 = [](double degrees) { return static_cast<std::int32_t>(std::lround(degrees * 1e7)); };
    return TrackPoint{static_cast<std::uint32_t>(at.seconds), e7(lon), e7(lat), row,
                      speed_kmh ? static_cast<std::uint16_t>(std::lround(*speed_kmh * 100)) : TrackPoint::no_speed};
}

/// Some points of one vehicle that came with one file; never changed.
struct TrackBlock {
    std::int64_t id = 0;
    std::string registration_number{};
    Timestamp first{};
    Timestamp last{};
    std::size_t points = 0;
    std::string sha256{};  // of what it holds
    std::int64_t source = 0;
};

/// The points of one vehicle in the order of time, one a second; of several blocks what came last.
struct RecordedTrack {
    std::vector<TrackBlock> blocks;  // in the order in which they came
    std::vector<TrackPoint> points;
};

}  // namespace xiaoan::data
