// Blocks of tracks in the register: kept, found and read again.
#pragma once

#include "data/register/id_counter.hpp"
#include "data/register/statement.hpp"
#include "data/register/track.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::data {

/// Keeps points of one vehicle, ascending by time, one a second, in as many blocks as they need. Within the transaction
/// of the change.
void add_track_blocks(const SQLite::Database& db, IdCounter& ids, std::string_view registration_number,
                      std::span<const TrackPoint> points, std::int64_t source);

/// The blocks that have points from `first` to `last`, both included, ascending by id; of all vehicles where the number
/// is empty.
[[nodiscard]] std::vector<TrackBlock> read_track_blocks(const SQLite::Database& db, std::string_view number,
                                                        Timestamp first, Timestamp last);

/// The points of a vehicle from `first` to `last`, both included. Throws StoreFault (damaged) for a block whose content
/// is missing or is not what its hash says.
[[nodiscard]] RecordedTrack read_track(const SQLite::Database& db, const std::string& path, std::string_view number,
                                       Timestamp first, Timestamp last);

/// The same of blocks that are known already, all of one vehicle.
[[nodiscard]] RecordedTrack read_track(const SQLite::Database& db, const std::string& path,
                                       std::vector<TrackBlock> blocks, Timestamp first, Timestamp last);

/// Calls `found` with the hash of every block whose content is missing or is not what its hash says, and its vehicle.
void check_track_contents(const SQLite::Database& db,
                          const std::function<void(std::string_view number, std::string_view sha256)>& found);

}  // namespace xiaoan::data
