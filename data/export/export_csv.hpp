// Records of one kind as CSV in the formats of section 1, so that they can be imported again.
#pragma once

#include "data/export/ledger.hpp"

#include <string>

namespace xiaoan::data {

/// All records of the kind, ascending by id, with a byte order mark (spreadsheets in China need it) and CR LF.
/// Masked personal texts cannot be imported again; an unmasked export changes nothing when it is.
[[nodiscard]] std::string export_csv(const Snapshot& snapshot, const KindInfo& kind, const ExportOptions& options);

}  // namespace xiaoan::data
