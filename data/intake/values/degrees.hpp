// Longitudes and latitudes: decimal degrees, or degrees, minutes and seconds.
#pragma once

#include "data/intake/values/reading.hpp"

#include <cstdint>
#include <string_view>

namespace xiaoan::data {

enum class Axis : std::uint8_t { longitude, latitude };

/// Decimal degrees: 122.839, 122.839°, 122°50′24″, 122°50.4′, 122度50分24秒, with 东经 E W 北纬 N S before or behind.
/// Faults: bad_degrees, also for a letter of the other axis and minutes or seconds of 60 and more;
/// out_of_range{lowest, highest} past 180 or 90.
[[nodiscard]] Reading<double> parse_degrees(std::string_view text, Axis axis);

}  // namespace xiaoan::data
