// Puts the points of recorded tracks into the register's open transaction and counts what that did.
#pragma once

#include "data/intake/file_rows.hpp"
#include "data/register/edit.hpp"

#include <cstdint>
#include <functional>

namespace xiaoan::data {

struct TrackWriting {
    FileRows& file;  // of which it writes the tracks
    Edit& edit;
    const ImportRequest& asked;
    PlannedChanges* plan = nullptr;                        // null unless it is asked for
    std::function<std::int64_t(std::uint32_t)> source_of;  // of the sheet with this index
    JobProgress& progress;
};

/// Points are told apart by vehicle and second. One that the register has already is unchanged; one that it has
/// otherwise is changed: what the row leaves empty stays. Of two rows of one second the later one holds. The plan lists
/// the first 20,000 points; its fingerprint is made of all. False where it was stopped.
[[nodiscard]] bool write_tracks(const TrackWriting& writing);

}  // namespace xiaoan::data
