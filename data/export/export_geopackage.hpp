// Records of one kind as a GeoPackage that QGIS opens with a look of its own, so that they can be imported again.
#pragma once

#include "data/export/ledger.hpp"

#include <string>

namespace xiaoan::data {

/// Writes all records of a kind that has positions to `path`, whole or not at all, in CGCS2000 (EPSG:4490): a layer
/// each for points, lines and areas, one for what mixes them, and records without a place with the points; layers
/// without records are left out, but for one. Columns are headers and words as in a ledger, counts and numbers are
/// numbers; places as data/export/place_of_record.hpp says. Table layer_styles holds how QGIS draws the layers. The
/// same records give the same bytes. Needs the helper program. Throws StoreFault: not_written.
void export_geopackage(const std::string& path, const Snapshot& snapshot, const KindInfo& kind,
                       const ExportOptions& options);

}  // namespace xiaoan::data
