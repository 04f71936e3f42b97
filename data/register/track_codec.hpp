// The bytes of a block of a track: a column after the other, each value as its difference from the one before it.
#pragma once

#include "data/register/track.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::data {

/// The most points of one block.
inline constexpr std::size_t points_a_block = 8192;

/// A byte for the version, the number of points, then times, longitudes, latitudes, speeds and rows. Points ascend by
/// time. The same points are the same bytes.
[[nodiscard]] std::string encoded_track(std::span<const TrackPoint> points);

/// Adds the points to `into`, with `block` as the place of their block. False, and nothing is added, where the bytes
/// are no block.
[[nodiscard]] bool decode_track(std::string_view bytes, std::uint16_t block, std::vector<TrackPoint>& into);

}  // namespace xiaoan::data
