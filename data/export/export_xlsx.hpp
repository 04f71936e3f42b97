// Records of one kind as a workbook in the formats of section 1, so that they can be imported again.
#pragma once

#include "data/export/ledger.hpp"

#include <cstddef>
#include <string>

namespace xiaoan::data {

/// As many as a sheet has rows below its headers.
inline constexpr std::size_t xlsx_most_records = 1'048'575;

/// Writes one sheet to `path`, whole or not at all: the headers frozen and with filters, dates and numbers as dates and
/// numbers, everything else as text, never a formula. A number that a spreadsheet could not hold whole (more than 15
/// digits) is text. The same records give the same bytes. Memory does not grow with the number of records.
/// Gives how many texts were left out because a cell cannot hold them (32,767 characters): long geometries.
/// Throws StoreFault: not_written, disk_full, also for more records than a sheet has rows.
std::size_t export_xlsx(const std::string& path, const Snapshot& snapshot, const KindInfo& kind,
                        const ExportOptions& options);

}  // namespace xiaoan::data
