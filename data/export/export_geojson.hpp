// Records of one kind as GeoJSON (RFC 7946), so that they can be imported again.
#pragma once

#include "data/export/ledger.hpp"

#include <string>

namespace xiaoan::data {

/// A FeatureCollection of all records of a kind that has positions, ascending by id; its properties are the keys of
/// formats.md section 1 with values as they are stored, in whatever language, because JSON is for programs. Places as
/// data/export/place_of_record.hpp says; a record without one has the geometry null.
[[nodiscard]] std::string export_geojson(const Snapshot& snapshot, const KindInfo& kind, const ExportOptions& options);

}  // namespace xiaoan::data
