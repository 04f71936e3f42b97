// Routes, stops and runs as a timetable in the General Transit Feed Specification (GTFS Schedule), for route planners.
#pragma once

#include "data/export/timetable.hpp"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace xiaoan::data {

/// The files of the feed, by name in the order in which they are packed: agency, stops, routes, trips, stop_times,
/// calendar, calendar_dates, shapes, feed_info. Fields and values as the GTFS Schedule Reference
/// (gtfs.org/documentation/schedule/reference) has them; text that a spreadsheet would run is shielded as in a CSV.
/// What the reference requires and no register has is https://example.org (agency_url, feed_publisher_url).
[[nodiscard]] std::vector<std::pair<std::string, std::string>> gtfs_files(const Timetable& timetable, Date as_of);

struct GtfsReport {
    std::size_t routes = 0;
    std::size_t trips = 0;
    std::vector<Omission> omissions;
};

/// Packs them into a zip file, whole or not at all; the same records give the same bytes.
/// Throws StoreFault: not_written, disk_full.
GtfsReport export_gtfs(const std::string& path, const Snapshot& snapshot, Date as_of);

}  // namespace xiaoan::data
